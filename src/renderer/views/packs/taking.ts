// Taking what a person hands over: a pack is looked into, any other file is imported as records.
import type { Grant } from '../../../shared/contract.ts';
import { client } from '../../client.ts';
import { useJobs } from '../jobs/useJobs.ts';
import { inspectPack } from './usePacks.ts';

/** Tells whether a file is a pack, by its name; folders are always taken for packs. */
const isPackName = (name: string): boolean => /\.pack$/i.test(name);

async function take(granted: Grant | null, isFolder: boolean): Promise<void> {
  if (!granted) return;
  if (isFolder || isPackName(granted.name)) await inspectPack(granted);
  else await useJobs.getState().importFile(granted);
}

/** Asks for a file in the system's dialog and takes it. */
export const takeFile = async (): Promise<void> => take(await client.grant('open'), false);

/** Takes what was dropped on the window. */
export const takeDropped = async (file: File, isFolder: boolean): Promise<void> =>
  take(await client.grantDropped(file), isFolder);
