import type { EventView, HolderView, PlaceView, TraceAnswer } from '@yunsu/api';
import { identify } from '@yunsu/identifiers';
import type { PublicAnswer } from '../../src/public/answer.ts';

/** Parts of answers made by hand for the pages. */

type Node = TraceAnswer['nodes'][number];
type Link = TraceAnswer['links'][number];

const asKnownAt = { number: '4711', time: '2026-09-01T02:00:00Z' };

export const company = (name: string, role: string): HolderView => ({
  name,
  kind: 'company',
  masked: false,
  role,
  uri: `urn:yunsu:party:${name}`,
});
export const masked = (kind: 'company' | 'person', role: string): HolderView => ({
  name: kind === 'person' ? '自然人（已隐去姓名）' : '经营者（已隐去名称）',
  kind,
  masked: true,
  role,
});
/** A place as the public reads it: to the prefecture, whatever its name. */
export const place = (division: string, prefecture: string): PlaceView => ({
  name: prefecture,
  division: `${division.slice(0, 4)}00`,
  prefecture,
  masked: true,
});

/** A node at a clock time of +08:00. */
export function node(
  id: string,
  holder: HolderView,
  at: PlaceView,
  time: string,
  more: Partial<Node> = {},
): Node {
  return {
    id,
    uri: `https://id.gs1.org/00/${id}`,
    level: 'lot',
    holder,
    place: at,
    inferred: false,
    time: `${time}:00+08:00`,
    depth: 0,
    inTransit: false,
    direction: 'back',
    ...more,
  };
}

export const link = (from: string, to: string, kind: Link['kind'], eventID: string, time: string): Link => ({
  from,
  to,
  kind,
  eventID,
  time: `${time}:00+08:00`,
});

export function event(
  eventID: string,
  words: string,
  at: PlaceView | null,
  actor: HolderView | null,
  time: string,
): EventView {
  const [bizStep = '', process, disposition] = words.split('/');
  return {
    eventID,
    eventTime: `${time}:00+08:00`,
    eventTimeZoneOffset: '+08:00',
    recordTime: `${time}:30+08:00`,
    type: 'ObjectEvent',
    bizStep,
    ...(process ? { process } : {}),
    ...(disposition ? { disposition } : {}),
    place: at,
    actor,
    voided: false,
  };
}

export const emptyTrace: TraceAnswer = {
  root: '',
  asKnownAt,
  nodes: [],
  links: [],
  gaps: [],
  truncated: null,
};

/** An answer for a code with nothing recorded. */
export function unknownAnswer(code: string): PublicAnswer {
  const [candidate] = identify(code);
  if (!candidate) throw new Error(`no reading of ${code}`);
  return {
    code,
    candidate,
    unit: {
      uri: candidate.uri,
      level: candidate.level,
      state: 'unknown',
      product: null,
      ledger: null,
      holdings: [],
      lastEvent: null,
      code: null,
      askElsewhere: null,
    },
    trace: emptyTrace,
    events: [],
    responsible: [],
    claims: [],
    tests: [],
  };
}
