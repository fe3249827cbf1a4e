import type { Tone } from '../vocabulary.ts';

/** One part of a whole: how many, in which colour, and its word. */
export interface Part {
  readonly name: string;
  readonly word: string;
  readonly count: number;
  readonly tone: Tone;
}

/** How parts make up a whole: a bar for the eye, and the same in words and numbers beside it. */
export function Bar({ parts, label }: { parts: readonly Part[]; label: string }) {
  const shown = parts.filter(({ count }) => count > 0);
  return (
    <div className="bar" role="img" aria-label={label}>
      {shown.map(({ name, count, tone }) => (
        <span key={name} className={tone} style={{ flexGrow: count }} />
      ))}
    </div>
  );
}

/** The parts of a bar as words with their numbers; a part of nothing is said too. */
export function BarWords({ parts }: { parts: readonly Part[] }) {
  return (
    <ul className="plain bar-words">
      {parts.map(({ name, word, count, tone }) => (
        <li key={name}>
          <span className={`dot ${tone}`} aria-hidden="true" /> {word} <b>{count}</b>
        </li>
      ))}
    </ul>
  );
}
