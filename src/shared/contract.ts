// THE CONTRACT: every method and event that crosses between the page, the terminal and the archive.
// A new call is two edits: a line here and its handler. Types of handlers, client and terminal are derived from it.
import { z } from 'zod';
import type { ErrorCode, ErrorDetail, WireError } from './errors.ts';
import { gives } from './gives.ts';
import {
  type LedgerExport,
  type PackImportReport,
  type PackInspection,
  packMethods,
  type RemovalReport,
  type ShareReport,
} from './pack.ts';
import type { RecordView, TextMark } from './reading.ts';
import { recordId } from './record.ts';
import { type Nearest, nearestQuery } from './nearest.ts';
import {
  type Facets,
  facetsQuery,
  MAX_QUERY_LENGTH,
  type SearchResults,
  type Suggestion,
  searchFilters,
  searchForms,
  searchQuery,
  suggestQuery,
} from './search.ts';
import { type Settings, settings } from './settings.ts';
import { timelineMethods } from './timeline.ts';

const nothing = z.object({}).default({});
const job = z.string().max(64);
const grant = z.string().max(64);

/** A record's address: its id, and the shelf where more than one has it. */
const recordAddress = z.object({ id: recordId, shelf: z.string().max(100).optional() });

/** A record as it was in a revision; without one, as it is. */
const revisionAddress = recordAddress.extend({
  revision: z.number().int().min(1).optional(),
  /** The SHA-256 of a revision, which also tells two texts of the same revision apart; it decides alone. */
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

/** What the archive is doing at the moment, for the page that waits for it. */
export interface ArchiveState {
  phase: 'opening' | 'copying' | 'rebuilding' | 'ready' | 'failed';
  /** Steps done and to do, where they can be counted. */
  done: number;
  total: number | null;
  error: WireError | null;
  /** What was found wrong and put right while opening, to be said once. */
  notices: Notice[];
}

export interface Notice {
  code: ErrorCode | 'index_rebuilt' | 'archive_rebuilt' | 'archive_upgraded';
  detail: ErrorDetail;
}

export interface ArchiveStats {
  records: number;
  byKind: Record<string, number>;
  byShelf: { shelf: string; name: string; records: number }[];
  countries: { country: string; records: number }[];
  languages: { lang: string; records: number }[];
  /** The earliest and latest civil date that a dated record carries. */
  firstDate: string | null;
  lastDate: string | null;
  sources: number;
  /** Records that rest on one source. */
  oneSource: number;
  revisions: number;
  withdrawn: number;
  change: number;
  /** Bytes on disk. */
  archiveBytes: number;
  indexBytes: number;
}

export interface AppInfo {
  version: string;
  electron: string;
  chromium: string;
  node: string;
  /** The runtime of the archive process. */
  archiveRuntime: string;
  platform: string;
  /** True where the official Electron could not be had and the test runtime serves. */
  fallback: boolean;
}

export type JobKind =
  | 'import'
  | 'export'
  | 'rebuild'
  | 'check'
  | 'inspect'
  | 'pack'
  | 'remove'
  | 'share';

export interface JobProgress {
  job: string;
  kind: JobKind;
  phase: string;
  done: number;
  total: number | null;
}

export interface ImportReport {
  /** Lines read; each is one revision of a record. */
  lines: number;
  added: number;
  updated: number;
  /** Revisions that were here already. */
  known: number;
  /** Older revisions, kept beside the current one. */
  older: number;
}

export interface ExportReport {
  records: number;
  bytes: number;
  /** Left out because they were withdrawn for safety. */
  withheld: number;
}

export interface CheckReport {
  records: number;
  problems: { code: string; detail: ErrorDetail }[];
}

export interface JobEnd {
  job: string;
  kind: JobKind;
  result:
    | ImportReport
    | ExportReport
    | CheckReport
    | PackInspection
    | PackImportReport
    | RemovalReport
    | ShareReport
    | LedgerExport
    | { records: number }
    | null;
  error: WireError | null;
}

export interface NotebookState {
  /** Always true once it exists: the file is never written in the clear. */
  encrypted: boolean;
  notes: number;
}

/** What a grant allows; `open` may be a file or a folder, `save-folder` a folder to write new files into. */
export type GrantPurpose = 'open' | 'save' | 'save-folder';
/** What the reader is asked for: `open-folder` gives a grant of the purpose `open`. */
export type GrantRequest = GrantPurpose | 'open-folder';

/** A one-use permission to read or write one file or folder that the reader chose; the page sees the name only. */
export interface Grant {
  grant: string;
  name: string;
}

export const contract = {
  'archive.state': { input: nothing, output: gives<ArchiveState>() },
  'archive.stats': { input: nothing, output: gives<ArchiveStats>() },
  'archive.search': { input: searchQuery, output: gives<SearchResults>() },
  'archive.facets': { input: facetsQuery, output: gives<Facets>() },
  'archive.nearest': { input: nearestQuery, output: gives<Nearest>() },
  'archive.suggest': { input: suggestQuery, output: gives<Suggestion[]>() },
  'archive.record': {
    input: revisionAddress.extend({
      /** Knowingly shows what was withdrawn for safety. */
      reveal: z.boolean().default(false),
    }),
    output: gives<RecordView>(),
  },
  'archive.mark': {
    input: z.object({
      query: z.string().max(MAX_QUERY_LENGTH),
      /** words: each word and phrase as a search matches it; letters: the text as typed, anywhere, folded. */
      mode: z.enum(['words', 'letters']),
      prefix: z.boolean().default(false),
      /** As in a search. */
      literal: z.boolean().default(false),
      forms: searchForms,
      texts: z.array(z.string().max(2_000_000)).max(5000),
    }),
    output: gives<TextMark[]>(),
  },
  'archive.cite': {
    input: revisionAddress.extend({ style: z.enum(['text', 'bibtex', 'csl', 'markdown']) }),
    output: gives<{ text: string }>(),
  },
  'archive.import': { input: z.object({ grant }), output: gives<{ job: string }>(), grant: 'open' },
  'archive.export': {
    input: z.object({
      grant,
      text: z.string().max(MAX_QUERY_LENGTH).default(''),
      filters: searchFilters.default({}),
      literal: z.boolean().default(false),
      /** True where the last word may be unfinished, as it is while typing. */
      prefix: z.boolean().default(false),
      forms: searchForms,
      /** Exactly these records, in this order, whatever else is asked. */
      records: z.array(recordAddress).max(1000).optional(),
    }),
    output: gives<{ job: string }>(),
    grant: 'save',
  },
  ...timelineMethods,
  'archive.rebuildIndex': { input: nothing, output: gives<{ job: string }>() },
  'archive.check': { input: nothing, output: gives<{ job: string }>() },
  ...packMethods,
  'job.cancel': { input: z.object({ job }), output: gives<{ cancelled: boolean }>() },
  'notebook.state': { input: nothing, output: gives<NotebookState>() },
  'shell.info': { input: nothing, output: gives<AppInfo>() },
  'shell.settings': { input: nothing, output: gives<Settings>() },
  'shell.saveSettings': { input: settings.partial(), output: gives<Settings>() },
  'shell.copy': {
    input: z.object({ text: z.string().max(5_000_000) }),
    output: gives<Record<string, never>>(),
  },
  /** Prints what the window shows to the file that was granted for saving. */
  'shell.printToPdf': {
    input: z.object({ grant }),
    output: gives<{ bytes: number }>(),
    grant: 'save',
  },
  /** Writes a drawing that the page made, as text or bytes, to the file that was granted for saving. */
  'shell.saveDrawing': {
    input: z.object({
      grant,
      content: z.union([z.string().max(50_000_000), z.instanceof(Uint8Array)]),
    }),
    output: gives<{ bytes: number }>(),
    grant: 'save',
  },
  /** The page tells that it shows what was asked for; the launcher's screenshot waits for it. */
  'shell.shown': {
    input: z.object({ view: z.string().max(100), records: z.number().int().min(0) }),
    output: gives<Record<string, never>>(),
  },
} as const satisfies Record<string, { input: z.ZodType; output: unknown; grant?: GrantPurpose }>;

export type Contract = typeof contract;
export type Method = keyof Contract;
/** A method's input as a caller writes it. */
export type Input<M extends Method> = z.input<Contract[M]['input']>;
/** A method's input after parsing, defaults filled in. */
export type Parsed<M extends Method> = z.output<Contract[M]['input']>;
export type Output<M extends Method> = Contract[M]['output'];

/** Methods that Electron's main process answers itself; all others travel to the archive process. */
export type ShellMethod = Extract<Method, `shell.${string}`>;
export type ArchiveMethod = Exclude<Method, ShellMethod>;

/** What a handler may need beside its input. */
export interface CallContext {
  /** Aborted when the caller gave up or a newer call of the same kind replaced this one. */
  signal: AbortSignal;
  /** The file behind the input's grant. */
  path?: string;
}

export type Handler<M extends Method> = (
  input: Parsed<M>,
  context: CallContext,
) => Output<M> | Promise<Output<M>>;
export type Handlers<M extends Method = ArchiveMethod> = { [K in M]: Handler<K> };

/** Calls a method as if it were here: the page's client and the terminal both have this shape. */
export type Call = <M extends Method>(
  method: M,
  input: Input<M>,
  options?: { signal?: AbortSignal },
) => Promise<Output<M>>;

/** Everything that is said without being asked. */
export interface Events {
  'archive.state': ArchiveState;
  'archive.changed': { change: number };
  'job.progress': JobProgress;
  'job.end': JobEnd;
  /** A command of the window's menu, such as `find` or `back`. */
  'shell.command': { command: ShellCommand };
}
export type EventName = keyof Events;

/** The commands that menu items and their keys send to the page. */
export type ShellCommand =
  | 'search'
  | 'find'
  | 'back'
  | 'forward'
  | 'next-match'
  | 'previous-match'
  | 'copy-citation'
  | 'compare'
  | 'other-pane'
  | 'open-beside'
  | 'next-tab'
  | 'previous-tab'
  | 'close-tab'
  | 'reopen-tab'
  | 'print'
  | 'larger-text'
  | 'smaller-text'
  | 'normal-text'
  | 'open-file'
  | 'timeline'
  | 'packs'
  | 'settings'
  | 'help';

/** What every answer looks like on the wire. */
export type Reply<T = unknown> = { ok: true; value: T } | { ok: false; error: WireError };

/** What the preload script puts on `window.mahfuz`; nothing else crosses into the page. */
export interface Bridge {
  call: (method: string, input: unknown, id: number) => Promise<Reply>;
  cancel: (id: number) => void;
  on: <E extends EventName>(event: E, listener: (payload: Events[E]) => void) => () => void;
  /** Asks the reader for a file or folder in the system's dialog; null when they cancel. */
  grant: (purpose: GrantRequest, suggestedName?: string) => Promise<Grant | null>;
  /** Takes a file or folder that was dropped on the window. */
  grantDropped: (file: unknown) => Promise<Grant | null>;
}
