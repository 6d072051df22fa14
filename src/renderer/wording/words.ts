// What every piece of wording needs: the interface's language, its digits and its catalogue.
import type { TFunction } from 'i18next';
import type { InterfaceLanguage, Settings } from '../../shared/settings.ts';

export interface Words {
  language: InterfaceLanguage;
  digits: Settings['digits'];
  t: TFunction;
}

/** The locale that dates, numbers and names are formatted in: Gregorian, with the digits that the reader chose. */
export function localeOf({ language, digits }: Words): string {
  const region = language === 'en' ? 'en-GB' : 'ur-PK';
  const numbers = language === 'ur' && digits === 'native' ? 'arabext' : 'latn';
  return `${region}-u-ca-gregory-nu-${numbers}`;
}

/** A whole number with the digits and separators of the language. */
export function wordNumber(value: number, words: Words): string {
  return new Intl.NumberFormat(localeOf(words), { maximumFractionDigits: 0 }).format(value);
}

/** A file size in bytes, rounded to what a person needs. */
export function wordBytes(bytes: number, words: Words): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = Math.min(3, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return new Intl.NumberFormat(localeOf(words), {
    style: 'unit',
    unit: units[power],
    maximumFractionDigits: power > 1 ? 1 : 0,
  }).format(bytes / 1000 ** power);
}

/** Lines things up with the language's comma: “a, b, c”. */
export function wordSeries(items: (string | null | false | undefined)[], { t }: Words): string {
  return items.filter(Boolean).join(t('common.comma'));
}

/** Joins two or more things as the language does: “a, b and c”. */
export function wordList(items: string[], words: Words): string {
  return new Intl.ListFormat(localeOf(words), { type: 'conjunction' }).format(items);
}
