import { type FaultLine, Problem, type ProblemCode } from '@yunsu/api';
import type { TObject, TSchema } from 'typebox';
import { Compile } from 'typebox/schema';
import { Settings } from 'typebox/system';

/** Most mistakes of one request that are named; the library stops there, so that a large wrong body costs little. */
const MISTAKES_MAX = 100;
Settings.Set({ maxErrors: MISTAKES_MAX });

type Mistake = { keyword: string; instancePath: string; params: unknown; message: string };

/** The value at a JSON pointer, as short JSON. */
function gotAt(value: unknown, pointer: string): string {
  let at: unknown = value;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    at = at !== null && typeof at === 'object' && Object.hasOwn(at, name) ? Reflect.get(at, name) : undefined;
  }
  const text = at === undefined ? 'nothing' : JSON.stringify(at);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

const fault = (pointer: string, rule: string, expected: string, got: string): FaultLine => ({
  pointer,
  rule,
  expected,
  got,
  en: `${pointer || 'The body'} ${expected}, but is ${got}.`,
  zh: `${pointer || '请求内容'} 不符合要求（${expected}），实际为 ${got}。`,
});

/** One line per mistake: what the library says in several lines about one place is told once. */
function toFaults(mistakes: readonly Mistake[], value: unknown): FaultLine[] {
  const faults = new Map<string, FaultLine>();
  const choices = new Map<string, string[]>();
  for (const { keyword, instancePath, params, message } of mistakes) {
    if (keyword === 'const') {
      const { allowedValue } = params as { allowedValue: unknown };
      choices.set(instancePath, [...(choices.get(instancePath) ?? []), JSON.stringify(allowedValue)]);
    } else if (keyword === 'required') {
      for (const name of (params as { requiredProperties: string[] }).requiredProperties) {
        const pointer = `${instancePath}/${name}`;
        faults.set(pointer, fault(pointer, 'required', 'must be given', 'nothing'));
      }
    } else if (keyword === 'additionalProperties') {
      for (const name of (params as { additionalProperties: string[] }).additionalProperties) {
        const pointer = `${instancePath}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
        faults.set(pointer, fault(pointer, 'unknown', 'must not be given', gotAt(value, pointer)));
      }
    } else if (keyword !== 'boolean' && !faults.has(instancePath)) {
      const allowed = choices.get(instancePath);
      const expected = allowed ? `must be one of ${allowed.join(', ')}` : message;
      faults.set(instancePath, fault(instancePath, keyword, expected, gotAt(value, instancePath)));
    }
  }
  return [...faults.values()];
}

/** A whole number, or one of a few. */
function asksForNumber(shape: TSchema | undefined): boolean {
  if (!shape) return false;
  if ('anyOf' in shape) {
    return (shape.anyOf as readonly TSchema[]).every((one) => 'const' in one && Number.isInteger(one.const));
  }
  return 'type' in shape && shape.type === 'integer';
}

/** Digits of a query as the whole numbers that their shape asks for; nothing else is converted. */
function withNumbers(shape: TObject, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const wanted = Object.hasOwn(shape.properties, name) ? shape.properties[name] : undefined;
    read[name] =
      asksForNumber(wanted) && typeof value === 'string' && /^-?\d{1,15}$/.test(value)
        ? Number(value)
        : value;
  }
  for (const [name, wanted] of Object.entries<TSchema>(shape.properties)) {
    if (read[name] === undefined && 'default' in wanted) read[name] = wanted.default;
  }
  return read;
}

/** Text that a database cannot hold, or that two different byte strings would share. */
function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** A check of query, path or header parameters; gives them back with numbers and defaults. */
export function parameterCheck(shape: TObject, code: ProblemCode) {
  const compiled = Compile(shape);
  return (given: Readonly<Record<string, unknown>>): Record<string, unknown> => {
    const value = withNumbers(shape, given);
    const [ok, mistakes] = compiled.Errors(value);
    const faults = ok ? [] : toFaults(mistakes as Mistake[], value);
    for (const [name, text] of Object.entries(value)) {
      if (typeof text === 'string' && !isStorable(text)) {
        faults.push(fault(`/${name}`, 'text', 'must be text without NUL', gotAt(value, `/${name}`)));
      }
    }
    if (faults.length === 0) return value;
    const named = faults.map((one) => ({ ...one, pointer: one.pointer.slice(1) }));
    const first = named[0] as FaultLine;
    throw new Problem(code, { faults: named, detail: { en: first.en, zh: first.zh } });
  };
}

/** A check of a JSON body. */
export function bodyCheck(shape: TSchema) {
  const compiled = Compile(shape);
  return (value: unknown): void => {
    const [ok, mistakes] = compiled.Errors(value);
    if (ok) return;
    const faults = toFaults(mistakes as Mistake[], value);
    const first = faults[0] as FaultLine;
    throw new Problem('invalid-request', { faults, detail: { en: first.en, zh: first.zh } });
  };
}
