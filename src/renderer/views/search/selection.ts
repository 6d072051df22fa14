// Records that the reader has selected, across searches, to compare, cite or export them (pure).
import type { Address } from '../../history.ts';

export interface Selected {
  shelf: string;
  id: string;
}

/** In the order in which they were selected. */
export type Selection = readonly Selected[];

/** More is not selected but searched for. */
export const MAX_SELECTED = 200;

const isSame = (a: Selected, b: Selected) => a.id === b.id && a.shelf === b.shelf;

/** Whether a record is selected. */
export function isSelected(selection: Selection, row: Selected | undefined): boolean {
  return row !== undefined && selection.some((one) => isSame(one, row));
}

/** Adds records that are not there yet, as many as there is room for. */
export function select(selection: Selection, rows: Selected[]): Selection {
  const added = rows.filter((row) => !isSelected(selection, row));
  const all = [...selection, ...added.map(({ shelf, id }) => ({ shelf, id }))];
  return added.length === 0 ? selection : all.slice(0, MAX_SELECTED);
}

/** Selects a record, or no longer does. */
export function toggle(selection: Selection, row: Selected): Selection {
  if (!isSelected(selection, row)) return select(selection, [row]);
  return selection.filter((one) => !isSame(one, row));
}

/** The two records to compare: those that are selected, or the one that is and the one that is read; null where it is neither. */
export function pairToCompare(
  selection: Selection,
  read: Address | null,
): [Address, Address] | null {
  const [first, second, third] = selection;
  if (third) return null;
  if (first && second) return [first, second];
  const isRead = read && first?.id === read.id && (read.shelf ?? first.shelf) === first.shelf;
  return first && read && !isRead ? [read, first] : null;
}
