// Reads the values of options: dates, countries by code or name, numbers, and one of several words.
import { isCivilDate } from '../../shared/record.ts';
import {
  type FacetName,
  recordConfidence,
  recordKind,
  type SearchFilters,
} from '../../shared/search.ts';
import { civilSpan } from '../archive/dates.ts';
import { BUNDLED_SHELF } from '../archive/store/schema.ts';
import { entriesNamed, vocabularyEntry } from '../archive/vocabulary.ts';
import type { OptionName } from './options.ts';
import { wrongUsage } from './wrong-usage.ts';

type Options = Partial<Record<OptionName, string[]>>;

/** Repeated options and lists with commas mean the same. */
const listOf = (values: string[] | undefined) =>
  values
    ?.flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');

/** What limits a search or an export; throws `wrong_usage` naming the option. */
export function readFilters(options: Options): SearchFilters {
  const after = readDate(options, 'after');
  const before = readDate(options, 'before');
  if (after && before && civilSpan(after).from > civilSpan(before).to) {
    throw wrongUsage(`--after ${after} is later than --before ${before}.`);
  }
  const lists: [FacetName, string[]][] = FILTER_LISTS.flatMap(({ option, facet, read }) => {
    const values = listOf(options[option]);
    return values ? [[facet, values.map(read)]] : [];
  });
  const not = readExcluded(options);
  return {
    ...Object.fromEntries(lists),
    ...(not && { not }),
    ...(after && { after }),
    ...(before && { before }),
  };
}

interface FilterList {
  option: OptionName;
  facet: FacetName;
  /** A value as filters take it; throws `wrong_usage`. */
  read: (value: string) => string;
}

/** What can be included by an option of its own, and excluded by --not. */
const FILTER_LISTS: readonly FilterList[] = [
  { option: 'kind', facet: 'kinds', read: (value) => readWord('kind', value, recordKind.options) },
  { option: 'year', facet: 'years', read: readYear },
  { option: 'country', facet: 'countries', read: readCountry },
  { option: 'service', facet: 'services', read: (value) => readEntry('service', value) },
  { option: 'trigger', facet: 'triggers', read: (value) => readEntry('trigger', value) },
  { option: 'org', facet: 'organisations', read: readAddress },
  { option: 'lang', facet: 'languages', read: (value) => value },
  { option: 'shelf', facet: 'shelves', read: (value) => value },
  {
    option: 'confidence',
    facet: 'confidence',
    read: (value) => readWord('confidence', value, recordConfidence.options),
  },
  {
    option: 'sources',
    facet: 'sources',
    read: (value) => readWord('sources', value, ['one', 'several']),
  },
];

function readExcluded(options: Options): SearchFilters['not'] | null {
  const excluded = new Map<FacetName, string[]>();
  for (const given of listOf(options.not) ?? []) {
    const colon = given.indexOf(':');
    const list = FILTER_LISTS.find(({ option }) => option === given.slice(0, colon));
    if (!list) {
      const names = FILTER_LISTS.map(({ option }) => option).join(', ');
      throw wrongUsage(`--not ${given} names none of ${names}: write it as country:PK.`);
    }
    const values = excluded.get(list.facet) ?? [];
    excluded.set(list.facet, [...values, list.read(given.slice(colon + 1))]);
  }
  return excluded.size > 0 ? Object.fromEntries(excluded) : null;
}

function readWord(option: OptionName, value: string, allowed: readonly string[]): string {
  if (allowed.includes(value)) return value;
  throw wrongUsage(`--${option} ${value} is none of ${allowed.join(', ')}.`);
}

function readYear(value: string): string {
  if (/^\d{4}$/.test(value)) return value;
  throw wrongUsage(`--year ${value} is no year of four digits.`);
}

function readEntry(option: 'service' | 'trigger', value: string): string {
  const vocabulary = `${option}s` as const;
  if (vocabularyEntry(vocabulary, value)) return value;
  const named = entriesNamed(value).find((one) => one.vocabulary === vocabulary);
  if (named) return named.entry.id;
  throw wrongUsage(
    `--${option} ${value} is not known here; as words, ${option === 'service' ? `service:${value}` : value} finds what is printed.`,
  );
}

/** An address may leave out the shelf of what came with the program. */
function readAddress(value: string): string {
  const parts = value.split('/').length;
  if (parts === 2) return `${BUNDLED_SHELF}/${value}`;
  if (parts === 3) return value;
  throw wrongUsage(`--org ${value} is no id of an organisation, such as mahfuz/org-pta.`);
}

function readDate(options: Options, name: 'after' | 'before'): string | undefined {
  const value = options[name]?.at(-1);
  if (value === undefined || isCivilDate(value)) return value;
  throw wrongUsage(`--${name} ${value} is not a date: write 2024, 2024-02 or 2024-02-17.`);
}

function readCountry(value: string): string {
  if (/^[a-z]{2}$/i.test(value)) return value.toUpperCase();
  const place = entriesNamed(value).find(
    ({ vocabulary, entry }) => vocabulary === 'places' && /^[A-Z]{2}$/.test(entry.id),
  );
  if (place) return place.entry.id;
  throw wrongUsage(`--country ${value} is not known: write its code of two letters, such as PK.`);
}

/** A whole number within bounds, or undefined where the option was not given. */
export function readNumber(
  options: Options,
  name: OptionName,
  { least, most }: { least: number; most: number },
): number | undefined {
  const value = options[name]?.at(-1);
  if (value === undefined) return undefined;
  const number = /^\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw wrongUsage(`--${name} ${value} is not a whole number from ${least} to ${most}.`);
}

/** One of the words that an option may have, or undefined where it was not given. */
export function readOneOf<const Word extends string>(
  options: Options,
  name: OptionName,
  allowed: readonly Word[],
): Word | undefined {
  const value = options[name]?.at(-1);
  if (value === undefined) return undefined;
  const word = allowed.find((each) => each === value);
  if (word !== undefined) return word;
  throw wrongUsage(`--${name} ${value} is none of ${allowed.join(', ')}.`);
}
