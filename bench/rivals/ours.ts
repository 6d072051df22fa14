// Our own search as an engine of the comparison: the core in this process, and the archive process as the window asks it.
import { join } from 'node:path';
import { search } from '../../src/main/archive/search/search.ts';
import { indexName, layout } from '../../src/main/data-folder/layout.ts';
import { openReader } from '../../src/main/router/reader.ts';
import { type SearchQueryInput, type SearchResults, searchQuery } from '../../src/shared/search.ts';
import { startArchive } from '../archive-process.ts';
import type { Built } from '../build.ts';
import { type Engine, type EngineBuilt, MOST_FOUND, PAGE, type Running } from './engine.ts';

/** The most hits that one search gives. */
const LONGEST_PAGE = 200;

/** The two ways to ask an archive that was built in a folder. */
export function ourEngines(folder: string): Engine[] {
  const common = {
    files: [layout(folder).archive, join(folder, indexName(1))],
    answers: () => true,
  };
  return [
    { name: 'Mahfuz, core', ...common, start: async () => core(folder) },
    { name: 'Mahfuz, archive process', ...common, start: () => archiveProcess(folder) },
  ];
}

/** What building took, the archive of whole texts with it. */
export function oursBuilt({ merging, indexing, indexBytes, archiveBytes }: Built): EngineBuilt {
  return {
    name: 'Mahfuz: archive and index',
    seconds: merging.seconds + indexing.seconds,
    indexBytes,
    textBytes: archiveBytes,
  };
}

type Ask = (query: SearchQueryInput) => Promise<SearchResults>;

function core(folder: string): Running {
  const reader = openReader(folder);
  const ask: Ask = async (query) => search(reader, searchQuery.parse(query));
  return running(ask, async () => reader.close());
}

async function archiveProcess(folder: string): Promise<Running> {
  const archive = await startArchive(folder, join(folder, 'no-bundled-archive'));
  return running((query) => archive.call('archive.search', query), archive.close);
}

function running(ask: Ask, close: () => Promise<void>): Running {
  return {
    page: async (query) => (await ask({ ...query, limit: PAGE })).total,
    found: async (query) => {
      const found = new Set<number>();
      for (let offset = 0; ; offset += LONGEST_PAGE) {
        const { hits } = await ask({ ...query, sort: 'newest', offset, limit: LONGEST_PAGE });
        for (const { id } of hits) found.add(Number(id.replace(/\D/g, '')));
        if (hits.length < LONGEST_PAGE || found.size >= MOST_FOUND) return found;
      }
    },
    close,
  };
}
