import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RegisterRows, TraceQuery } from '@yunsu/api';
import type { Check } from './check.ts';

/** Where the stories stand: one folder each, with registers, documents and expectations. */
export const STORIES_FOLDER = resolve(import.meta.dirname, '../../../../fixtures/stories');

/** A question to the server. `page` is the public page at `/q`. */
export type Call =
  | { readonly operation: 'readUnit' | 'readHistory' | 'page'; readonly code: string }
  | ({ readonly operation: 'traceCode' } & TraceQuery);

export interface Expectation {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** The arithmetic or the reading of the story that gives the expected values, for a person. */
  readonly comment: string;
  /** Ids of the scenario's own expectations that this one stands for, at least in part. */
  readonly covers?: readonly string[];
  readonly as: 'public' | 'regulator';
  readonly call: Call;
  readonly expect: readonly Check[];
}

/** An expectation of the scenario that no server of this version can meet, and why. */
export interface LaterExpectation {
  readonly id: string;
  readonly reason: { readonly zh: string; readonly en: string };
}

export interface Expectations {
  readonly title: { readonly zh: string; readonly en: string };
  readonly expectations: readonly Expectation[];
  readonly later: readonly LaterExpectation[];
}

export interface StoryDocument {
  readonly file: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** URI of the party that acts in every event of the document. */
  readonly actor: string;
}

export interface Story extends Expectations {
  readonly id: string;
  readonly registers: Required<RegisterRows>;
  readonly documents: readonly StoryDocument[];
}

/** Ids of all stories, in order. */
export const listStories = (folder = STORIES_FOLDER): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

function toDocument(file: string, bytes: Uint8Array<ArrayBuffer>): StoryDocument {
  const document = JSON.parse(new TextDecoder().decode(bytes)) as {
    epcisBody: { eventList: { 'yunsu:party': string }[] };
  };
  const actors = new Set(document.epcisBody.eventList.map((event) => event['yunsu:party']));
  const [actor] = actors;
  if (actor === undefined || actors.size > 1) throw new Error(`${file} must have one actor`);
  return { file, bytes, actor };
}

/** One story from its folder; its documents in the order of their names, which is the order of the events. */
export function readStory(id: string, folder = STORIES_FOLDER): Story {
  const path = (file: string) => join(folder, id, file);
  const json = (file: string): unknown => JSON.parse(readFileSync(path(file), 'utf8'));
  const files = readdirSync(join(folder, id)).filter((file) => file.endsWith('.jsonld'));
  return {
    id,
    registers: json('registers.json') as Required<RegisterRows>,
    documents: files.sort().map((file) => toDocument(file, readFileSync(path(file)))),
    ...(json('expectations.json') as Expectations),
  };
}
