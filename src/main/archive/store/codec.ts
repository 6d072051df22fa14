// How a revision is written: its canonical form and hash, and its compressed bytes in the database.
import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { AppError } from '../../../shared/errors.ts';
import type { ArchiveRecord } from '../../../shared/record.ts';
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';

/** The most bytes that a stored revision may have once it is unpacked; more means damage. */
const MAX_UNPACKED_BYTES = 16 << 20;
/** Bytes that a compression dictionary has at most: deflate looks no further back. */
export const DICTIONARY_BYTES = 32_768;
/** The language whose dictionary serves where a record's own has none: its field names are common to all. */
const COMMON_LANGUAGE = 'en';

interface Dictionary {
  number: number;
  lang: string;
  data: Buffer;
}

/**
 * The canonical JSON of a value: keys sorted by UTF-16 unit, nothing between tokens, and fields that say nothing
 * (null, "", [] and {}) left out, so that a default written and a default left out are the same.
 */
export function canonicalJson(value: unknown): string {
  return significant(value) || '{}';
}

function significant(value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) {
    return value.length === 0 ? '' : `[${value.map((item) => significant(item) || 'null').join()}]`;
  }
  const fields: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const text = significant((value as Record<string, unknown>)[key]);
    if (text !== '') fields.push(`${JSON.stringify(key)}:${text}`);
  }
  return fields.length === 0 ? '' : `{${fields.join()}}`;
}

/** The SHA-256 of a record's canonical JSON: the name of this one revision. */
export function revisionHash(record: ArchiveRecord): Buffer {
  return createHash('sha256').update(canonicalJson(record)).digest();
}

/**
 * Packs a record for its revision's row: the number of the dictionary (0 for none) as one byte, then its JSON
 * as raw deflate of the highest level.
 */
export function packRecord(db: Database, record: ArchiveRecord): Buffer {
  const dictionaries = dictionariesOf(db);
  const language = record.lang.split('-')[0];
  const dictionary =
    dictionaries.find(({ lang }) => lang === language) ??
    dictionaries.find(({ lang }) => lang === COMMON_LANGUAGE);
  const packed = deflateRawSync(JSON.stringify(record), { level: 9, dictionary: dictionary?.data });
  return Buffer.concat([Buffer.of(dictionary?.number ?? 0), packed]);
}

/** Unpacks what `packRecord` wrote; bytes that are anything else are `archive_damaged`. */
export function unpackRecord(db: Database, data: Buffer): ArchiveRecord {
  try {
    const dictionary = dictionariesOf(db).find(({ number }) => number === data[0]);
    const json = inflateRawSync(data.subarray(1), {
      dictionary: dictionary?.data,
      maxOutputLength: MAX_UNPACKED_BYTES,
    });
    return JSON.parse(json.toString()) as ArchiveRecord;
  } catch (error) {
    throw new AppError('archive_damaged', {}, { cause: error });
  }
}

/** Gives an empty archive the dictionary that records of a language (a primary subtag) are packed with. */
export function addDictionary(db: Database, lang: string, data: Buffer): void {
  statement(db, `INSERT INTO dictionaries (lang, data) VALUES (?, ?)`).run(lang, data);
  known.delete(db);
}

const known = new WeakMap<Database, Dictionary[]>();

function dictionariesOf(db: Database): Dictionary[] {
  let found = known.get(db);
  if (!found) {
    found = statement<[], Dictionary>(
      db,
      `SELECT number, lang, data
       FROM dictionaries
       ORDER BY number`,
    ).all();
    known.set(db, found);
  }
  return found;
}
