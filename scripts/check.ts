import { run } from './run-program.ts';

/** Runs the linter and the compiler and returns the names of those that found faults. */
export function runChecks(): string[] {
  const checks: [name: string, program: string, ...words: string[]][] = [
    ['The linter (Biome)', 'biome', 'check', '--error-on-warnings', '.'],
    ['The compiler (pure rooms)', 'tsc', '-p', 'tsconfig.pure.json'],
    ['The compiler', 'tsc', '-p', 'tsconfig.json'],
  ];
  return checks.filter(([, program, ...words]) => !run(program, ...words)).map(([name]) => name);
}

if (import.meta.main) {
  const failed = runChecks();
  for (const name of failed) console.error(`${name} found faults.`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}
