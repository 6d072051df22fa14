// Takes the files of a pack one after the other: staged, merged, indexed; what is wrong with one is told of that one.
import { setImmediate as pause } from 'node:timers/promises';
import type { PackImportReport, PackNote } from '../../../shared/pack.ts';
import { AppError } from '../../../shared/errors.ts';
import { aboutIndex } from '../../archive/search/index-file.ts';
import { catchUp } from '../../archive/search/indexer.ts';
import {
  addImport,
  type FileRow,
  filesOf,
  removeImport,
  setState,
} from '../../archive/store/files.ts';
import { lastChange } from '../../archive/store/records.ts';
import { seemingState } from '../payload/payload.ts';
import { notesOf, packNote } from '../trust/notes.ts';
import { type PublisherFolder, publisherFolder } from '../trust/publisher-folder.ts';
import type { ListedFile } from '../verify/verdict.ts';
import { beginAttempt, crashedBefore, endAttempt, forgetCrash } from './attempt.ts';
import { customOf, listedFile, standingOf } from './file-row.ts';
import { type FileCounts, mergeFile, noCounts } from './merge-file.ts';
import { dropStaged, fileSource, placeStaged, stageFile } from './stage.ts';
import type { TakeOver } from './work.ts';

/** So many changes, and as many as there are documents, may wait before the index follows: it merges all it has then. */
const INDEX_EVERY = 20_000;

/** The files of one import on their way into the archive. */
export class Intake {
  readonly #work: TakeOver;
  readonly #shelf: number;
  readonly #key: string;
  readonly #isFirst: boolean;
  readonly #at: PublisherFolder;
  readonly #notes: PackNote[];
  readonly #files = { merged: 0, known: 0, missing: 0, damaged: 0, refused: 0 };
  readonly #counts: FileCounts = noCounts();
  #import: number | null;
  #indexed: number;
  #gone = 0;
  #bytes = { done: 0, total: 0 };

  constructor(work: TakeOver, into: { shelf: number; first: number | null; key: string }) {
    this.#work = work;
    this.#shelf = into.shelf;
    this.#import = into.first;
    this.#isFirst = into.first !== null;
    this.#key = into.key;
    this.#at = publisherFolder(work.folder, into.key);
    this.#notes = notesOf(work.verdict);
    this.#indexed = lastChange(work.archive);
  }

  /** Takes every file that the publisher ever listed, that is not here yet, and that the pack has. */
  async takeAll(): Promise<void> {
    const { archive, pack } = this.#work;
    const wanted: FileRow[] = [];
    for (const row of filesOf(archive, this.#shelf)) {
      const isHere = row.state === 'held' || row.state === 'partial';
      if (isHere) this.#files.known += row.listed;
      else if (seemingState(pack, listedFile(row)) !== 'missing') wanted.push(row);
      else if (!customOf(row).withdrawn) this.#files.missing += row.listed;
    }
    this.#bytes.total = wanted.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const row of wanted) await this.#take(listedFile(row), row);
    if (this.#gone > 0) this.#notes.push(packNote('missing', { files: this.#gone }));
  }

  async #take(file: ListedFile, row: FileRow): Promise<void> {
    const { archive, pack, signal } = this.#work;
    if (signal?.aborted) throw new AppError('cancelled');
    const before = this.#bytes.done;
    try {
      const onBytes = (bytes: number) => this.#progress(bytes);
      await stageFile(this.#at, { pack, file }, { signal, onBytes });
      await this.#merge(file, row);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'payload_damaged') {
        this.#files.damaged += 1;
        this.#notes.push(packNote('damaged', { file: file.path }));
        setState(archive, row.number, { state: 'damaged', by: null });
      } else if (error.code === 'payload_missing') {
        // It was there when the pack was opened: a bad place on the stick, or the stick was pulled out.
        this.#files.missing += row.listed;
        this.#gone += 1;
      } else if (error.code === 'payload_malformed') {
        this.#files.refused += 1;
        dropStaged(this.#at, file);
        const { problem = null, foreign = false } = error.detail;
        const code = foreign ? 'not-delegated' : 'bad-records';
        this.#notes.push(packNote(code, { file: file.path, problem }));
      } else throw error;
    }
    this.#bytes.done = before + file.length;
    const waiting = lastChange(archive) - this.#indexed;
    const { documents } = aboutIndex(this.#work.index);
    if (waiting >= Math.max(INDEX_EVERY, documents)) await this.index();
    await pause();
  }

  async #merge(file: ListedFile, row: FileRow): Promise<void> {
    const { archive, folder, signal } = this.#work;
    beginAttempt(folder, file.sha256);
    try {
      const counts = await mergeFile({
        archive,
        key: this.#key,
        file,
        row: row.number,
        source: fileSource(this.#at.staged(file.sha256), file),
        standing: standingOf(row),
        by: this.#importNumber(),
        signal,
        beforeCommit: () => placeStaged(this.#at, file),
      });
      this.#files.merged += 1;
      for (const what of Object.keys(counts) as (keyof FileCounts)[]) {
        this.#counts[what] += counts[what];
      }
      if (counts.later > 0) {
        const detail = { file: file.path, lines: counts.later };
        this.#notes.push(packNote('needs-newer-reader', detail));
      }
      if (crashedBefore(folder).has(file.sha256)) forgetCrash(folder, file.sha256);
    } finally {
      endAttempt(folder);
    }
  }

  #importNumber(): number {
    const { archive, verdict } = this.#work;
    const list = verdict.pack?.version ?? 0;
    this.#import ??= addImport(archive, this.#shelf, { list, isFirst: false });
    return this.#import;
  }

  #progress(bytes: number): void {
    this.#bytes.done += bytes;
    this.#work.onProgress?.('merging', this.#bytes.done, this.#bytes.total);
  }

  /** An import that brought nothing cannot be taken back, but for one that brought the publisher. */
  forgetIfEmpty(): void {
    if (this.#isFirst || this.#import === null || this.#files.merged > 0) return;
    removeImport(this.#work.archive, this.#import);
    this.#import = null;
  }

  /** Lets the index follow what was merged. */
  async index(): Promise<void> {
    const { archive, index, onProgress } = this.#work;
    await catchUp(index, archive, {
      onProgress: (done, total) => onProgress?.('indexing', done, total),
    });
    this.#indexed = lastChange(archive);
  }

  report(): Omit<PackImportReport, 'status' | 'cancelled'> {
    const { added, updated, older, known, withdrawn } = this.#counts;
    return {
      publisher: this.#key,
      import: this.#import,
      notes: this.#notes,
      files: this.#files,
      records: { added, updated, older, known, withdrawn },
    };
  }
}
