// Lays spans of a lane out in rows, so that none overlap and what lasts longest comes first.
import type { Stretch } from './civil.ts';

/** For each span the row that it has, or null where all rows that there may be are taken. */
export interface Laid {
  rows: (number | null)[];
  /** How many rows are in use. */
  used: number;
}

/**
 * Packs spans into at most so many rows. The longest are laid first, so that it does not depend on what is in sight
 * which row one of them has unless a longer one comes into sight; each takes at least `least` minutes.
 */
export function layOut(
  spans: readonly Stretch[],
  { mostRows, least }: { mostRows: number; least: number },
): Laid {
  const order = [...spans.keys()].sort((a, b) => longer(spans, a, b));
  const taken: Stretch[][] = [];
  const rows: (number | null)[] = spans.map(() => null);
  for (const place of order) {
    const span = spans[place] as Stretch;
    const wide = { from: span.from, to: Math.max(span.to, span.from + least) };
    for (let row = 0; row < mostRows; row++) {
      const others = (taken[row] ??= []);
      const at = firstAfter(others, wide.from);
      if ((others[at - 1]?.to ?? -Infinity) > wide.from) continue;
      if ((others[at]?.from ?? Infinity) < wide.to) continue;
      others.splice(at, 0, wide);
      rows[place] = row;
      break;
    }
  }
  return { rows, used: taken.filter((row) => row.length > 0).length };
}

function longer(spans: readonly Stretch[], a: number, b: number): number {
  const [one, other] = [spans[a] as Stretch, spans[b] as Stretch];
  return other.to - other.from - (one.to - one.from) || one.from - other.from || a - b;
}

/** The place of the first span that begins at a minute or later. */
function firstAfter(spans: readonly Stretch[], minute: number): number {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.from ?? 0) < minute) low = middle + 1;
    else high = middle;
  }
  return low;
}
