// Reads the values of options: dates, countries by code or name, numbers, and one of several words.
import { isCivilDate } from '../../shared/record.ts';
import { recordKind, type SearchFilters } from '../../shared/search.ts';
import { civilSpan } from '../archive/dates.ts';
import { entriesNamed } from '../archive/vocabulary.ts';
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
  const kinds = listOf(options.kind)?.map(readKind);
  return {
    ...(kinds && { kinds }),
    ...(options.country && { countries: listOf(options.country)?.map(readCountry) }),
    ...(options.lang && { languages: listOf(options.lang) }),
    ...(options.shelf && { shelves: listOf(options.shelf) }),
    ...(after && { after }),
    ...(before && { before }),
  };
}

function readDate(options: Options, name: 'after' | 'before'): string | undefined {
  const value = options[name]?.at(-1);
  if (value === undefined || isCivilDate(value)) return value;
  throw wrongUsage(`--${name} ${value} is not a date: write 2024, 2024-02 or 2024-02-17.`);
}

function readKind(value: string): NonNullable<SearchFilters['kinds']>[number] {
  const kind = recordKind.safeParse(value);
  if (kind.success) return kind.data;
  throw wrongUsage(`--kind ${value} is none of ${recordKind.options.join(', ')}.`);
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
