// Where a new year begins in a list that is ordered by date.
import type { RecordRow } from '../../../shared/search.ts';

const yearOf = (row: Pick<RecordRow, 'date'>) => row.date?.value.slice(0, 4) ?? '';

/**
 * The year that begins with a row, '' for the first undated one, null where none begins.
 * The row before is null at the top of the list, undefined where it is not loaded.
 */
export function yearBegins(
  row: Pick<RecordRow, 'date'> | undefined,
  before: Pick<RecordRow, 'date'> | null | undefined,
): string | null {
  if (!row || before === undefined) return null;
  const year = yearOf(row);
  return before !== null && yearOf(before) === year ? null : year;
}
