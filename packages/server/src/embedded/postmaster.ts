import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a running server wrote of itself into its data directory. */
export type Postmaster = { pid: number; port: number; socketFolder: string };

/** Reads `postmaster.pid`, or undefined where there is none or it is cut short. */
export function readPostmaster(data: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return pid > 0 && port > 0 ? { pid, port, socketFolder: lines[4]?.trim() ?? '' } : undefined;
}

/** Whether a program with this number runs, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Removes the `postmaster.pid` of a server that was killed and whose number another program bears by now, which
 * happens when a container starts again. PostgreSQL clears every other stale file itself.
 */
export function removeStalePidFile(data: string): void {
  const pid = readPostmaster(data)?.pid;
  if (pid === undefined || !isAlive(pid)) return;
  const commandLine = `/proc/${pid}/cmdline`;
  if (existsSync(commandLine) && !readFileSync(commandLine, 'utf8').includes('postgres'))
    rmSync(join(data, 'postmaster.pid'));
}

/** Stops a server: at once for its clients but with everything written; the hard way after `patience` milliseconds. */
export async function stopPostmaster(data: string, pid: number, patience = 8_000): Promise<void> {
  if (!signal(pid, 'SIGINT')) return;
  if (await isGone(data, pid, patience)) return;
  signal(pid, 'SIGQUIT');
  await isGone(data, pid, 2_000);
}

/** Sends a signal; false where there is no such program any more. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** A server removes its pid file last; its number may live on as a zombie that nobody waits for. */
async function isGone(data: string, pid: number, patience: number): Promise<boolean> {
  for (const until = Date.now() + patience; Date.now() < until; await sleep(20))
    if (!isAlive(pid) || readPostmaster(data)?.pid !== pid) return true;
  return false;
}
