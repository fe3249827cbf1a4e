import type { Namespaces } from '../context.ts';
import { type Fault, fault, showJson } from '../fault.ts';
import type { Json } from '../json.ts';
import type { Limits } from '../limits.ts';
import type { Facts, Phrase, Rule } from '../words.ts';

/** What a check knows and writes: the place it stands at, the prefixes in force there, and the faults found so far. */
export interface Report {
  readonly limits: Limits;
  readonly path: (string | number)[];
  readonly faults: Fault[];
  /** Faults that may still be written. */
  room: number;
  namespaces: Namespaces;
}

/** A check of one value. It writes at most what the report has room for and never throws. */
export type Check = (value: Json, report: Report) => void;

/** Writes a fault at the place where the report stands. */
export function refuse(report: Report, rule: Rule, facts: Partial<Facts> = {}): void {
  if (report.room <= 0) return;
  report.room -= 1;
  report.faults.push(fault(rule, report.path, facts));
}

/** Writes that a value is not what was expected; a null is told as such. */
export function refuseValue(report: Report, rule: Rule, expected: Phrase, value: Json | undefined): void {
  if (value === null) refuse(report, 'null', { expected, got: showJson(null) });
  else refuse(report, rule, { expected, got: showJson(value) });
}

/** Writes a fault at a member of the place where the report stands. */
export function refuseMember(report: Report, name: string, rule: Rule, facts: Partial<Facts> = {}): void {
  report.path.push(name);
  refuse(report, rule, facts);
  report.path.pop();
}
