import { Fragment } from 'react';

/** Strings (a name where a colon follows), numbers and words of JSON text. */
const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g;

function kindOf(match: RegExpMatchArray): string {
  if (match[1] === undefined) return 'json-literal';
  return match[2] === undefined ? 'json-string' : 'json-name';
}

/** JSON with its names and values told apart by colour. */
export function JsonText({ value }: { value: unknown }) {
  const text = JSON.stringify(value, null, 2);
  const parts: { start: number; before: string; kind: string; token: string }[] = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    parts.push({
      start: match.index,
      before: text.slice(end, match.index),
      kind: kindOf(match),
      token: match[0],
    });
    end = match.index + match[0].length;
  }
  return (
    <pre className="json">
      {parts.map(({ start, before, kind, token }) => (
        <Fragment key={start}>
          {before}
          <span className={kind}>{token}</span>
        </Fragment>
      ))}
      {text.slice(end)}
    </pre>
  );
}
