// What the latest few questions find: the timeline asks with and without a stretch of dates in turn.
import type { Question } from '../../../shared/search.ts';
import type { Database } from '../../sqlite/open.ts';
import { type Columns, columnsOf } from '../search/columns.ts';
import { type Found, found, hiddenShelves } from '../search/found.ts';
import type { Searched } from '../search/question.ts';

/** Each holds about five bytes a record. */
const MOST_KEPT = 4;
const kept = new WeakMap<Database, { columns: Columns; found: Map<string, Found> }>();

/** What a question finds, the same object while neither question nor archive has changed. */
export function foundLately(searched: Searched, question: Question): Found {
  const { text, literal, prefix, forms, filters } = question;
  const hidden = hiddenShelves(searched.archive, filters);
  const key = JSON.stringify([text, literal, prefix, forms, filters, hidden]);
  const lately = latelyOf(searched.index);
  const now = lately.get(key) ?? found(searched, question);
  lately.delete(key);
  // The latest stands last; the one that was asked for longest ago is forgotten.
  lately.set(key, now);
  for (const oldest of lately.keys()) if (lately.size > MOST_KEPT) lately.delete(oldest);
  return now;
}

function latelyOf(index: Database): Map<string, Found> {
  const columns = columnsOf(index);
  let lately = kept.get(index);
  if (lately?.columns !== columns) {
    lately = { columns, found: new Map() };
    kept.set(index, lately);
  }
  return lately.found;
}
