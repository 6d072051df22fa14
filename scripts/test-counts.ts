// Adds up what the two test runners report, so that no failure can hide behind a count.

/** How many tests ended how. */
export type Counts = { passed: number; failed: number; skipped: number };

/** Counts of Vitest's JSON report (null: there is none) for a run that ended with `code`. */
export function ofVitest(report: unknown, code: number): Counts {
  const it = report as Record<string, number> | null;
  return honest(code, {
    passed: it?.numPassedTests ?? 0,
    failed: it?.numFailedTests ?? 0,
    skipped: (it?.numPendingTests ?? 0) + (it?.numTodoTests ?? 0),
  });
}

/** Counts of Playwright's JSON report (null: there is none) for a run that ended with `code`. */
export function ofPlaywright(report: unknown, code: number): Counts {
  const it = (report as { stats?: Record<string, number> } | null)?.stats;
  return honest(code, {
    passed: it?.expected ?? 0,
    failed: (it?.unexpected ?? 0) + (it?.flaky ?? 0),
    skipped: it?.skipped ?? 0,
  });
}

/** A run that ended badly, or ran nothing, failed at least once, whatever it counted. */
function honest(code: number, counts: Counts): Counts {
  const bad = code !== 0 || counts.passed + counts.failed + counts.skipped === 0;
  return bad && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** The sum of all counts, as numbers and as the last line of `npm test`. */
export function summary(all: Counts[]): Counts & { line: string } {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const counts of all) {
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  return { ...total, line: `${total.passed} passed, ${total.failed} failed${skipped}` };
}
