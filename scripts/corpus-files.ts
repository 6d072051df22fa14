// Reads the starter corpus as it lies in resources/ and says where its files are not written as they should be.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type ArchiveRecord, record } from '../src/shared/record.ts';
import {
  VOCABULARIES,
  type Vocabularies,
  type VocabularyName,
  vocabularyEntry,
} from '../src/shared/vocabulary.ts';

/** The files of the corpus, each with the records it may hold. */
export const CORPUS_FILES: Record<string, (record: ArchiveRecord) => boolean> = {
  'documents-pk.ndjson': (r) => r.kind === 'document' && isPakistan(r),
  'documents-world.ndjson': (r) => r.kind === 'document' && !isPakistan(r),
  'events-pk.ndjson': (r) => r.kind === 'event' && isPakistan(r),
  'events-world.ndjson': (r) => r.kind === 'event' && !isPakistan(r),
  'organisations.ndjson': (r) => r.kind === 'organisation',
  'terms.ndjson': (r) => r.kind === 'term',
};

/** Tells whether a record is placed in Pakistan. */
export function isPakistan(r: ArchiveRecord): boolean {
  return 'places' in r && r.places.some(({ country }) => country === 'PK');
}

/** What a file holds, and what is wrong with the way it is written, each problem with its line. */
export interface CorpusFile {
  records: ArchiveRecord[];
  problems: string[];
}

/**
 * Reads a file of the corpus: one record a line as the schema writes it (its order of keys, its defaults spelled out),
 * sorted by id, in NFC, each in the file where it belongs.
 */
export function readCorpusFile(name: string, text: string): CorpusFile {
  const records: ArchiveRecord[] = [];
  const problems: string[] = [];
  if (!text.endsWith('\n')) problems.push(`${name}: does not end with a line feed`);
  if (text.normalize('NFC') !== text) problems.push(`${name}: is not in NFC`);
  for (const [index, line] of text.replace(/\n$/, '').split('\n').entries()) {
    const where = `${name}:${index + 1}`;
    const read = readLine(line);
    if (typeof read === 'string') {
      problems.push(`${where}: ${read}`);
      continue;
    }
    if (JSON.stringify(read) !== line) problems.push(`${where}: is not written canonically`);
    if (!CORPUS_FILES[name]?.(read)) problems.push(`${where}: ${read.id} belongs in another file`);
    const previous = records.at(-1);
    if (previous && previous.id >= read.id) problems.push(`${where}: ${read.id} is out of order`);
    records.push(read);
  }
  return { records, problems };
}

function readLine(line: string): ArchiveRecord | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'is not JSON';
  }
  const result = record.safeParse(value);
  return result.success ? result.data : z.prettifyError(result.error);
}

/** Reads all files of the corpus under `resources`, with all that is wrong with their writing. */
export function readCorpus(resources: string): CorpusFile {
  const files = Object.keys(CORPUS_FILES).map((name) =>
    readCorpusFile(name, readFileSync(join(resources, 'corpus', name), 'utf8')),
  );
  return {
    records: files.flatMap(({ records }) => records),
    problems: files.flatMap(({ problems }) => problems),
  };
}

/** Reads the vocabularies under `resources`; throws where an entry does not have their form. */
export function readVocabularies(resources: string): Vocabularies {
  const read = (name: VocabularyName) =>
    z
      .array(vocabularyEntry)
      .parse(JSON.parse(readFileSync(join(resources, 'vocabularies', `${name}.json`), 'utf8')));
  return Object.fromEntries(VOCABULARIES.map((name) => [name, read(name)])) as Vocabularies;
}
