import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Runs a program that npm installed, in the project's root and with our own terminal; true where it succeeded. */
export function run(program: string, ...words: string[]): boolean {
  const options = { cwd: resolve(import.meta.dirname, '..'), stdio: 'inherit' } as const;
  return spawnSync(program, words, { ...options, shell: process.platform === 'win32' }).status === 0;
}
