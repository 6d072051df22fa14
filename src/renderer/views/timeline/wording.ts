// What lanes, bars and marks of the timeline are called, and what is said of each.
import type { Names } from '../../../shared/search.ts';
import type {
  CompetingDate,
  Lane,
  LaneBy,
  RestrictionType,
  TimeMark,
  TimeSpan,
} from '../../../shared/timeline.ts';
import { wordSpan } from '../../wording/dates.ts';
import { countryName, preferredLanguage } from '../../wording/languages.ts';
import { wordCountries, wordKind, wordValue } from '../../wording/rows.ts';
import { type Words, wordSeries } from '../../wording/words.ts';

export type TimeItem = TimeSpan | TimeMark;

/** True for what restricts something: only that has an ending. */
export const isSpan = (item: TimeItem): item is TimeSpan => 'recurrence' in item;

/** Names an event among all of the window. */
export const keyOf = ({ row }: Pick<TimeItem, 'row'>): string => `${row.shelf} ${row.id}`;

/** A name in the reader's language, else in English, else in any. */
export function nameIn(names: Names, { language }: Words): string | undefined {
  return names[language]?.[0] ?? names.en?.[0] ?? Object.values(names)[0]?.[0];
}

/** What a lane is called. */
export function wordLane(lane: Pick<Lane, 'key' | 'names'>, by: LaneBy, words: Words): string {
  if (lane.key === '') return words.t(`timeline.none.${by}`);
  if (by === 'country') return countryName(lane.key, words);
  if (by === 'kind') return wordType(lane.key, words);
  return nameIn(lane.names, words) ?? lane.key;
}

/** The kind of a restriction or of another event. */
export function wordType(type: string, words: Words): string {
  const restriction: Record<RestrictionType, true> = {
    shutdown: true,
    throttle: true,
    service_block: true,
    content_block: true,
    unknown: true,
  };
  return wordValue(Object.hasOwn(restriction, type) ? 'restrictionType' : 'eventType', type, words);
}

/** How many services or regions a short label names. */
const NAMED = 2;

function few(names: string[], words: Words): string {
  const rest = names.length - NAMED;
  return wordSeries(names.slice(0, NAMED), words) + (rest > 0 ? ` +${rest}` : '');
}

/** The title of a record in the reader's language, where it has one. */
export function titleOf({ row }: Pick<TimeItem, 'row'>, words: Words): string {
  const lang = preferredLanguage(Object.keys(row.titles), row.lang, words.language);
  return lang === row.lang ? row.title : (row.titles[lang] ?? row.title);
}

/** The few words beside a bar: what was cut and where, as far as the lane does not say it already. */
export function shortLabel(item: TimeItem, by: LaneBy, words: Words): string {
  const services = item.services.map(({ names, printed }) => nameIn(names, words) ?? printed);
  const countries =
    by === 'country' || by === 'organisation' ? '' : wordCountries(item.row.countries, words);
  const what = by === 'service' ? '' : few(services, words);
  const where = few(item.regions, words) || countries;
  return wordSeries([what, where], words) || titleOf(item, words);
}

/** When it was, in words that claim no more than is known. */
export function wordWhen(item: TimeItem, words: Words): string {
  const statusAsOf = isSpan(item) && item.end.type === 'running' ? item.end.asOf : null;
  return wordSpan({ ...item.row, statusAsOf }, words);
}

/** What else is to be known of an event, beside its title and time. */
export function wordFacts(item: TimeItem, words: Words): string[] {
  const { t } = words;
  const services = item.services.map(({ names, printed }) => nameIn(names, words) ?? printed);
  const facts = [
    wordKind(item.row, words),
    wordCountries(item.row.countries, words),
    few(item.regions, words),
    few(services, words),
    isSpan(item) && item.reach !== 'unstated' && t(`timeline.reach.${item.reach}`),
    item.disputed && t('timeline.disputed'),
    item.row.sources === 1 && t('row.oneSource'),
  ];
  return facts.filter((fact) => fact !== false && fact !== '') as string[];
}

/** One competing date: which edge, what is said, by whom. */
export function wordCompeting({ edge, value, who }: CompetingDate, words: Words): string {
  const said = words.t(`timeline.competing.${edge}`, { value });
  return who ? words.t('timeline.competing.by', { said, who }) : said;
}

/** An event in one sentence, as it is read out. */
export function wordItem(item: TimeItem, words: Words): string {
  return wordSeries(
    [titleOf(item, words), wordWhen(item, words), ...wordFacts(item, words)],
    words,
  );
}
