import { expect, test } from 'vitest';
import { runKillCycles } from './kill-cycles.ts';

const cycles = 40;

test('forty kills of server and database in turn under capture load lose no acknowledged event and double none', async () => {
  const report = await runKillCycles(cycles);
  const { afterServerKill, afterDatabaseKill, ...counts } = report;
  expect(counts).toMatchObject({ cycles, lost: 0, doubled: 0, partial: 0, unnumbered: 0, exitCode: 0 });
  expect(report.documents).toBeGreaterThan(cycles);
  expect(afterServerKill).toHaveLength(cycles / 2);
  expect(afterDatabaseKill).toHaveLength(cycles / 2);
}, 300_000);
