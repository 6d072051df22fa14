// What lanes and groups of figures are called.
import type { Names } from '../../../shared/search.ts';
import type { LaneBy } from '../../../shared/timeline.ts';
import type { Database } from '../../sqlite/open.ts';
import { recordNumber } from '../reading/view.ts';
import { recordRow } from '../store/records.ts';
import { vocabularyEntry } from '../vocabulary.ts';

const VOCABULARIES = { country: 'places', service: 'services' } as const;

/** What a lane is called, by language; nothing for kinds, and where nothing here says what a key means. */
export function laneNames(db: Database, laneBy: LaneBy, key: string): Names {
  if (laneBy === 'kind' || key === '') return {};
  if (laneBy !== 'organisation') {
    return vocabularyEntry(VOCABULARIES[laneBy], key)?.names ?? {};
  }
  const slash = key.indexOf('/');
  const number = recordNumber(db, { shelf: key.slice(0, slash), id: key.slice(slash + 1) });
  const row = number === null ? null : recordRow(db, number);
  if (!row) return {};
  const others = Object.entries(row.titles).map(([lang, title]) => [lang, [title]]);
  return { ...Object.fromEntries(others), [row.lang]: [row.title] };
}
