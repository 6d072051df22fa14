// What a row says about its record beside title and date: kind, countries, and what to be careful about.
import type { RecordRow } from '../../shared/search.ts';
import { countryName } from './languages.ts';
import { type Words, wordSeries } from './words.ts';

/** A value of a closed list in words, or as it stands where a newer publisher uses one that is not known here. */
export function wordValue(group: string, value: string, { t }: Words): string {
  const key = `${group}.${value}` as 'kind.event';
  return t(key, { defaultValue: value });
}

/** Events that restrict something say how; the type of any other event is a word of another list. */
const RESTRICTIONS: Partial<Record<string, true>> = {
  shutdown: true,
  throttle: true,
  service_block: true,
  content_block: true,
  unknown: true,
};

/** The kind of a record, as finely as the row knows it. */
export function wordKind({ kind, subtype }: RecordRow, words: Words): string {
  if (!subtype || kind === 'term') return words.t(`kind.${kind}`);
  if (kind === 'document') return wordValue('genre', subtype, words);
  if (kind === 'organisation') return wordValue('organisationKind', subtype, words);
  return wordValue(subtype in RESTRICTIONS ? 'restrictionType' : 'eventType', subtype, words);
}

/** What a shelf is called: in the reader's words where it is the program's or their own, else as its publisher says. */
export function wordShelf(key: string, name: string, { t }: Words): string {
  return t(`record.shelves.${key}` as 'record.shelves.local', { defaultValue: name });
}

/** How many countries a row names before it only counts the rest. */
const NAMED = 2;

/** The countries of a record, by name; a long list is cut short. */
export function wordCountries(countries: string[], words: Words): string {
  const named = countries.slice(0, NAMED).map((code) => countryName(code, words));
  const rest = countries.length - named.length;
  return wordSeries(named, words) + (rest > 0 ? ` +${rest}` : '');
}

export interface Sign {
  text: string;
  /** True for what a reader must not miss. */
  grave: boolean;
}

/** What a reader should know before trusting a record: withdrawn, thin or single-sourced. */
export function wordSigns(row: RecordRow, { t }: Words): Sign[] {
  const signs: Sign[] = [];
  if (row.withdrawn === 'safety') signs.push({ text: t('row.safety'), grave: true });
  if (row.withdrawn === 'retracted') signs.push({ text: t('row.retracted'), grave: true });
  if (row.confidence === 'low') signs.push({ text: t('row.lowConfidence'), grave: true });
  if (row.confidence === 'medium') signs.push({ text: t('row.mediumConfidence'), grave: false });
  if (row.sources === 1) signs.push({ text: t('row.oneSource'), grave: false });
  return signs;
}
