// Days under restriction as one flat row: files that are taken along and the terminal's JSON name its fields alike.
import type { FiguresRow } from '../../../../shared/timeline.ts';

/** A row of figures without its group: days as `least` and `most`, and how many entries they rest on. */
export function flatFigures(row: FiguresRow) {
  const { national, regional, unstated } = row;
  return {
    national_least: national.least,
    national_most: national.most,
    regional_least: regional.least,
    regional_most: regional.most,
    unstated_least: unstated.least,
    unstated_most: unstated.most,
    entries: row.entries,
    open: row.open,
    running: row.running,
    recurring: row.recurring,
    coarse: row.coarse,
    one_source: row.oneSource,
  };
}
