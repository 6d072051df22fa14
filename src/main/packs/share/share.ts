// Passes packs on: byte for byte what the publisher gave away, nothing of who copies it, and read again before it counts.
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import type { ShareChoice, ShareReport } from '../../../shared/pack.ts';
import { liveSigned } from '../../archive/store/metadata.ts';
import { shelfByKey } from '../../archive/store/shelves.ts';
import { syncFolder } from '../../data-folder/atomic.ts';
import { asWritingFault } from '../../sqlite/faults.ts';
import type { Database } from '../../sqlite/open.ts';
import { type Container, openContainer } from '../container/container.ts';
import { type Copy, packFileBytes, writePackFile, writePackFolder } from '../container/write.ts';
import { fingerprintGroups } from '../format/fingerprint.ts';
import { LIMITS } from '../format/limits.ts';
import { metadataName, README, TIMESTAMP } from '../format/names.ts';
import type { OnProgress } from '../import/work.ts';
import { readmeText } from '../publish/readme.ts';
import { partsOf } from '../publish/split.ts';
import { publisherFolder } from '../trust/publisher-folder.ts';
import { storedPublisher } from '../trust/identity.ts';
import { verifyPack } from '../verify/verify-pack.ts';
import { type Chosen, chosenFiles, planOf } from './plan.ts';
import { verifyCopy } from './reread.ts';
import { fit } from './room.ts';

export interface Sharing {
  folder: string;
  archive: Database;
  choice: ShareChoice;
  /** The folder or drive to write into. */
  target: string;
  signal?: AbortSignal | undefined;
  onProgress?: OnProgress | undefined;
}

interface Prepared extends Sharing {
  /** The publisher's folder as a pack, with README.txt. */
  from: Copy['from'];
  /** Names of what every copy has: the text for people, roots and lists. */
  always: string[];
  chosen: Chosen;
  noRoom: number;
  /** What the copy is called. */
  name: string;
  /** What the publisher says it issued the list on; files of the copy carry this time, and not the time of copying. */
  issued: Date;
}

/**
 * Copies files of a publisher to a drive, and reads the copy again. Throws `share_nothing`, `no_room` before anything is
 * written, `copy_differs`, `disk_full`, `file_unwritable` and `cancelled`; then nothing of the copy is left.
 */
export async function sharePack(sharing: Sharing): Promise<ShareReport> {
  const { target, choice } = sharing;
  const prepared = await prepare(sharing);
  // Half-made copies never have the name of a whole one.
  const making = join(target, `${prepared.name}.part`);
  try {
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making);
    const made = await write(prepared, making);
    await verifyCopy(prepared, made);
    for (const path of made) sameTimes(path, prepared.issued);
    for (const path of made) renameSync(path, join(target, basename(path)));
    syncTarget(target);
  } catch (error) {
    // The reader chose the drive, so that what is wrong with it is not said of the data folder.
    throw asWritingFault(error, basename(target));
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
  const name = choice.form === 'pack' ? `${prepared.name}.pack` : prepared.name;
  return { ...planOf(prepared.chosen), name, noRoom: prepared.noRoom };
}

async function prepare(sharing: Sharing): Promise<Prepared> {
  const { folder, archive, choice, target } = sharing;
  const chosen = chosenFiles(archive, choice);
  const publisher = storedPublisher(archive, choice.publisher);
  const shelf = shelfByKey(archive, choice.publisher);
  if (!publisher || !shelf) throw new AppError('publisher_unknown');
  const pack = await openContainer(publisherFolder(folder, choice.publisher).root);
  const signed = liveSigned(archive, shelf.number);
  const always = [
    README,
    ...signed.map(({ role, version }) =>
      role === 'timestamp' ? TIMESTAMP : metadataName(role, version),
    ),
  ];
  const from = withReadme(pack, Buffer.from(readmeText(publisher)));
  // What was lost on this computer's own disk cannot be passed on.
  chosen.files = chosen.files.filter(({ place }) => {
    const isHere = from.entries.has(place);
    if (!isHere) chosen.leftOut.notHeld += 1;
    return isHere;
  });
  if (chosen.files.length === 0) throw new AppError('share_nothing');
  const fitted = fit({ from, always, chosen, target, choice });
  const { pack: own } = await verifyPack(pack, null);
  const [digits] = fingerprintGroups(choice.publisher);
  const name = freeName(target, `mahfuz-${digits}-list-${own?.version ?? 0}`);
  return { ...sharing, from, always, ...fitted, name, issued: new Date(own?.issued ?? 0) };
}

function withReadme(pack: Container, readme: Buffer): Copy['from'] {
  return {
    entries: new Map([...pack.entries, [README, readme.length]]),
    stream: (name, range) => (name === README ? once(readme) : pack.stream(name, range)),
  };
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

function freeName(target: string, name: string): string {
  const taken = (each: string) =>
    existsSync(join(target, each)) || existsSync(join(target, `${each}.pack`));
  for (let number = 1; ; number += 1) {
    const each = number === 1 ? name : `${name}-${number}`;
    if (!taken(each)) return each;
  }
}

/** Writes the copy into a folder of its own and gives what is to be moved out of it. */
async function write(prepared: Prepared, making: string): Promise<string[]> {
  const { from, always, chosen, choice, name, signal, onProgress } = prepared;
  const names = [...always, ...chosen.files.map(({ place }) => place)];
  const total = names.reduce((sum, each) => sum + (from.entries.get(each) ?? 0), 0);
  let done = 0;
  const onBytes = (bytes: number) => {
    done += bytes;
    onProgress?.('copying', done, total);
  };
  if (choice.form === 'folder') {
    const path = join(making, name);
    mkdirSync(path);
    await writePackFolder(path, { from, names, signal, onBytes });
    return [path];
  }
  const entries = new Map(names.map((each) => [each, from.entries.get(each) ?? 0]));
  const parts =
    packFileBytes([...entries.values()]) <= LIMITS.fileBytes
      ? [names]
      : partsOf({ from: { entries }, maxBytes: LIMITS.fileBytes });
  const paths: string[] = [];
  for (const [index, part] of parts.entries()) {
    const suffix = parts.length === 1 ? '' : `-${index + 1}-of-${parts.length}`;
    const path = join(making, `${name}${suffix}.pack`);
    await writePackFile(path, { from, names: part, signal, onBytes });
    paths.push(path);
  }
  return paths;
}

// Deepest first: writing into a folder sets its time anew.
function sameTimes(path: string, at: Date): void {
  if (lstatSync(path).isDirectory()) {
    for (const name of readdirSync(path)) sameTimes(join(path, name), at);
  }
  utimesSync(path, at, at);
}

function syncTarget(target: string): void {
  try {
    syncFolder(target);
  } catch {
    // Some drives cannot be asked; each file was written through.
  }
}
