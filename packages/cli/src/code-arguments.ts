import type { CodeState, MovementRequest, OrderRequest, VoidReason } from '@yunsu/api';
import { COUNTED_MAX, ORDER_CODES_MAX } from '@yunsu/api';
import type { TextName } from './words.ts';

/** What `yunsu codes …` asks for. A request without a key of its own is given one by the command. */
export type CodesRequest =
  | { readonly verb: 'ranges' }
  | { readonly verb: 'list'; readonly order?: string; readonly state?: CodeState }
  | { readonly verb: 'order'; readonly body: WithoutKey<OrderRequest> }
  | { readonly verb: 'move'; readonly order: string; readonly body: WithoutKey<MovementRequest> };

type WithoutKey<T> = Omit<T, 'idempotencyKey'> & { readonly idempotencyKey?: string };

type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
type Refuse = (name: TextName, values?: Record<string, string | number>) => Error;

/** Options of `codes` alone, each with the verbs that take it. */
export const codeOptions = {
  random: { type: 'boolean' },
  lot: { type: 'string' },
  note: { type: 'string' },
  positions: { type: 'string' },
  code: { type: 'string', multiple: true },
  reason: { type: 'string' },
  applied: { type: 'string' },
  spoiled: { type: 'string' },
  left: { type: 'string' },
  state: { type: 'string' },
  'idempotency-key': { type: 'string' },
} as const;

const moving = ['print', 'activate', 'void', 'reconcile'];
const verbsOf: Readonly<Record<keyof typeof codeOptions, readonly string[]>> = {
  random: ['order'],
  lot: ['order'],
  note: ['order', ...moving],
  positions: ['print', 'activate', 'void'],
  code: ['print', 'activate', 'void'],
  reason: ['void'],
  applied: ['reconcile'],
  spoiled: ['reconcile'],
  left: ['reconcile'],
  state: ['list'],
  'idempotency-key': ['order', ...moving],
};

const VERBS = ['ranges', 'order', ...moving, 'list'];
const REASONS: readonly VoidReason[] = ['spoiled', 'lost', 'unused', 'wrong'];
const STATES: readonly CodeState[] = ['reserved', 'printed', 'active', 'void'];

const text = (value: Values[string]) => (typeof value === 'string' ? value : undefined);

function wholeOf(option: string, value: string | undefined, max: number, refuse: Refuse): number {
  if (value === undefined || !/^\d{1,9}$/.test(value) || Number(value) > max)
    throw refuse('numberWrong', { option, max });
  return Number(value);
}

function choiceOf<T extends string>(
  option: string,
  value: string | undefined,
  choices: readonly T[],
  refuse: Refuse,
): T {
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw refuse('choiceWrong', { option, choices: choices.join(', ') });
  return choice;
}

/** How many words follow `codes`, the verb among them. */
const wordsOf: Readonly<Record<string, readonly [min: number, max: number]>> = {
  ranges: [1, 1],
  list: [1, 2],
  order: [3, 3],
};

function checkVerb(values: Values, rest: readonly string[], refuse: Refuse): void {
  const [verb = ''] = rest;
  if (!VERBS.includes(verb)) throw refuse('choiceWrong', { option: 'codes', choices: VERBS.join(', ') });
  for (const [option, verbs] of Object.entries(verbsOf)) {
    if (values[option] !== undefined && !verbs.includes(verb))
      throw refuse('optionElsewhere', { option, name: `codes ${verb}` });
  }
  const [min, max] = wordsOf[verb] ?? [2, 2];
  if (rest.length < min || rest.length > max) throw refuse('codesUsage');
}

/** Reads what follows `codes`; the server judges what the codes allow. */
export function codesRequestOf(values: Values, rest: readonly string[], refuse: Refuse): CodesRequest {
  checkVerb(values, rest, refuse);
  const [verb, first, second] = rest;
  if (verb === 'ranges') return { verb };
  if (verb === 'list') return listOf(values, first, refuse);
  const order = first ?? '';
  if (verb === 'order') return { verb, body: orderOf(values, order, second, refuse) };
  const act = verb as MovementRequest['act'];
  return {
    verb: 'move',
    order,
    body: { act, ...targetOf(values, refuse), ...actOf(act, values, refuse), ...saidOf(values) },
  };
}

function listOf(values: Values, order: string | undefined, refuse: Refuse): CodesRequest {
  if (order === undefined && values.state !== undefined) throw refuse('codesUsage');
  const state =
    values.state === undefined ? undefined : choiceOf('state', text(values.state), STATES, refuse);
  return {
    verb: 'list',
    ...(order === undefined ? {} : { order }),
    ...(state === undefined ? {} : { state }),
  };
}

function orderOf(
  values: Values,
  range: string,
  count: string | undefined,
  refuse: Refuse,
): WithoutKey<OrderRequest> {
  const lot = text(values.lot);
  return {
    range,
    count: wholeOf('COUNT', count, ORDER_CODES_MAX, refuse),
    manner: values.random === true ? 'random' : 'sequential',
    ...(lot === undefined ? {} : { lot }),
    ...saidOf(values),
  };
}

function saidOf(values: Values): { note?: string; idempotencyKey?: string } {
  const note = text(values.note);
  const idempotencyKey = text(values['idempotency-key']);
  return {
    ...(note === undefined ? {} : { note }),
    ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
  };
}

/** `--positions 3-8` or `--positions 3`, or `--code` once for each code. */
function targetOf(values: Values, refuse: Refuse): Pick<MovementRequest, 'positions' | 'codes'> {
  const positions = text(values.positions);
  const codes = Array.isArray(values.code) ? [...(values.code as readonly string[])] : undefined;
  if (positions === undefined) return codes === undefined ? {} : { codes };
  const [, from = '', to = from] = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(positions) ?? [];
  if (from === '') throw refuse('positionsWrong');
  return { positions: { from: Number(from), to: Number(to) }, ...(codes === undefined ? {} : { codes }) };
}

function actOf(
  act: MovementRequest['act'],
  values: Values,
  refuse: Refuse,
): Pick<MovementRequest, 'reason' | 'counted'> {
  if (act === 'void') return { reason: choiceOf('reason', text(values.reason), REASONS, refuse) };
  if (act !== 'reconcile') return {};
  const counted = (name: 'applied' | 'spoiled' | 'left') =>
    wholeOf(`--${name}`, text(values[name]), COUNTED_MAX, refuse);
  return { counted: { applied: counted('applied'), spoiled: counted('spoiled'), left: counted('left') } };
}
