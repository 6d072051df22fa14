// How often something that died is started again.
import { expect, test } from 'vitest';
import { restartBudget } from '../src/main/restarts.ts';

test('three deaths within a minute are forgiven, the fourth is not', () => {
  const may = restartBudget(() => 0);
  expect([may(), may(), may(), may(), may()]).toEqual([true, true, true, false, false]);
});

test('deaths long ago do not count', () => {
  let now = 0;
  const may = restartBudget(() => now);
  for (; now < 600_000; now += 21_000) expect(may()).toBe(true);
});
