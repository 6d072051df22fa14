// Where a key that leaps moves the active row of the results; arrows go record by record (spots.ts).
interface List {
  active: number;
  total: number;
  /** How many rows are in view. */
  pageful: number;
}

/** The row that a key moves to; null where the key moves nothing. */
export function movedTo(key: string, { active, total, pageful }: List): number | null {
  const moves: Record<string, number> = {
    PageDown: active + pageful,
    PageUp: active - pageful,
    Home: 0,
    End: total - 1,
  };
  if (!Object.hasOwn(moves, key)) return null;
  return Math.max(0, Math.min(total - 1, moves[key] ?? 0));
}
