// Numbers that look random and are the same on every machine.

/** A sequence of numbers in [0, 1), decided by its seed alone (mulberry32). */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** An integer from `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

export function pick<T>(random: Random, list: readonly T[]): T {
  const item = list[Math.floor(random() * list.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** Draws ranks 0, 1, ... below `size` as words are drawn in speech: the n-th as often as 1 / (n + 2.7) (Zipf, Mandelbrot). */
export function zipf(size: number): (random: Random) => number {
  const weights = Float64Array.from({ length: size }, (_, rank) => 1 / (rank + 2.7) ** 1.05);
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / size;
  // Walker's alias method: one draw costs the same at any size.
  const chance = weights.map((weight) => weight / mean);
  const alias = new Uint32Array(size);
  const small: number[] = [];
  const large: number[] = [];
  for (let rank = 0; rank < size; rank++) ((chance[rank] ?? 0) < 1 ? small : large).push(rank);
  for (let low = small.pop(), high = large.pop(); low !== undefined && high !== undefined; ) {
    alias[low] = high;
    chance[high] = (chance[high] ?? 0) - (1 - (chance[low] ?? 0));
    if ((chance[high] ?? 0) < 1) [low, high] = [high, large.pop()];
    else low = small.pop();
  }
  return (random) => {
    const slot = random() * size;
    const rank = Math.floor(slot);
    return slot - rank < (chance[rank] ?? 1) ? rank : (alias[rank] ?? rank);
  };
}
