import { parseArgs } from 'node:util';
import { DEPTH_MAX, historyForms, type TraceForm, traceForms } from '@yunsu/api';
import { type CodesRequest, codeOptions, codesRequestOf } from './code-arguments.ts';
import {
  type LabelCommand,
  labelCommandOf,
  labelOptionOwners,
  labelOptions,
  type SheetCommand,
  sheetCommandOf,
} from './label-arguments.ts';
import { type TakenFile, takenFilesOf, takenOptionOwners, takenOptions } from './taken-arguments.ts';
import { type Language, say, type TextName } from './words.ts';

export const DEFAULT_URL = 'http://127.0.0.1:8420';
/** Most files of one call; a shell's own limit is usually lower. */
export const FILES_MAX = 10_000;

export type Direction = 'back' | 'forward' | 'both';

/** What every command that talks to a server needs. */
export interface Common {
  readonly language: Language;
  readonly json: boolean;
  readonly url: string;
  /** The key given by option or environment; a demo's key is looked for only without one. */
  readonly key?: string;
}

export interface TraceOptions {
  readonly direction?: Direction;
  readonly from?: string;
  readonly to?: string;
  readonly depthMax?: number;
}

export interface StockOptions {
  readonly at?: string;
  readonly knownAt?: string;
  readonly csv: boolean;
}

export interface BalanceAsked {
  readonly party: string;
  readonly product: string;
  readonly from: string;
  readonly to: string;
  readonly knownAt?: string;
}

/** A command whose answer is also taken away as files. */
interface Taking<F extends string> {
  readonly common: Common;
  readonly files: readonly TakenFile<F>[];
}

export type Command =
  | { readonly name: 'balance'; readonly common: Common; readonly asked: BalanceAsked }
  | { readonly name: 'help'; readonly common: Common }
  | {
      readonly name: 'identify' | 'claims' | 'completeness';
      readonly common: Common;
      readonly code: string;
    }
  | { readonly name: 'codes'; readonly common: Common; readonly request: CodesRequest }
  | { readonly name: 'label'; readonly common: Common; readonly asked: LabelCommand }
  | { readonly name: 'sheet'; readonly common: Common; readonly asked: SheetCommand }
  | { readonly name: 'stock'; readonly common: Common; readonly code: string; readonly options: StockOptions }
  | ({ readonly name: 'trace'; readonly code: string; readonly options: TraceOptions } & Taking<TraceForm>)
  | ({ readonly name: 'history'; readonly code: string } & Taking<'xlsx'>)
  | {
      readonly name: 'capture' | 'registers';
      readonly common: Common;
      readonly files: readonly string[];
      readonly proceed: boolean;
    };

export type Parsed =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly language: Language; readonly reason: string };

type Environment = Readonly<Record<string, string | undefined>>;
type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;

const options = {
  url: { type: 'string' },
  key: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  proceed: { type: 'boolean' },
  direction: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  depth: { type: 'string' },
  at: { type: 'string' },
  'known-at': { type: 'string' },
  ...takenOptions,
  ...codeOptions,
  ...labelOptions,
} as const;

/** Options that belong to some commands alone; the others serve all. */
const ownOptions: Readonly<Record<string, readonly string[]>> = {
  proceed: ['capture'],
  direction: ['trace'],
  from: ['trace', 'balance'],
  to: ['trace', 'balance'],
  depth: ['trace'],
  at: ['stock'],
  'known-at': ['stock', 'balance'],
  ...takenOptionOwners,
  ...Object.fromEntries(Object.keys(codeOptions).map((option) => [option, ['codes']])),
  ...labelOptionOwners,
  positions: ['codes', 'sheet'],
};

/** RFC 3339 §5.6 date-time; the server judges the calendar. */
const TIME = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

class Refusal extends Error {}

const text = (value: Values[string]) => (typeof value === 'string' ? value : undefined);

/** The language asked for, also when the rest of the line is wrong. */
export function languageOf(argv: readonly string[]): Language {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const value = argv[at]?.includes('=') ? argv[at].slice('--lang='.length) : argv[at + 1];
  return at >= 0 && value === 'en' ? 'en' : 'zh';
}

/** Reads a command line; every mistake is a sentence, not an exception. */
export function parseCommand(argv: readonly string[], env: Environment): Parsed {
  const language = languageOf(argv);
  const refuse = (name: TextName, values?: Record<string, string | number>) =>
    new Refusal(say(language, name, values));
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...options, ...ownTypes(argv) },
      allowPositionals: true,
    });
    const common = commonOf(values, env, language, refuse);
    return { ok: true, command: commandOf(values, positionals, common, refuse) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, language, reason: error.message };
    if (!(error instanceof TypeError)) throw error;
    // parseArgs refuses unknown options with a TypeError whose first sentence names the option.
    const detail = error.message.split('. ')[0] ?? error.message;
    return { ok: false, language, reason: say(language, 'optionWrong', { detail }) };
  }
}

/** `--csv` of a stock prints and takes no file. Which command it belongs to is known before the line is understood. */
function ownTypes(argv: readonly string[]): { readonly csv?: { readonly type: 'boolean' } } {
  const { positionals } = parseArgs({
    args: [...argv],
    options: { ...options, csv: { type: 'boolean' } },
    strict: false,
  });
  return positionals[0] === 'stock' ? { csv: { type: 'boolean' } } : {};
}

type Refuse = (name: TextName, values?: Record<string, string | number>) => Refusal;

function commonOf(values: Values, env: Environment, language: Language, refuse: Refuse): Common {
  const lang = text(values.lang);
  if (lang !== undefined && lang !== 'zh' && lang !== 'en')
    throw refuse('choiceWrong', { option: 'lang', choices: 'zh, en' });
  const url = text(values.url) ?? (env.YUNSU_URL || DEFAULT_URL);
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) throw refuse('urlWrong', { url });
  const key = text(values.key) ?? (env.YUNSU_KEY || undefined);
  return { language, json: values.json === true, url, ...(key === undefined ? {} : { key }) };
}

function commandOf(values: Values, positionals: readonly string[], common: Common, refuse: Refuse): Command {
  const [name, ...rest] = positionals;
  if (values.help === true || name === 'help') return { name: 'help', common };
  if (name === undefined) throw refuse('noCommand');
  for (const [option, owners] of Object.entries(ownOptions)) {
    if (values[option] !== undefined && !owners.includes(name))
      throw refuse('optionElsewhere', { option, name });
  }
  switch (name) {
    case 'capture':
    case 'registers':
      if (rest.length === 0) throw refuse('filesNeeded', { name });
      if (rest.length > FILES_MAX) throw refuse('filesTooMany', { max: FILES_MAX });
      return { name, common, files: rest, proceed: values.proceed === true };
    case 'identify':
    case 'history':
    case 'claims':
    case 'completeness':
    case 'stock':
    case 'trace': {
      const [code] = rest;
      if (code === undefined || code === '' || rest.length > 1) throw refuse('codeNeeded', { name });
      if (name === 'stock') return { name, common, code, options: stockOptionsOf(values, refuse) };
      if (name === 'history')
        return { name, common, code, files: takenFilesOf(historyForms, values, common, refuse) };
      if (name === 'trace') {
        const files = takenFilesOf(traceForms, values, common, refuse);
        return { name, common, code, options: traceOptionsOf(values, refuse), files };
      }
      return { name, common, code };
    }
    case 'balance':
      return { name, common, asked: balanceAskedOf(values, rest, refuse) };
    case 'codes':
      return { name, common, request: codesRequestOf(values, rest, refuse) };
    case 'label':
      return { name, common, asked: labelCommandOf(values, rest, refuse) };
    case 'sheet':
      return { name, common, asked: sheetCommandOf(values, rest, refuse) };
    default:
      throw refuse('unknownCommand', { name });
  }
}

function stockOptionsOf(values: Values, refuse: Refuse): StockOptions {
  const at = text(values.at);
  const knownAt = text(values['known-at']);
  if (at !== undefined && !TIME.test(at)) throw refuse('timeWrong', { option: 'at' });
  if (knownAt !== undefined && !TIME.test(knownAt)) throw refuse('timeWrong', { option: 'known-at' });
  return {
    ...(at === undefined ? {} : { at }),
    ...(knownAt === undefined ? {} : { knownAt }),
    csv: values.csv === true,
  };
}

function balanceAskedOf(values: Values, rest: readonly string[], refuse: Refuse): BalanceAsked {
  const [party, product] = rest;
  const from = text(values.from);
  const to = text(values.to);
  if (!party || !product || rest.length > 2 || from === undefined || to === undefined)
    throw refuse('balanceUsage');
  const knownAt = text(values['known-at']);
  if (!TIME.test(from)) throw refuse('timeWrong', { option: 'from' });
  if (!TIME.test(to)) throw refuse('timeWrong', { option: 'to' });
  if (knownAt !== undefined && !TIME.test(knownAt)) throw refuse('timeWrong', { option: 'known-at' });
  return { party, product, from, to, ...(knownAt === undefined ? {} : { knownAt }) };
}

function traceOptionsOf(values: Values, refuse: Refuse): TraceOptions {
  const direction = text(values.direction);
  if (direction !== undefined && direction !== 'back' && direction !== 'forward' && direction !== 'both')
    throw refuse('choiceWrong', { option: 'direction', choices: 'back, forward, both' });
  const from = text(values.from);
  const to = text(values.to);
  if (from !== undefined && !TIME.test(from)) throw refuse('timeWrong', { option: 'from' });
  if (to !== undefined && !TIME.test(to)) throw refuse('timeWrong', { option: 'to' });
  const depth = text(values.depth);
  const depthMax = depth === undefined ? undefined : Number(depth);
  if (depthMax !== undefined && !(Number.isInteger(depthMax) && depthMax >= 1 && depthMax <= DEPTH_MAX))
    throw refuse('depthWrong', { max: DEPTH_MAX });
  return {
    ...(direction === undefined ? {} : { direction }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(depthMax === undefined ? {} : { depthMax }),
  };
}
