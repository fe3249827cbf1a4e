/** What the summary needs of the report that Vitest writes as JSON. */
export type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: unknown[] }[];
};

/**
 * The last lines of a run: what failed outside of a test, and then the counts alone on a line. A test file that could
 * not be read, an error outside of every test and a failed check count as one failure each.
 */
export function summarise(
  report: Report | undefined,
  ok: boolean,
  failedChecks: readonly string[],
): { lines: string[]; failed: number } {
  const lines = failedChecks.map((name) => `${name} found faults.`);
  const unread = (report?.testResults ?? []).filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  lines.push(...unread.map((file) => `${file.name} could not be run.`));
  let failed = failedChecks.length + unread.length + (report?.numFailedTests ?? 0);
  const told = unread.length + (report?.numFailedTests ?? 0);
  if (!ok && told === 0) {
    failed += 1;
    lines.push('The test run failed outside of any test.');
  }
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const counts = `${report?.numPassedTests ?? 0} passed, ${failed} failed`;
  lines.push(skipped > 0 ? `${counts}, ${skipped} skipped` : counts);
  return { lines, failed };
}
