// Asks the search sets of a real archive that holds the texts of all languages together, and counts what is found.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIndex } from '../../src/main/archive/search/index-file.ts';
import { rebuildIndex } from '../../src/main/archive/search/indexer.ts';
import { search } from '../../src/main/archive/search/search.ts';
import { putRevision } from '../../src/main/archive/store/merge.ts';
import { openArchiveFile } from '../../src/main/archive/store/schema.ts';
import type { ArchiveRecord } from '../../src/shared/record.ts';
import { type SearchQuery, searchQuery } from '../../src/shared/search.ts';
import { sampleDocument } from '../archive/sample.ts';
import type { SearchSet, SetQuery, Trial } from './set.ts';

/** What one query found, by the ids of texts. */
export interface Asked {
  lang: string;
  trial: Trial;
  text: string;
  found: string[];
  missed: string[];
  /** Found, though it should not be. */
  wrong: string[];
}

/** How well a number of queries did. */
export interface Score {
  queries: number;
  /** The part of what should be found that was. */
  recall: number;
  /** The part of what was found that should not be. */
  falseHits: number;
}

/**
 * Merges the texts of all sets into an archive of its own, indexes it, and asks every query: for words as they are typed,
 * unless other forms are asked for too, and always with other forms where a query is meant for one.
 */
export async function askAll(
  sets: readonly SearchSet[],
  forms: SearchQuery['forms'] = 'never',
): Promise<Asked[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mahfuz-sets-'));
  const archive = openArchiveFile(join(folder, 'archive.sqlite'));
  const index = createIndex(join(folder, 'search-1.sqlite'));
  try {
    const merge = archive.transaction((records: readonly ArchiveRecord[]) => {
      for (const record of records) putRevision(archive, 'local', record);
    });
    merge(sets.flatMap(recordsOf));
    await rebuildIndex(index, archive);
    const find = ([trial, text]: SetQuery) => {
      const query = searchQuery.parse({
        text,
        prefix: trial === 'start',
        forms: trial === 'form' ? 'few' : forms,
        limit: 100,
      });
      return search({ index, archive }, query).hits.map(({ id }) => id.split('/')[1] ?? '');
    };
    return sets.flatMap(({ lang, queries }) =>
      queries.map((query) => compared(lang, query, find(query))),
    );
  } finally {
    index.close();
    archive.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The score of some queries; a recall of 1 where nothing was to be found, no false hits where nothing was. */
export function scoreOf(asked: readonly Asked[]): Score {
  const count = (list: (one: Asked) => string[]) =>
    asked.reduce((sum, one) => sum + list(one).length, 0);
  const [found, missed, wrong] = [
    count((one) => one.found),
    count((one) => one.missed),
    count((one) => one.wrong),
  ];
  const wanted = found - wrong + missed;
  return {
    queries: asked.length,
    recall: wanted === 0 ? 1 : (wanted - missed) / wanted,
    falseHits: found === 0 ? 0 : wrong / found,
  };
}

/** Queries for words as they are typed, and apart from them those for other grammatical forms. */
export function byPromise(asked: readonly Asked[]): { typed: Asked[]; forms: Asked[] } {
  return {
    typed: asked.filter(({ trial }) => trial !== 'form'),
    forms: asked.filter(({ trial }) => trial === 'form'),
  };
}

function recordsOf({ lang, texts }: SearchSet): ArchiveRecord[] {
  return Object.entries(texts).map(([id, [title, body]]) =>
    sampleDocument({
      id: `test/${id}`,
      lang,
      title,
      body,
      sources: [{ title: 'Source', read: 'whole' }],
    }),
  );
}

function compared(lang: string, [trial, text, finds]: SetQuery, found: string[]): Asked {
  const wanted = finds.split(' ').filter(Boolean);
  return {
    lang,
    trial,
    text,
    found,
    missed: wanted.filter((id) => !found.includes(id)),
    wrong: found.filter((id) => !wanted.includes(id)),
  };
}
