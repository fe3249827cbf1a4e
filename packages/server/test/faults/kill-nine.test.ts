import { expect, test } from 'vitest';
import { runKillCycles } from './kill-cycles.ts';

const cycles = 40;

test('forty kills of server and database in turn under capture load lose no acknowledged event and double none', async () => {
  const report = await runKillCycles(cycles);
  const none = { lost: 0, doubled: 0, partial: 0, unfinished: 0, unnumbered: 0 };
  expect(report).toMatchObject({ cycles, ...none, exitCode: 0 });
  expect(report.documents).toBeGreaterThan(cycles);
  const { server, database, both } = report.after;
  expect([server.length, database.length, both.length]).toEqual([20, 16, 4]);
}, 480_000);
