// What vocabulary entries and places are called, with the wording that the source printed beside it.
import type { RecordView } from '../../../shared/reading.ts';
import type { Place, VocabularyRef } from '../../../shared/record.ts';
import { countryName } from '../../wording/languages.ts';
import { type Words, wordSeries } from '../../wording/words.ts';

export type Vocabulary = 'services' | 'networks' | 'laws' | 'triggers' | 'places';

export interface Named {
  name: string;
  /** The source's wording, where it says something else. */
  printed: string | null;
}

const same = (a: string, b: string) => a.localeCompare(b, undefined, { sensitivity: 'base' }) === 0;

/** The current name of an entry in the reader's language, and the printed wording where it differs from every name. */
export function entryName(
  view: RecordView,
  vocabulary: Vocabulary,
  ref: VocabularyRef,
  words: Words,
): Named {
  const names = ref.id === null ? undefined : view.vocabulary[vocabulary]?.[ref.id];
  const name = names?.[words.language]?.[0] ?? names?.en?.[0];
  if (!names || !name) return { name: ref.printed, printed: null };
  const known = Object.values(names).flat();
  const differs = !known.some((other) => same(other, ref.printed));
  return { name, printed: differs ? ref.printed : null };
}

/** Entries that say only that nothing better is known. */
const SAYS_NOTHING = new Set(['unknown', 'other']);

/** The occasion of a record as a list of one, empty where it is not known. */
export function knownTrigger(trigger: VocabularyRef | null): VocabularyRef[] {
  const empty = !trigger || (trigger.id === trigger.printed && SAYS_NOTHING.has(trigger.printed));
  return empty ? [] : [trigger];
}

/** A place in words: its regions and country, how wide, and the source's wording of the region. */
export function placeName(view: RecordView, place: Place, words: Words): Named {
  const { t, language } = words;
  const regions = place.region_ids.map((id) => {
    const names = view.vocabulary.places?.[id];
    return names?.[language]?.[0] ?? names?.en?.[0] ?? id;
  });
  const where = regions.length > 0 ? regions : place.region ? [place.region] : [];
  const country = place.country === null ? [] : [countryName(place.country, words)];
  const scope = place.scope === null ? [] : [t(`scope.${place.scope}`)];
  const name = wordSeries([...where, ...country, ...scope], words);
  const differs = regions.length > 0 && place.region !== null && !regions.includes(place.region);
  return { name, printed: differs ? place.region : null };
}
