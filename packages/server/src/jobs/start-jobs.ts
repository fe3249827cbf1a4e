import { randomInt } from 'node:crypto';
import { CAPTURE_CHANNEL, holdWorkerLock } from '../store/capture-jobs.ts';
import type { Session } from '../store/database.ts';
import type { MayDeclare } from '../store/declarations.ts';
import { OUTBOX_CHANNEL } from '../store/outbox.ts';
import { type Bell, createBell } from './bell.ts';
import { type CaptureHandlers, captureNext } from './capture-worker.ts';
import { codeJobs } from './code-jobs.ts';
import { type ComputeCompleteness, completenessJob } from './completeness-job.ts';
import type { JobContext } from './job-context.ts';
import { linkVisitor, type VisitLinks } from './link-visitor.ts';
import { type Loop, runLoop } from './loop.ts';
import { makePartitions } from './partitions.ts';
import { sequence } from './sequencer.ts';

/** What the operations lend to the jobs. */
export interface JobHandlers extends CaptureHandlers {
  readonly mayDeclare: MayDeclare;
  readonly computeCompleteness: ComputeCompleteness;
  /** Absent where the server may not go out and visit. */
  readonly visitLinks?: VisitLinks;
}

const POLL_MS = 1_000;
const PARTITIONS_EVERY_MS = 6 * 3_600_000;
/** Most time between the loss of the listening connection and the attempt to have another, in milliseconds. */
const LISTEN_AGAIN_MS = 1_000;

/**
 * Starts the sequencer, the capture worker, the making of partitions, what follows events and names, completeness, and the
 * visits of links; disposing of them waits for what is being done. Any number of servers may run them on one database.
 */
export function startJobs(context: JobContext, handlers: JobHandlers): AsyncDisposable {
  const stop = new AbortController();
  const outbox = createBell();
  const captures = createBell();
  const listener = createListener(context, [outbox, captures], stop.signal);
  const loops: Loop[] = [
    {
      name: 'sequencer',
      step: () => sequence(context, handlers.mayDeclare),
      bell: outbox,
      pollMs: POLL_MS,
    },
    {
      name: 'capture-worker',
      step: async () => {
        const worker = listener.worker();
        return worker !== undefined && captureNext(context, handlers, worker);
      },
      bell: captures,
      pollMs: POLL_MS,
    },
    {
      name: 'partitions',
      step: () => makePartitions(context),
      bell: createBell(),
      pollMs: PARTITIONS_EVERY_MS,
    },
    ...codeJobs(context),
    completenessJob(context, handlers.computeCompleteness, stop.signal),
    ...(handlers.visitLinks ? [linkVisitor(handlers.visitLinks, stop.signal)] : []),
  ];
  const ended = Promise.all([listener.ended, ...loops.map((loop) => runLoop(context, loop, stop.signal))]);
  return {
    [Symbol.asyncDispose]: async () => {
      stop.abort();
      await ended;
    },
  };
}

interface Listener {
  /** The number that this process works under, while the connection that vouches for it is open. */
  worker(): number | undefined;
  readonly ended: Promise<unknown>;
}

/** Holds one connection that hears notifications and vouches for the worker, and makes another when it is lost. */
function createListener(context: JobContext, bells: readonly Bell[], signal: AbortSignal): Listener {
  let worker: number | undefined;
  const lost = createBell();
  let session: Session | undefined;
  const connect = async () => {
    if (session) return false;
    const opened = await context.db.connect();
    // A fresh number each time: the server may not have noticed yet that the last connection is gone.
    const number = randomInt(1, 2 ** 31 - 1);
    try {
      opened.onEnd(() => {
        opened.release(true);
        session = undefined;
        worker = undefined;
        lost.ring();
      });
      opened.onNotification(() => {
        for (const bell of bells) bell.ring();
      });
      await opened.execute(`listen ${OUTBOX_CHANNEL}`);
      await opened.execute(`listen ${CAPTURE_CHANNEL}`);
      if (!(await holdWorkerLock(opened, number))) throw new Error('the number of this worker is taken');
    } catch (error) {
      opened.release(true);
      throw error;
    }
    session = opened;
    worker = number;
    for (const bell of bells) bell.ring();
    return false;
  };
  const loop: Loop = { name: 'listener', step: connect, bell: lost, pollMs: LISTEN_AGAIN_MS };
  // The connection is destroyed and not given back: it holds a lock and listens.
  const ended = runLoop(context, loop, signal).then(() => session?.release(true));
  return { worker: () => worker, ended };
}
