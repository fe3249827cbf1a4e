import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from './check.ts';
import { run } from './run-program.ts';
import { type Report, summarise } from './test-summary.ts';

/**
 * `npm test`: linter, types, then every test. `-- --no-checks` skips the first two; other words go to the test runner
 * (`npm test -- packages/epcis`). The last line is `N passed, N failed`; a check that fails counts as one.
 */
const words = process.argv.slice(2);
const testWords = words.filter((word) => word !== '--no-checks');

function readReport(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}

const failed = words.includes('--no-checks') ? [] : runChecks();
const folder = mkdtempSync(join(tmpdir(), 'yunsu-report-'));
const file = join(folder, 'report.json');
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
const ok = run('vitest', 'run', ...reporters, ...testWords);
const summary = summarise(readReport(file), ok, failed);
rmSync(folder, { recursive: true });
for (const line of summary.lines) console.log(line);
process.exitCode = summary.failed === 0 ? 0 : 1;
