// Where a key moves among the tabs: arrows go the way they point, and round at the ends.

/** The position that a key moves to from `at` among `count` tabs; null where the key moves nothing. */
export function movedTab(
  key: string,
  at: number,
  count: number,
  rightToLeft: boolean,
): number | null {
  const onwards = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const backwards = rightToLeft ? 'ArrowRight' : 'ArrowLeft';
  if (key === onwards) return (at + 1) % count;
  if (key === backwards) return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}
