import { type CaptureJob, type Client, createClient, type Fetch } from '@yunsu/api';
import { captureDocument } from '../commands/capture.ts';
import { evaluate } from './check.ts';
import type { Call, Expectation, Story } from './story.ts';

/** Life of the keys that a run issues. */
const KEY_LIFE_MS = 3600_000;

export interface Stage {
  readonly url: string;
  /** A regulator's key: loads registers, issues keys, reads everything. */
  readonly key: string;
  readonly fetch?: Fetch;
}

export interface Result {
  readonly story: string;
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly passed: boolean;
  /** One line a check that does not hold: expected / got. */
  readonly faults: readonly string[];
}

export interface Played {
  readonly story: string;
  readonly stored: number;
  readonly repeats: number;
  /** The first document that was refused; nothing behind it was sent. */
  readonly refused?: { readonly file: string; readonly detail: { readonly zh: string; readonly en: string } };
}

/** What one run of the stories came to. */
export interface Report {
  readonly played: readonly Played[];
  readonly results: readonly Result[];
}

const clientOf = (stage: Stage, key?: string): Client =>
  createClient({
    url: stage.url,
    ...(key === undefined ? {} : { key }),
    ...(stage.fetch ? { fetch: stage.fetch } : {}),
  });

/** A key for one party, as each sender of the province would hold its own. */
async function issueKey(stage: Stage, party: string): Promise<string> {
  const expiresAt = new Date(Date.now() + KEY_LIFE_MS).toISOString();
  const answer = await clientOf(stage, stage.key).createKey({
    body: { plane: 'enterprise', party, expiresAt },
  });
  return answer.key;
}

const faultOf = (job: CaptureJob): { zh: string; en: string } => {
  const [error] = job.errors;
  return { zh: `${error?.pointer} ${error?.detailZh}`, en: `${error?.pointer} ${error?.detail}` };
};

/** Loads the registers of a story and captures its documents in order, each with the key of its own actor. */
export async function loadStory(stage: Stage, story: Story): Promise<Played> {
  await clientOf(stage, stage.key).loadRegisters({ body: story.registers });
  const senders = new Map<string, Client>();
  let stored = 0;
  let repeats = 0;
  for (const { file, bytes, actor } of story.documents) {
    const sender = senders.get(actor) ?? clientOf(stage, await issueKey(stage, actor));
    senders.set(actor, sender);
    const job = await captureDocument(sender, bytes, 'rollback');
    stored += job.counts.stored;
    repeats += job.counts.repeats;
    if (!job.success) return { story: story.id, stored, repeats, refused: { file, detail: faultOf(job) } };
  }
  return { story: story.id, stored, repeats };
}

async function readPage(stage: Stage, code: string): Promise<string> {
  const ask: Fetch = stage.fetch ?? fetch;
  const url = `${stage.url.replace(/\/+$/, '')}/q?code=${encodeURIComponent(code)}`;
  const response = await ask(url, {
    method: 'GET',
    headers: { accept: 'text/html', 'accept-language': 'zh' },
  });
  return await response.text();
}

async function answerTo(stage: Stage, call: Call, as: Expectation['as']): Promise<unknown> {
  if (call.operation === 'page') return await readPage(stage, call.code);
  const client = clientOf(stage, as === 'regulator' ? stage.key : undefined);
  if (call.operation === 'readUnit') return await client.readUnit({ code: call.code });
  if (call.operation === 'readHistory') return await client.readHistory({ code: call.code, perPage: 1000 });
  const { operation: _, ...query } = call;
  return await client.traceCode(query);
}

/** Asks what an expectation asks and evaluates its checks. A refused question is a failed expectation. */
export async function evaluateExpectation(
  stage: Stage,
  story: Story,
  expectation: Expectation,
): Promise<Result> {
  const faults: string[] = [];
  try {
    const answer = await answerTo(stage, expectation.call, expectation.as);
    for (const [index, check] of expectation.expect.entries()) {
      const { holds, detail } = evaluate(answer, check);
      if (!holds) faults.push(`#${index + 1} ${check.of}: ${detail}`);
    }
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
  }
  const { id, title } = expectation;
  return { story: story.id, id, title, passed: faults.length === 0, faults };
}

/** Plays stories on a server: loads, captures, asks. A refused document ends its own story only. */
export async function playStories(stage: Stage, stories: readonly Story[]): Promise<Report> {
  const played: Played[] = [];
  const results: Result[] = [];
  for (const story of stories) {
    const load = await loadStory(stage, story);
    played.push(load);
    if (load.refused !== undefined) continue;
    for (const expectation of story.expectations)
      results.push(await evaluateExpectation(stage, story, expectation));
  }
  return { played, results };
}
