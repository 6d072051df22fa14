// pack build, pack copy, pack split: what is given away.
import { open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { openContainer } from '../../packs/container/container.ts';
import { copyPack } from '../../packs/container/write.ts';
import { LIMITS } from '../../packs/format/limits.ts';
import { buildPack, type Given } from '../../packs/publish/build.ts';
import { splitPack } from '../../packs/publish/split.ts';
import { withdrawFile } from '../../packs/publish/withdraw.ts';
import { json } from '../json.ts';
import { count, counted } from '../lines.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';
import { wrongUsage } from '../wrong-usage.ts';
import type { PacksCall } from './packs.ts';
import { ringOf, shopOf } from './publisher.ts';

/** pack build: records from files or another program into new files of the pack. */
export async function buildFrom(call: PacksCall): Promise<ExitCode> {
  const { command, terminal } = call;
  const from = command.options.from ?? [];
  if (from.length === 0) throw wrongUsage('pack build needs --from FILE, or --from - for a pipe.');
  const shop = shopOf(call);
  try {
    const report = await buildPack(
      shop,
      from.map((word) => givenBy(terminal, word)),
      {
        ring: ringOf(call, shop),
        now: new Date(),
        signal: terminal.signal,
        onProgress: (records) => terminal.progress(`Packing… ${count(records)}`),
      },
    );
    terminal.progress('');
    const { records, known, files, version } = report;
    const news = files.length === 0 ? 'nothing was new' : counted(files.length, 'new file');
    await terminal.write(
      command.json
        ? `${json({ records, known, version, files })}\n`
        : `${counted(records, 'record')} read, ${count(known)} published before: ${news}. List ${version} is signed.\n`,
    );
    return EXIT.found;
  } finally {
    terminal.progress('');
  }
}

function givenBy(terminal: Terminal, word: string): Given {
  if (word === '-') return { name: 'standard input', chunks: terminal.input() };
  return { name: basename(word), chunks: chunksOf(resolve(terminal.here, word)) };
}

async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  const file = await open(path).catch((cause: unknown) => {
    throw new AppError('file_unreadable', { name: basename(path) }, { cause });
  });
  // Node's stream closes the file, however reading ends.
  try {
    for await (const chunk of file.createReadStream({ highWaterMark: 1 << 20 })) {
      yield chunk as Buffer;
    }
  } catch (cause) {
    // What goes wrong with a line that was given out is not thrown here.
    throw new AppError('file_unreadable', { name: basename(path) }, { cause });
  }
}

/** pack withdraw: a file that is given away no more, and stays on the list as withdrawn. */
export async function withdraw(call: PacksCall): Promise<ExitCode> {
  const { command, terminal } = call;
  const path = command.words[1] as string;
  const why = command.options.why?.at(-1);
  if (!why) throw wrongUsage('pack withdraw needs --why TEXT: readers see it.');
  const shop = shopOf(call);
  await withdrawFile(shop, { path, why, ring: ringOf(call, shop), now: new Date() });
  await terminal.write(`${path} is withdrawn, and no longer in the pack.\n`);
  return EXIT.found;
}

/** pack copy: the same pack as a folder, or as one file where the name ends in .pack. */
export async function copyTo({ command, terminal }: PacksCall): Promise<ExitCode> {
  const [from, to] = command.words.map((word) => resolve(terminal.here, word)) as [string, string];
  const pack = await openContainer(from);
  try {
    await copyPack({ from, to }, { from: pack, signal: terminal.signal });
    await terminal.write(`${counted(pack.entries.size, 'file')} copied to ${basename(to)}.\n`);
    return EXIT.found;
  } finally {
    await pack.close();
  }
}

/** pack split: a pack in parts, each of which can be imported alone. */
export async function splitInto({ command, terminal }: PacksCall): Promise<ExitCode> {
  const [from, to] = command.words.map((word) => resolve(terminal.here, word)) as [string, string];
  const maxBytes = readSize(command.options['max-size']?.at(-1));
  const pack = await openContainer(from);
  try {
    const name = basename(from, '.pack');
    const parts = await splitPack({ from: pack, name, to, maxBytes, signal: terminal.signal });
    await terminal.write(`${parts.map((path) => basename(path)).join('\n')}\n`);
    return EXIT.found;
  } finally {
    await pack.close();
  }
}

const UNITS: Record<string, number> = { '': 1, k: 1e3, m: 1e6, g: 1e9 };

function readSize(value = ''): number {
  const [, number, unit = ''] = /^(\d{1,9}(?:\.\d{1,3})?)([kmg]?)$/i.exec(value) ?? [];
  const bytes = Math.floor(Number(number) * (UNITS[unit.toLowerCase()] ?? Number.NaN));
  if (bytes > 0 && bytes <= LIMITS.fileBytes) return bytes;
  throw wrongUsage(`pack split needs --max-size, such as 700M, and at most 3.9G for FAT32.`);
}
