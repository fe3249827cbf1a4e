import { type CaptureJob, type Client, captureIDOf } from '@yunsu/api';
import type { Common } from '../arguments.ts';
import { Exit } from '../exit.ts';
import { connect } from '../remote.ts';
import type { Terminal } from '../terminal.ts';
import { say } from '../words.ts';
import { readBytes } from './files.ts';
import { faultLine, refusalLines } from './refusals.ts';

/** Longest wait for one job; a larger document goes on without us and the answer says its id. */
const JOB_WAIT_MAX_MS = 600_000;
const JOB_POLL_MS = 200;

/** Sends a document and waits for its job (EPCIS 2.0 REST binding, capture interface). */
export async function captureDocument(
  client: Client,
  bytes: Uint8Array<ArrayBuffer>,
  behaviour: 'rollback' | 'proceed',
  waitMaxMs = JOB_WAIT_MAX_MS,
): Promise<CaptureJob> {
  const { headers } = await client.captureEvents({
    body: bytes,
    headers: { 'gs1-capture-error-behaviour': behaviour },
  });
  const captureID = captureIDOf(headers.location);
  const until = Date.now() + waitMaxMs;
  let job = await client.readCaptureJob({ captureID });
  while (job.running && Date.now() < until) {
    await new Promise((done) => setTimeout(done, JOB_POLL_MS));
    job = await client.readCaptureJob({ captureID });
  }
  return job;
}

/** What a finished job says, a line a fault. */
export function jobLines(common: Common, file: string, job: CaptureJob): string[] {
  const { stored, repeats, refused } = job.counts;
  const parts = [say(common.language, 'stored', { stored })];
  if (repeats > 0) parts.push(say(common.language, 'repeats', { repeats }));
  if (refused > 0) parts.push(say(common.language, 'refused', { refused }));
  if (job.running) parts.push(say(common.language, 'jobRunning', { id: job.captureID }));
  if (!job.running && !job.success && stored === 0) parts.push(say(common.language, 'jobRefused'));
  return [
    `${file}  ${parts.join(common.language === 'zh' ? '，' : ', ')}`,
    ...job.errors.map((error) => faultLine(common, file, error)),
    ...job.warnings.map((warning) =>
      faultLine(common, file, {
        pointer: warning.pointer,
        detail: warning.detail ?? '',
        detailZh: warning.detailZh ?? '',
      }),
    ),
  ];
}

interface Sent {
  readonly counts: CaptureJob['counts'];
  readonly lines: readonly string[];
  readonly refused: boolean;
}

const nothing: CaptureJob['counts'] = { events: 0, stored: 0, repeats: 0, refused: 0 };

async function sendFile(common: Common, client: Client, file: string, proceed: boolean): Promise<Sent> {
  const read = await readBytes(common.language, file);
  if (!read.ok) {
    const line = common.json ? JSON.stringify({ file, error: read.reason }) : read.reason;
    return { counts: nothing, lines: [line], refused: true };
  }
  try {
    const job = await captureDocument(client, read.bytes, proceed ? 'proceed' : 'rollback');
    const lines = common.json ? [JSON.stringify({ file, job })] : jobLines(common, file, job);
    return { counts: job.counts, lines, refused: !job.running && (!job.success || job.counts.refused > 0) };
  } catch (error) {
    return { counts: nothing, lines: refusalLines(common, file, error), refused: true };
  }
}

/** Captures files in order. A refused file does not stop the next; the exit code remembers it. */
export async function captureFiles(
  common: Common,
  files: readonly string[],
  proceed: boolean,
  terminal: Terminal,
): Promise<Exit> {
  const client = connect(common, 'capture');
  const total = { files: files.length, stored: 0, repeats: 0, refused: 0 };
  let exit: Exit = Exit.done;
  for (const [index, file] of files.entries()) {
    const sent = await sendFile(common, client, file, proceed);
    total.stored += sent.counts.stored;
    total.repeats += sent.counts.repeats;
    total.refused += sent.counts.refused;
    if (sent.refused) exit = Exit.refused;
    const [first = '', ...rest] = sent.lines;
    terminal.out(common.json || files.length === 1 ? first : `[${index + 1}/${files.length}] ${first}`);
    for (const line of rest) terminal.out(line);
  }
  if (!common.json && files.length > 1) terminal.out(say(common.language, 'captureTotal', total));
  return exit;
}
