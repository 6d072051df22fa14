// Which of a record's languages are shown, and its texts in them.
import type { ArchiveRecord } from '../../../shared/record.ts';
import { preferredLanguage } from '../../wording/languages.ts';

/** The texts of a record that may be translated. */
export type TextField = 'title' | 'summary' | 'disputed' | 'about' | 'definition' | 'body';

export interface Text {
  lang: string;
  text: string;
}

/** The tag of one of the record's languages, or `both` for the preferred one and the original. */
export type LanguageChoice = string;

/** The languages that a record can be read in, its own first. */
export function languagesOf(record: ArchiveRecord): string[] {
  const translated = Object.keys(record.translations).filter((lang) => lang !== record.lang);
  return [record.lang, ...translated];
}

/** The languages to show, in their order, for a choice; null means what suits the reader best. */
export function shownLanguages(
  record: ArchiveRecord,
  choice: LanguageChoice | null,
  reader: string,
): string[] {
  const all = languagesOf(record);
  const preferred = preferredLanguage(all, record.lang, reader);
  if (choice !== 'both') return [choice && all.includes(choice) ? choice : preferred];
  const other = preferred === record.lang ? all[1] : record.lang;
  return other ? [preferred, other] : [preferred];
}

const own = (record: ArchiveRecord, field: TextField): string | null =>
  (record as Partial<Record<TextField, string | null>>)[field] ?? null;

const translated = (record: ArchiveRecord, field: TextField, lang: string): string | null =>
  record.translations[lang]?.[field] ?? null;

/** A text in each of the languages; where none has it, the original with its own language. */
export function textsIn(record: ArchiveRecord, field: TextField, langs: string[]): Text[] {
  const original = own(record, field);
  const texts = langs.flatMap((lang) => {
    const text = lang === record.lang ? original : translated(record, field, lang);
    return text ? [{ lang, text }] : [];
  });
  if (texts.length > 0 || !original) return texts;
  return [{ lang: record.lang, text: original }];
}
