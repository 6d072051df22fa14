// What every piece of wording needs: the interface's language, its digits and its catalogue.
import type { TFunction } from 'i18next';
import type { InterfaceLanguage, Settings } from '../../shared/settings.ts';
import { listFormat, numberFormat } from './formats.ts';

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
  return numberFormat(localeOf(words), { maximumFractionDigits: 0 }).format(value);
}

/** A size in kilobytes or more, rounded to what a person needs; bytes mean little to most. */
export function wordBytes(bytes: number, words: Words): string {
  const units = ['kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = Math.min(2, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3) - 1));
  const size = numberFormat(localeOf(words), {
    style: 'unit',
    unit: units[power],
    maximumFractionDigits: power > 0 || bytes < 1000 ? 1 : 0,
  }).format(bytes / 1000 ** (power + 1));
  // The sign of the unit is Latin: isolated, it keeps its place after the number between words from right to left.
  return words.language === 'ur' ? `\u2066${size}\u2069` : size;
}

/** Lines things up with the language's comma: “a, b, c”. */
export function wordSeries(items: (string | null | false | undefined)[], { t }: Words): string {
  return items.filter(Boolean).join(t('common.comma'));
}

/** Joins two or more things as the language does: “a, b and c”. */
export function wordList(items: string[], words: Words): string {
  return listFormat(localeOf(words), { type: 'conjunction' }).format(items);
}
