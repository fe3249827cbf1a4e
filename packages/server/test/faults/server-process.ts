import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { readPostmaster } from '../../src/embedded/postmaster.ts';

const source = join(import.meta.dirname, '../../src');

/** A server in a process of its own on the embedded database of `folder`, to be killed and started again. */
export type ServerProcess = {
  readonly url: string;
  /** Starts the server again after a kill; the database may run or not. */
  start(): void;
  killServer(): Promise<void>;
  /** Kills the postmaster; the server is expected to start it again. */
  killDatabase(): void;
  /** Waits until the server calls itself ready, at most `patience` milliseconds. */
  whenReady(patience?: number): Promise<void>;
  /** The key of a regulator, issued on the running database by a program of its own. */
  issueKey(): Promise<string>;
  /** Stops with SIGTERM and answers with the exit code. */
  stop(): Promise<number | null>;
  /** What the server and its predecessors wrote. */
  log(): string;
};

export function createServerProcess(folder: string, port: number): ServerProcess {
  const env = {
    PATH: process.env.PATH ?? '',
    // With compiled files at hand a start takes half the time.
    NODE_COMPILE_CACHE: join(folder, 'compiled'),
    DATA_FOLDER: folder,
    PORT: String(port),
    LOG_LEVEL: 'warn',
  };
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let written = '';

  const start = () => {
    child = spawn(process.execPath, [join(source, 'main.ts')], { env });
    const keep = (text: Buffer) => {
      written = (written + text).slice(-20_000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
  };
  const end = async (signal: NodeJS.Signals) => {
    const dying = child;
    if (!dying || dying.exitCode !== null || dying.signalCode !== null) return dying?.exitCode ?? null;
    const gone = new Promise<number | null>((done) => dying.once('exit', done));
    dying.kill(signal);
    return await gone;
  };
  return {
    url,
    start,
    killServer: async () => void (await end('SIGKILL')),
    killDatabase: () => {
      const postmaster = readPostmaster(join(folder, 'database/data'));
      if (!postmaster) throw new Error('there is no database to kill');
      process.kill(postmaster.pid, 'SIGKILL');
    },
    whenReady: async (patience = 60_000) => {
      for (const until = Date.now() + patience; !(await isReady(url)); await sleep(25)) {
        if (typeof child?.exitCode === 'number') throw new Error(`the server ended:\n${written}`);
        if (Date.now() > until) throw new Error(`the server is not ready after ${patience} ms:\n${written}`);
      }
    },
    issueKey: async () => {
      const program = join(source, 'issue-key-main.ts');
      const { stdout } = await promisify(execFile)(process.execPath, [program], { env });
      return stdout.trim();
    },
    stop: () => end('SIGTERM'),
    log: () => written,
  };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}
