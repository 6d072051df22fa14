// A record as a list of named fields in words, so that two revisions can be laid side by side (pure).
import type { RecordView } from '../../../../shared/reading.ts';
import type { ArchiveRecord } from '../../../../shared/record.ts';
import { languageName } from '../../../wording/languages.ts';
import type { Words } from '../../../wording/words.ts';
import { paragraphsOf } from './blocks.ts';
import { type Lines, linesOf } from './lines.ts';

/** One field of one revision. */
export interface Field {
  /** Names the field within the record: a key, and after a dot the language of a translation. */
  key: string;
  label: string;
  /** The language that its blocks are written in; null where they are the interface's own words. */
  lang: string | null;
  /** Paragraphs of a text, or items of a list. */
  blocks: string[];
  /** The value itself, to find changes that the words do not tell. */
  raw: string;
}

/** What is told elsewhere on the page: the revision itself, and what its publisher says about it. */
const TOLD_ELSEWHERE = new Set(['id', 'kind', 'revision', 'updated', 'correction', 'withdrawn']);
const PROSE = new Set(['title', 'summary', 'body', 'disputed', 'about', 'definition']);

function label(key: string, words: Words): string {
  return words.t(`changes.field.${key}` as 'changes.field.title', { defaultValue: key });
}

const isEmpty = (value: unknown) =>
  value === null ||
  value === '' ||
  JSON.stringify(value) === '[]' ||
  JSON.stringify(value) === '{}';

function proseField(key: string, text: string, lang: string, words: Words): Field {
  return { key, label: label(key, words), lang, blocks: paragraphsOf(text), raw: text };
}

function translationFields(record: ArchiveRecord, words: Words): Field[] {
  return Object.entries(record.translations).flatMap(([lang, texts]) =>
    Object.entries(texts).map(([key, text]) => ({
      ...proseField(key, text, lang, words),
      key: `${key}.${lang}`,
      label: words.t('changes.translated', {
        field: label(key, words),
        language: languageName(lang, words),
      }),
    })),
  );
}

function listField(key: string, value: unknown, lines: Lines, words: Words): Field {
  return { key, label: label(key, words), ...lines, raw: JSON.stringify(value) };
}

/** Everything that a revision says, field by field in the record's own order; fields that say nothing are left out. */
export function fieldsOf(view: RecordView, words: Words): Field[] {
  const { record } = view;
  const fields = Object.entries(record).flatMap(([key, value]): Field[] => {
    if (TOLD_ELSEWHERE.has(key) || key === 'translations' || isEmpty(value)) return [];
    if (PROSE.has(key) && typeof value === 'string') {
      return [proseField(key, value, record.lang, words)];
    }
    if (key === 'restriction') {
      return Object.entries(value as object).flatMap(([part, inner]) =>
        isEmpty(inner)
          ? []
          : [listField(part, inner, linesOf(part, inner, { view, words }), words)],
      );
    }
    return [listField(key, value, linesOf(key, value, { view, words }), words)];
  });
  return [...fields, ...translationFields(record, words)];
}
