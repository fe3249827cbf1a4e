import { parseArgs } from 'node:util';
import { languageOf } from '../arguments.ts';
import { type Language, say } from '../words.ts';
import { listStories } from './story.ts';

export type StoriesOptions =
  | { readonly ok: false; readonly language: Language; readonly reason: string }
  | {
      readonly ok: true;
      readonly language: Language;
      readonly json: boolean;
      readonly help: boolean;
      /** A server that runs elsewhere; absent starts a fresh one. */
      readonly server?: { readonly url: string; readonly key: string };
      readonly ids: readonly string[];
    };

const options = {
  url: { type: 'string' },
  key: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Reads the command line of `npm run stories`. */
export function parseStoriesOptions(argv: readonly string[]): StoriesOptions {
  const language = languageOf(argv);
  const known = listStories();
  let read: ReturnType<typeof parse>;
  try {
    read = parse(argv);
  } catch (error) {
    const detail = (error as Error).message.split('. ')[0] ?? '';
    return { ok: false, language, reason: say(language, 'optionWrong', { detail }) };
  }
  const { values, positionals } = read;
  const unknown = positionals.find((id) => !known.includes(id));
  if (unknown !== undefined)
    return { ok: false, language, reason: say(language, 'storyUnknown', { id: unknown }) };
  if ((values.url === undefined) !== (values.key === undefined))
    return { ok: false, language, reason: say(language, 'urlAndKey') };
  return {
    ok: true,
    language,
    json: values.json === true,
    help: values.help === true,
    ...(values.url === undefined || values.key === undefined
      ? {}
      : { server: { url: values.url, key: values.key } }),
    ids: positionals.length === 0 ? known : positionals,
  };
}

const parse = (argv: readonly string[]) => parseArgs({ args: [...argv], options, allowPositionals: true });
