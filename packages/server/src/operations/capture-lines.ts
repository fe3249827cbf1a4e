import {
  type FaultLine,
  JOB_LINES_MAX,
  type JobError,
  type JobNote,
  type ProblemCode,
  problems,
} from '@yunsu/api';
import type { AppendOutcome, EventOutcome } from '../store/capture-batch.ts';

/** What a finished job tells beside its times: part of the answer of GET /epcis/capture/{captureID}. */
export interface JobLines {
  readonly success: boolean;
  readonly errors: readonly JobError[];
  readonly repeats: readonly JobNote[];
  readonly warnings: readonly JobNote[];
  readonly counts: {
    readonly events: number;
    readonly stored: number;
    readonly repeats: number;
    readonly refused: number;
  };
}

const twinWarning = {
  detail: 'Give an eventID if these are two acts: sent again, this event counts as the same one.',
  detailZh: '若为两次行为，请填写 eventID：再次提交相同内容将视为同一事件。',
};

function toError(fault: FaultLine, code: ProblemCode): JobError {
  const { status, title, epcisException } = problems[code];
  return {
    type: `epcisException:${epcisException}`,
    title: title.en,
    status,
    detail: fault.en,
    detailZh: fault.zh,
    pointer: fault.pointer,
    rule: fault.rule,
    expected: fault.expected,
    got: fault.got,
  };
}

/** A mistake as a job lists it. */
export const faultError = (fault: FaultLine): JobError =>
  toError(fault, fault.rule === 'not-the-actor' ? 'not-the-actor' : 'invalid-document');

/** Why the store did not take an event. */
export function outcomeFault({ pointer, eventID, state, reason }: EventOutcome): FaultLine | undefined {
  if (state === 'conflict') {
    return {
      pointer: `${pointer}/eventID`,
      rule: 'conflict',
      expected: 'an eventID of its own',
      got: eventID,
      en: `The eventID ${eventID} already names another event of this party.`,
      zh: `eventID ${eventID} 已用于该主体的另一事件。`,
    };
  }
  if (state !== 'refused') return undefined;
  return {
    pointer,
    rule: 'refused',
    expected: '',
    got: '',
    en: reason?.en ?? 'The event cannot be stored.',
    zh: reason?.zh ?? '该事件无法存储。',
  };
}

/** The lines of a job: mistakes of the document first, then what the store said, each list cut at its limit. */
export function toJobLines(
  faults: readonly FaultLine[],
  refused: number,
  outcome: AppendOutcome | undefined,
): JobLines {
  const events = outcome?.events ?? [];
  const rejected = events.flatMap((one) => {
    const fault = outcomeFault(one);
    return fault ? [toError(fault, one.state === 'conflict' ? 'event-conflict' : 'invalid-document')] : [];
  });
  const repeats = events.filter(({ state }) => state === 'repeat');
  const warned = events.filter(
    ({ state, twinWarning }) => twinWarning && (state === 'stored' || state === 'repeat'),
  );
  const rolledBack = outcome?.rolledBack === true;
  return {
    success: faults.length === 0 && rejected.length === 0,
    errors: [...faults.map(faultError), ...rejected].slice(0, JOB_LINES_MAX),
    repeats: repeats.slice(0, JOB_LINES_MAX).map(({ pointer, eventID }) => ({ pointer, eventID })),
    warnings: warned
      .slice(0, JOB_LINES_MAX)
      .map(({ pointer, eventID }) => ({ pointer, eventID, ...twinWarning })),
    counts: {
      events: events.length + refused,
      stored: outcome?.stored ?? 0,
      repeats: rolledBack ? 0 : repeats.length,
      refused: refused + rejected.length,
    },
  };
}
