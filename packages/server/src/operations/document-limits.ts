import { type FaultLine, Problem, words } from '@yunsu/api';
import { type EpcisDocument, readDocument } from '@yunsu/epcis';
import type { Config } from '../config.ts';
import { EVENTS_MAX } from '../store/capture-batch.ts';
import { ELEMENTS_MAX } from '../store/vocabulary.ts';

/** The refusal of a document, with every mistake. */
export function documentProblem(faults: readonly FaultLine[]): Problem {
  const [first] = faults;
  const allowed = faults.every(({ rule }) => rule === 'not-the-actor');
  const more =
    faults.length > 1
      ? { en: ` And ${faults.length - 1} more.`, zh: `另有 ${faults.length - 1} 处。` }
      : { en: '', zh: '' };
  return new Problem(allowed && first ? 'not-the-actor' : 'invalid-document', {
    faults,
    detail: words(`${first?.en ?? ''}${more.en}`, `${first?.zh ?? ''}${more.zh}`),
  });
}

/** Most events of one document: a rollback must fit into one transaction of the store. */
export const eventsMax = (config: Config) => Math.min(config.documentEventsMax, EVENTS_MAX);

/** A document with a sound frame; throws with every fault of another. */
export function readSoundDocument(bytes: Uint8Array, config: Config): EpcisDocument {
  const result = readDocument(bytes, {
    eventsMax: eventsMax(config),
    vocabularyElementsMax: ELEMENTS_MAX,
  });
  if (result.ok) return result.document;
  const tooMany = result.faults.find(
    ({ rule, pointer }) => rule === 'too-many' && pointer.endsWith('/eventList'),
  );
  if (!tooMany) throw documentProblem(result.faults);
  throw new Problem('too-many-events', {
    detail: words(tooMany.en, tooMany.zh),
    faults: [tooMany],
    headers: captureLimitHeaders(config),
  });
}

/** Headers that tell the limits of the capture interface (EPCIS 2.0 REST binding). */
export const captureLimitHeaders = (config: Config) => ({
  'gs1-epcis-capture-limit': String(eventsMax(config)),
  'gs1-epcis-capture-file-size-limit': String(config.bodyBytesMax),
});
