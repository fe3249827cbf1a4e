import { parseArgs } from 'node:util';
import { runKillCycles } from '../packages/server/test/faults/kill-cycles.ts';

/** `npm run soak -- --cycles N` (200): kills server and database in turn under load and prints what came of it. */
const { values } = parseArgs({ options: { cycles: { type: 'string', default: '200' } } });
const cycles = Number(values.cycles);
if (!Number.isInteger(cycles) || cycles < 1) {
  console.error(`"${values.cycles}" is no number of cycles.`);
  process.exit(2);
}
const report = await runKillCycles(cycles, console.log);
const { after, ...counts } = report;
console.table(counts);
console.table({
  'server killed': spread(after.server),
  'database killed': spread(after.database),
  'both killed': spread(after.both),
});
const bad = report.lost + report.doubled + report.partial + report.unfinished + report.unnumbered;
console.log(bad === 0 ? 'Nothing is lost, doubled or partial.' : `${bad} faults.`);
process.exitCode = bad === 0 ? 0 : 1;

/** Milliseconds from a kill to the next acknowledgement. */
function spread(times: readonly number[]): { median: number; maximum: number } {
  const sorted = [...times].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, maximum: sorted.at(-1) ?? 0 };
}
