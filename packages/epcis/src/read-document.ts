import type { Namespaces } from './context.ts';
import { readContext } from './context.ts';
import type { Event } from './event.ts';
import { cut, type Fault, fault, showJson } from './fault.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { Path } from './pointer.ts';
import { toPointer } from './pointer.ts';
import { readEvent } from './read-event.ts';
import { readVocabularies, type VocabularyElement } from './read-vocabularies.ts';
import { type Scanned, type Span, scan } from './scan.ts';
import { checkEvent } from './validate/check-event.ts';
import { captureDocument, queryDocument } from './validate/document-shapes.ts';
import { type Report, refuseMember } from './validate/report.ts';
import { membersOf } from './validate/shape.ts';
import { oneOf } from './words.ts';

/** One entry of an event list, read. */
export interface ReadEvent {
  /** JSON pointer of the event in its document: `/epcisBody/eventList/3`. */
  readonly pointer: string;
  /** The event to the letter as its document has it. */
  readonly text: string;
  /** Null where the event has faults. */
  readonly event: Event | null;
  readonly faults: readonly Fault[];
}

/** A document whose frame is sound; its events may have faults of their own. */
export interface EpcisDocument {
  readonly type: 'EPCISDocument' | 'EPCISQueryDocument';
  readonly context: Json;
  /** `@context` to the letter. */
  readonly contextText: string;
  readonly namespaces: Namespaces;
  readonly schemaVersion?: string;
  readonly creationDate?: string;
  /** Of a query document. */
  readonly queryName?: string;
  readonly subscriptionID?: string;
  readonly masterData: readonly VocabularyElement[];
  readonly events: readonly ReadEvent[];
}

export type DocumentResult =
  | { readonly ok: true; readonly document: EpcisDocument }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** A single event with its own `@context`, as `POST /events` takes it. */
export type BareEventResult =
  | {
      readonly ok: true;
      readonly read: ReadEvent;
      readonly contextText: string;
      readonly namespaces: Namespaces;
    }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const DOCUMENT_TYPES = ['EPCISDocument', 'EPCISQueryDocument'] as const;
const frames = {
  EPCISDocument: membersOf(captureDocument),
  EPCISQueryDocument: membersOf(queryDocument),
};
const eventPaths = {
  EPCISDocument: ['epcisBody', 'eventList'],
  EPCISQueryDocument: ['epcisBody', 'queryResults', 'resultsBody', 'eventList'],
};

/** Reads an EPCIS 2.0 document in JSON-LD, for capture or as the answer to a query. */
export function readDocument(bytes: Uint8Array, limits: Partial<Limits> = {}): DocumentResult {
  const scanned = scan(bytes);
  if (!scanned.ok) return { ok: false, faults: [scanned.fault] };
  const root = scanned.value;
  if (!isObject(root)) return { ok: false, faults: [notADocument([], root)] };
  const type = DOCUMENT_TYPES.find((known) => known === root.type);
  if (type === undefined) return { ok: false, faults: [notADocument(['type'], root.type)] };
  const report = newReport({ ...LIMITS, ...limits }, readContext(root['@context']));
  frames[type](root, report);
  if (report.faults.length > 0) return { ok: false, faults: report.faults };
  return { ok: true, document: toDocument(type, root, scanned, report) };
}

/** Reads one event with its own `@context`. */
export function readBareEvent(bytes: Uint8Array, limits: Partial<Limits> = {}): BareEventResult {
  const scanned = scan(bytes);
  if (!scanned.ok) return { ok: false, faults: [scanned.fault] };
  const report = newReport({ ...LIMITS, ...limits }, readContext(undefined));
  const { value } = scanned;
  const checked = checkEvent(value, report);
  if (isObject(value) && value['@context'] === undefined) {
    const type = typeof value.type === 'string' ? cut(value.type) : 'event';
    refuseMember(report, '@context', 'missing', { type });
  }
  if (checked === undefined || report.faults.length > 0) return { ok: false, faults: report.faults };
  const { namespaces } = report;
  const read = {
    pointer: '',
    text: sliceOf(scanned, scanned.span),
    event: readEvent(checked, namespaces),
    faults: [],
  };
  return { ok: true, read, contextText: memberText(scanned, '@context'), namespaces };
}

function notADocument(path: Path, value: Json | undefined): Fault {
  const name = path.length === 0 ? 'The document' : 'type';
  return fault('document-type', path, { name, expected: oneOf(DOCUMENT_TYPES), got: showJson(value) });
}

function newReport(limits: Limits, namespaces: Namespaces): Report {
  return { limits, path: [], faults: [], room: limits.faultsMax, namespaces };
}

function sliceOf({ text }: Scanned, [start, end]: Span): string {
  return text.slice(start, end);
}

function memberText(scanned: Scanned, name: string): string {
  const span = scanned.members.get(name);
  return span === undefined ? '' : sliceOf(scanned, span);
}

function toDocument(
  type: EpcisDocument['type'],
  root: JsonObject,
  scanned: Scanned,
  report: Report,
): EpcisDocument {
  const path = eventPaths[type];
  const list = at(root, path) as readonly Json[];
  const results = at(root, ['epcisBody', 'queryResults']);
  const header = at(root, ['epcisHeader', 'epcisMasterData', 'vocabularyList']);
  const answer = at(root, ['epcisBody', 'queryResults', 'resultsBody', 'vocabularyList']);
  return {
    type,
    context: root['@context']!,
    contextText: memberText(scanned, '@context'),
    namespaces: report.namespaces,
    ...textMember(root, 'schemaVersion'),
    ...textMember(root, 'creationDate'),
    ...textMember(results, 'queryName'),
    ...textMember(results, 'subscriptionID'),
    masterData: [...readVocabularies(header), ...readVocabularies(answer)],
    events: readEvents(list, path, scanned, report),
  };
}

function at(value: Json, path: readonly string[]): Json | undefined {
  let found: Json | undefined = value;
  for (const name of path) found = isObject(found) ? found[name] : undefined;
  return found;
}

function textMember<Name extends string>(
  value: Json | undefined,
  name: Name,
): { readonly [N in Name]?: string } {
  const found = isObject(value) ? value[name] : undefined;
  return (typeof found === 'string' ? { [name]: found } : {}) as { readonly [N in Name]?: string };
}

/** Past `faultsMax` an invalid event still gets its first fault, so that no event is refused without a reason. */
function readEvents(list: readonly Json[], path: string[], scanned: Scanned, frame: Report): ReadEvent[] {
  const spans = scanned.entries.get(list)!;
  const start = toPointer(path);
  let room = frame.room;
  return list.map((value, index) => {
    const report: Report = {
      limits: frame.limits,
      path: [...path, index],
      faults: [],
      room: Math.max(room, 1),
      namespaces: frame.namespaces,
    };
    const checked = checkEvent(value, report);
    room -= report.faults.length;
    return {
      pointer: `${start}/${index}`,
      text: sliceOf(scanned, spans[index]!),
      event: checked === undefined ? null : readEvent(checked, report.namespaces),
      faults: report.faults,
    };
  });
}
