// Where reading begins among the matches of a record.

export interface PlacedMatch {
  /** The index of the block that the match stands in. */
  block: number;
  start: number;
}

const letters = (text: string) => text.replace(/[\s…]+/g, ' ').trim();

/**
 * The index of the match to begin with: the first inside the passage that the result list showed, else the
 * first, so that a record found by its title is read from its beginning; -1 where there is none.
 */
export function firstMatch(
  matches: PlacedMatch[],
  texts: string[],
  passage: string | null,
): number {
  if (matches.length === 0) return -1;
  if (passage) {
    const wanted = letters(passage);
    const inPassage = matches.findIndex(({ block, start }) => {
      const text = letters(texts[block] ?? '');
      const at = text.indexOf(wanted);
      return at >= 0 && start >= at && start < at + wanted.length;
    });
    if (inPassage >= 0) return inPassage;
  }
  return 0;
}

/** The match after or before another, round the end. */
export function stepped(current: number, total: number, by: 1 | -1): number {
  if (total === 0) return -1;
  if (current < 0) return by === 1 ? 0 : total - 1;
  return (current + by + total) % total;
}
