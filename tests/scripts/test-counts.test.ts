import { expect, test } from 'vitest';
import { ofPlaywright, ofVitest, summary } from '../../scripts/test-counts.ts';

const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };
const playwright = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 } };

test('the last line of npm test adds both runs and names skipped tests only where there are any', () => {
  const both = [ofVitest(vitest, 0), ofPlaywright(playwright, 0)];
  expect(summary(both)).toEqual({
    passed: 8,
    failed: 0,
    skipped: 2,
    line: '8 passed, 0 failed, 2 skipped',
  });
  expect(summary([ofPlaywright(playwright, 0)]).line).toBe('3 passed, 0 failed');
});

test('a run that ended badly counts as a failure even when its report shows none', () => {
  expect(ofVitest(vitest, 1).failed).toBe(1);
  expect(ofPlaywright(playwright, 1).failed).toBe(1);
  expect(ofVitest(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a run without a single test is a failure', () => {
  expect(
    ofPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 } }, 0).failed,
  ).toBe(1);
});

test('a test that passes only at the second try has failed', () => {
  expect(
    ofPlaywright({ stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 0 } }, 0).failed,
  ).toBe(1);
});
