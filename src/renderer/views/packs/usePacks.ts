// Packs: opens, imports, removes and passes them on, and keeps what was found and done last.
import { useQuery } from '@tanstack/react-query';
import { create } from 'zustand';
import type { Grant, JobEnd, JobKind, Method } from '../../../shared/contract.ts';
import type {
  PackImportReport,
  PackInspection,
  PublisherLedger,
  PublisherRow,
  RemovalReport,
  ShareChoice,
  SharePlan,
  ShareReport,
} from '../../../shared/pack.ts';
import { AppError } from '../../../shared/errors.ts';
import { client } from '../../client.ts';
import { sayFailure } from '../../components/said.ts';
import { navigate } from '../../navigation.ts';
import { ARCHIVE_KEY } from '../../query-client.ts';
import { useJobs } from '../jobs/useJobs.ts';

/** What a finished task of the packs room left to be read; a failure is kept beside its kind. */
interface Packs {
  /** The name of what is being or was opened last, without where it lies. */
  name: string;
  inspection: PackInspection | null;
  imported: PackImportReport | null;
  shared: ShareReport | null;
  /** Whose files were passed on, or failed to be. */
  sharedOf: string;
  removed: RemovalReport | null;
  failure: { kind: JobKind; error: unknown } | null;
}

const EMPTY: Packs = {
  name: '',
  inspection: null,
  imported: null,
  shared: null,
  sharedOf: '',
  removed: null,
  failure: null,
};

export const usePacks = create<Packs>()(() => EMPTY);

/** Tasks whose progress and end are told on the packs page. */
export const PACK_JOBS: ReadonlySet<JobKind> = new Set(['inspect', 'pack', 'share', 'remove']);

/** Keeps how a task of the packs room ended; called for every task, when the page has started. */
function keepEnd({ kind, result, error }: JobEnd): void {
  if (!PACK_JOBS.has(kind)) return;
  if (error) usePacks.setState({ failure: { kind, error } });
  else if (kind === 'inspect') usePacks.setState({ inspection: result as PackInspection });
  else if (kind === 'pack') {
    usePacks.setState({ imported: result as PackImportReport, inspection: null });
  } else if (kind === 'share') usePacks.setState({ shared: result as ShareReport });
  else usePacks.setState({ removed: result as RemovalReport });
}

/** Follows the tasks of the packs room; called once, when the page starts. */
export function followPacks(): void {
  client.on('job.end', keepEnd);
}

/** Forgets what was found and done last. */
export const forgetPack = (): void => usePacks.setState(EMPTY);

async function start(kind: JobKind, begin: () => Promise<{ job: string }>): Promise<void> {
  usePacks.setState({ failure: null });
  await useJobs.getState().begin(kind, begin);
  const { refused, dismiss } = useJobs.getState();
  if (refused === null) return;
  usePacks.setState({ failure: { kind, error: refused } });
  dismiss();
}

/** Looks into a pack that was chosen or dropped, and shows what it holds; nothing is added. */
export async function inspectPack(granted: Grant): Promise<void> {
  const { running } = useJobs.getState();
  // What runs goes on being told under its own name.
  if (running) return sayFailure(new AppError('job_running', { kind: running.kind }));
  usePacks.setState({ ...EMPTY, name: granted.name });
  navigate.showPacks({ show: 'receive' });
  await start('inspect', () => client.call('pack.inspect', { grant: granted.grant }));
}

/** Asks for a pack in the system's dialog and looks into it. */
export async function openPack(request: 'open' | 'open-folder'): Promise<void> {
  const granted = await client.grant(request);
  if (granted) await inspectPack(granted);
}

/** Imports what was inspected. */
export const importPack = ({ inspection }: PackInspection): Promise<void> =>
  start('pack', () => client.call('pack.import', { inspection }));

/** Copies a publisher's files to a folder that is asked for now. */
export async function sharePack(choice: ShareChoice): Promise<void> {
  const folder = await client.grant('save-folder');
  if (!folder) return;
  usePacks.setState({ shared: null, sharedOf: choice.publisher });
  await start('share', () => client.call('pack.share', { ...choice, grant: folder.grant }));
}

/** Starts a removal, of whatever kind. */
export async function remove(begin: () => Promise<{ job: string }>): Promise<void> {
  usePacks.setState({ removed: null });
  await start('remove', begin);
}

/** Writes a publisher's ledger to a file that is asked for now. */
export async function exportLedger(publisher: string, language: 'en' | 'ur'): Promise<void> {
  const file = await client.grant('save', `mahfuz-ledger-${publisher.slice(0, 8)}.txt`);
  if (!file) return;
  const input = { publisher, language, grant: file.grant };
  await useJobs.getState().begin('export', () => client.call('publisher.exportLedger', input));
}

const useAnswer = <T>(key: unknown[], method: Method, input: unknown, enabled = true) =>
  useQuery({
    queryKey: [ARCHIVE_KEY, ...key],
    queryFn: ({ signal }) =>
      client.call(method, input as never, { signal }) as unknown as Promise<T>,
    enabled,
  });

/** The publishers on this computer; undefined until they are known. */
export const usePublishers = (): PublisherRow[] | undefined =>
  useAnswer<PublisherRow[]>(['publishers'], 'publisher.list', {}).data;

/** What a publisher issued and what of it is here. */
export function useLedger(publisher: string): { ledger?: PublisherLedger; error: unknown } {
  const { data, error } = useAnswer<PublisherLedger>(['ledger', publisher], 'publisher.ledger', {
    publisher,
  });
  return { ledger: data, error };
}

/** What a choice of files would copy; null asks nothing. */
export const useSharePlan = (choice: ShareChoice | null): SharePlan | undefined =>
  useAnswer<SharePlan>(['share', choice], 'pack.planShare', choice, choice !== null).data;
