// Binds the contract's methods to the rooms: what reads, and what takes long.
import type { Handlers, JobEnd, Parsed } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { checkArchive } from '../archive/opening/check.ts';
import { exportRecords } from '../archive/exchange/export.ts';
import { importFile } from '../archive/exchange/import.ts';
import { buildIndex } from '../archive/opening/open-index.ts';
import type { OpenArchive } from '../archive/opening/open-archive.ts';
import { citeRecord } from '../archive/reading/citation/cite-record.ts';
import { archiveStats } from '../archive/reading/stats.ts';
import { usesIn } from '../archive/reading/uses.ts';
import { recordView } from '../archive/reading/view.ts';
import { facets } from '../archive/search/facets.ts';
import { aboutIndex } from '../archive/search/index-file.ts';
import { markTexts } from '../archive/search/mark.ts';
import { nearest } from '../archive/search/nearest.ts';
import { readQuestion } from '../archive/search/question.ts';
import { recordsFound, search } from '../archive/search/search.ts';
import { suggest } from '../archive/search/suggest.ts';
import { recordByAddress } from '../archive/store/records.ts';
import { quarantinedShelves } from '../archive/store/shelves.ts';
import { exportTimeline } from '../archive/timeline/export/export.ts';
import {
  timelineChain,
  timelineDensity,
  timelineEvents,
  timelineFigures,
  timelineSpans,
  timelineStep,
} from '../archive/timeline/timeline.ts';
import { packProblems } from '../packs/ledger/check.ts';
import type { JobMethod, ReadMethod, WriteMethod } from './methods.ts';
import { packJobHandlers, packReadHandlers } from './pack-handlers.ts';
import type { Reader } from './reader.ts';
import type { Progress } from './thread.ts';

/** Handlers of everything that only reads; `reader` gives the connections of the moment. */
export function readHandlers(reader: () => Reader): Pick<Handlers, ReadMethod> {
  return {
    'archive.stats': () => archiveStats(reader()),
    'archive.search': (query) => search(reader(), query),
    'archive.facets': (query) => facets(reader(), query),
    'archive.nearest': (question) => nearest(reader(), question),
    'archive.suggest': (query) => suggest(reader(), query),
    'archive.record': (address) => recordView(reader().archive, address, usesIn(reader())),
    'archive.mark': (marked) =>
      markTexts(marked, () => readQuestion(reader(), { ...marked, text: marked.query }).root),
    'archive.cite': ({ style, ...address }) => ({
      text: citeRecord(reader().archive, address, style),
    }),
    'timeline.density': (query) => timelineDensity(reader(), query),
    'timeline.spans': (query) => timelineSpans(reader(), query),
    'timeline.events': (query) => timelineEvents(reader(), query),
    'timeline.step': (query) => timelineStep(reader(), query),
    'timeline.chain': (address) => timelineChain(reader(), address),
    'timeline.figures': (query) => timelineFigures(reader(), query),
    ...packReadHandlers(reader),
  };
}

/** What a long task may need beside its input. */
export interface JobContext {
  signal: AbortSignal;
  path?: string;
  onProgress: (progress: Progress) => void;
}

/** Carries out long tasks; what each gives is what the contract's `job.end` tells. */
export type JobHandlers = {
  [M in JobMethod]: (
    input: Parsed<M>,
    context: JobContext,
  ) => Promise<NonNullable<JobEnd['result']>>;
};

/** Changes the archive at once; what each gives is what the contract says. */
export type WriteHandlers = Pick<Handlers, WriteMethod>;

/** Handlers of everything that takes long, over the archive that is open for writing. */
export function jobHandlers(open: () => OpenArchive): JobHandlers {
  return {
    'archive.import': (_input, { path, signal, onProgress }) =>
      importFile({ ...open(), path: granted(path), signal, onProgress: asProgress(onProgress) }),
    'archive.export': (input, { path, signal, onProgress }) =>
      exportRecords({
        archive: open().archive,
        path: granted(path),
        // The reader has chosen the name, and said yes where it was there.
        replace: true,
        numbers: numbersToExport(open(), input),
        signal,
        onProgress: (done, total) => onProgress({ phase: 'writing', done, total }),
      }),
    'timeline.export': (query, { path, signal, onProgress }) =>
      exportTimeline({
        searched: open(),
        query,
        path: granted(path),
        signal,
        onProgress: (done, total) => onProgress({ phase: 'writing', done, total }),
      }),
    'archive.rebuildIndex': (_input, { signal, onProgress }) => rebuild(open(), signal, onProgress),
    'archive.check': (_input, { signal, onProgress }) =>
      checkArchive({
        ...open(),
        signal,
        onProgress: asProgress(onProgress),
        more: packProblems,
      }),
    ...packJobHandlers(open),
  };
}

/** The records that are named, or that a search finds, in that order; undefined for all there are. */
export function numbersToExport(
  searched: Pick<Reader, 'index' | 'archive'>,
  { records, ...question }: Omit<Parsed<'archive.export'>, 'grant'>,
): number[] | undefined {
  if (records) {
    return records.flatMap((one) => recordByAddress(searched.archive, one)?.number ?? []);
  }
  const isAll = question.text.trim() === '' && Object.keys(question.filters).length === 0;
  if (isAll && quarantinedShelves(searched.archive).length === 0) return undefined;
  return recordsFound(searched, question);
}

async function rebuild(
  open: OpenArchive,
  signal: AbortSignal,
  onProgress: JobContext['onProgress'],
): Promise<{ records: number }> {
  const fresh = await buildIndex({
    ...open,
    signal,
    onProgress: (done, total) => onProgress({ phase: 'indexing', done, total }),
  });
  open.index.close();
  open.index = fresh;
  return { records: aboutIndex(fresh).documents };
}

function asProgress(onProgress: JobContext['onProgress']) {
  return (phase: string, done: number, total: number | null) => onProgress({ phase, done, total });
}

/** The path behind a grant; throws file_not_granted where there is none. */
export function granted(path: string | undefined): string {
  if (path === undefined) throw new AppError('file_not_granted');
  return path;
}
