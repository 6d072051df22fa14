// Reads a date as people write it.
import { isCivilDate } from '../../../shared/record.ts';
import { fold } from '../../language/fold.ts';

const MONTHS = [
  'january jan جنوری',
  'february feb فروری',
  'march mar مارچ',
  'april apr اپریل',
  'may مئی',
  'june jun جون',
  'july jul جولائی',
  'august aug اگست',
  'september sep sept ستمبر',
  'october oct اکتوبر',
  'november nov نومبر',
  'december dec دسمبر',
].map((names) => names.split(' ').map(fold));

const BY_NUMBER = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/;
const BY_NAME = /^(?:(\d{1,2})[\s.]+)?([^\s\d.]+)[\s.]+(\d{4})$/u;
/** What may still become a date while it is typed. */
const BEGUN = /^(?:\d{1,4}(?:[-/.]\d{0,2}){0,2}|(?:\d{1,2}[\s.]+)?[^\s\d.]*[\s.]*\d{0,4})$/u;

/**
 * A date as YYYY, YYYY-MM or YYYY-MM-DD, from numbers in that order in the digits of any script, or with the name of a
 * month in English or Urdu; null where it is no such date. Numbers in another order may mean two days, so they are none.
 */
export function readDate(text: string): string | null {
  const plain = fold(text.trim()).replace(/[\u2010-\u2015\u2212]/gu, '-');
  const [, year, month, day] = BY_NUMBER.exec(plain) ?? byName(plain) ?? [];
  const value = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
  return isCivilDate(value) ? value : null;
}

/** Whether a date that is being typed may still become one. */
export function isBegunDate(text: string): boolean {
  return BEGUN.test(fold(text.trim()));
}

function byName(plain: string): (string | undefined)[] | null {
  const [, day, name = '', year] = BY_NAME.exec(plain) ?? [];
  const month = MONTHS.findIndex((names) => names.includes(name));
  return month < 0 ? null : [undefined, year, String(month + 1), day];
}
