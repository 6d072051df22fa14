// Makes the compression dictionaries of a new archive from the texts that it is to hold.
import type { ArchiveRecord } from '../../../shared/record.ts';
import { DICTIONARY_BYTES } from '../store/codec.ts';

/** What every dictionary ends with, where deflate reaches it cheapest: whole small records of each kind. */
const FORM_BYTES = 8192;

/**
 * A dictionary for each language of which the records hold enough text, by primary subtag. The same records give
 * the same bytes.
 */
export function makeDictionaries(records: readonly ArchiveRecord[]): Map<string, Buffer> {
  const form = takeBytes(shortestOfEachKind(records), FORM_BYTES);
  const room = DICTIONARY_BYTES - form.length;
  const dictionaries = new Map<string, Buffer>();
  for (const [lang, texts] of [...textsByLanguage(records)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    const sample = takeBytes(spread(texts), room);
    if (sample.length === room) dictionaries.set(lang, Buffer.concat([sample, form]));
  }
  return dictionaries;
}

function textsByLanguage(records: readonly ArchiveRecord[]): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  const add = (lang: string, value: unknown) => {
    const language = lang.split('-')[0] ?? lang;
    const known = texts.get(language) ?? [];
    texts.set(language, known);
    known.push(JSON.stringify(value));
  };
  for (const record of records) {
    add(record.lang, { ...record, translations: {} });
    for (const [lang, translation] of Object.entries(record.translations)) add(lang, translation);
  }
  return texts;
}

function shortestOfEachKind(records: readonly ArchiveRecord[]): string[] {
  const kinds = [...new Set(records.map(({ kind }) => kind))].toSorted();
  const sorted = kinds.map((kind) =>
    records
      .filter((record) => record.kind === kind)
      .map((record) => JSON.stringify(record))
      .toSorted((a, b) => a.length - b.length),
  );
  return [0, 1, 2].flatMap((rank) => sorted.flatMap((texts) => texts[rank] ?? []));
}

// Every n-th text, so that a dictionary speaks of all that the archive speaks of.
function spread(texts: readonly string[]): string[] {
  const step = Math.max(1, Math.floor(texts.length / 32));
  const first = texts.filter((_, index) => index % step === 0);
  return [...first, ...texts.filter((_, index) => index % step !== 0)];
}

function takeBytes(texts: readonly string[], bytes: number): Buffer {
  const taken: Buffer[] = [];
  let length = 0;
  for (const text of texts) {
    if (length >= bytes) break;
    const piece = Buffer.from(text);
    taken.push(piece);
    length += piece.length;
  }
  return Buffer.concat(taken).subarray(0, bytes);
}
