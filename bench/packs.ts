// `npm run bench:packs -- [--size N] [--changes N]`: verifies, imports and searches generated packs, beside plainer means.
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createIndex } from '../src/main/archive/search/index-file.ts';
import { catchUp, rebuildIndex } from '../src/main/archive/search/indexer.ts';
import { putRevision } from '../src/main/archive/store/merge.ts';
import { LOCAL_SHELF, openArchiveFile } from '../src/main/archive/store/schema.ts';
import { layout } from '../src/main/data-folder/layout.ts';
import { openContainer } from '../src/main/packs/container/container.ts';
import { importPack } from '../src/main/packs/import/import-pack.ts';
import { payloadState } from '../src/main/packs/payload/payload.ts';
import { verifyPack } from '../src/main/packs/verify/verify-pack.ts';
import type { Database } from '../src/main/sqlite/open.ts';
import type { ArchiveRecord } from '../src/shared/record.ts';
import { startArchive } from './archive-process.ts';
import { ms, processorSeconds, summary, timedAsync } from './measure.ts';
import { benchPublisher, corrections, generated } from './pack-made.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '5000' },
    /** Corrections that arrive in an archive of that size. */
    changes: { type: 'string', default: '1000' },
  },
});
const ASKED = ['internet', 'shutdown', 'court order', 'national security', 'کی بندش', 'twitter'];
const BATCH = 5000;

const size = Number(values.size);
const changes = Number(values.changes);
const lines: string[] = [];
const folder = mkdtempSync(join(tmpdir(), 'mahfuz-bench-packs-'));
try {
  say(`Node ${process.version}, ${cpus()[0]?.model.trim()}, ${cpus().length} cores`);
  const publisher = await benchPublisher(folder);
  await publisher.add(generated(size));
  await sayVerified(publisher.pack);
  const bare = await insertBare(join(folder, 'bare'));
  const imported = await importWhole(publisher.pack, join(folder, 'imported'));
  say(
    `Import of ${size} records, verified, merged and searchable: ${imported.seconds.toFixed(1)} s (${imported.processor.toFixed(1)} s of processor); bare insert and index of the same records: ${bare.seconds.toFixed(1)} s (${bare.processor.toFixed(1)} s): ${(imported.seconds / bare.seconds).toFixed(2)} times, ${(imported.processor / bare.processor).toFixed(2)} times the processor.`,
  );
  await sayWhileSearching(publisher.pack);
  await publisher.add(corrections(changes, size));
  await sayUpdate(publisher.pack, join(folder, 'imported'));
  await sayMetadata();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
mkdirSync(join('out', 'bench'), { recursive: true });
writeFileSync(join('out', 'bench', `packs-${size}.md`), lines.join('\n'));

function say(text: string): void {
  lines.push(text, '');
  console.log(`${text}\n`);
}

function payloads(pack: string): string[] {
  return readdirSync(pack, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.startsWith('data/') && statSync(join(pack, name)).isFile())
    .map((name) => join(pack, name));
}

/** Checks every signature and every file, beside the same bytes hashed and nothing else. */
async function sayVerified(path: string): Promise<void> {
  const bytes = payloads(path).reduce((sum, each) => sum + statSync(each).size, 0);
  const hashing = await best(async () => {
    for (const each of payloads(path)) createHash('sha256').update(readFileSync(each)).digest();
  });
  const verifying = await best(async () => {
    const pack = await openContainer(path);
    const { files, outcome } = await verifyPack(pack, null);
    if (outcome !== 'accepted') throw new Error(outcome);
    for (const file of files) {
      if ((await payloadState(pack, file)) !== 'whole') throw new Error(file.path);
    }
    await pack.close();
  });
  const rate = (took: number) => `${(bytes / 1000 / took).toFixed(0)} MB/s`;
  say(
    `Pack of ${size} records, ${(bytes / 1e6).toFixed(1)} MB: verified at ${rate(verifying)}, its bytes read and hashed alone at ${rate(hashing)}.`,
  );
}

async function best(work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 3; round++) times.push((await timedAsync(work))[0]);
  return Math.min(...times);
}

interface Open {
  folder: string;
  archive: Database;
  index: Database;
}

async function openEmpty(at: string): Promise<Open> {
  mkdirSync(at, { recursive: true });
  const archive = openArchiveFile(layout(at).archive);
  const index = createIndex(join(at, 'search-1.sqlite'));
  await rebuildIndex(index, archive);
  return { folder: at, archive, index };
}

interface Cost {
  seconds: number;
  processor: number;
}

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const processor = processorSeconds();
  const [took] = await timedAsync(work);
  return { seconds: took / 1000, processor: processorSeconds() - processor };
}

/** Inserts and indexes records that are in memory already; making them is not counted. */
async function insertBare(at: string): Promise<Cost> {
  const { archive, index } = await openEmpty(at);
  const total: Cost = { seconds: 0, processor: 0 };
  const add = async (work: () => Promise<unknown>) => {
    const { seconds, processor } = await costOf(work);
    total.seconds += seconds;
    total.processor += processor;
  };
  const put = archive.transaction((batch: ArchiveRecord[]) => {
    for (const record of batch) putRevision(archive, LOCAL_SHELF, record);
  });
  let batch: ArchiveRecord[] = [];
  for (const record of generated(size)) {
    batch.push(record);
    if (batch.length < BATCH) continue;
    await add(async () => put.immediate(batch));
    batch = [];
  }
  await add(async () => put.immediate(batch));
  await add(() => catchUp(index, archive));
  [archive, index].forEach((db) => db.close());
  return total;
}

async function importWhole(path: string, at: string): Promise<Cost> {
  const open = await openEmpty(at);
  const cost = await costOf(() => importPack({ ...open, path }));
  [open.archive, open.index].forEach((db) => db.close());
  return cost;
}

/**
 * Searches in the archive process before, while and after a pack is imported in it, and what memory that takes. The
 * archive grows meanwhile, so that the time after is what the time while must be held against.
 */
async function sayWhileSearching(path: string): Promise<void> {
  const at = join(folder, 'searched');
  const first = await openEmpty(at);
  writeFileSync(layout(at).indexPointer, JSON.stringify({ index: 1 }));
  const put = first.archive.transaction((records: ArchiveRecord[]) => {
    for (const record of records) putRevision(first.archive, LOCAL_SHELF, record);
  });
  put.immediate([...generated(Math.min(size, 10_000), 2)]);
  await catchUp(first.index, first.archive);
  [first.archive, first.index].forEach((db) => db.close());
  const archive = await startArchive(at, join(folder, 'no-bundled-archive'));
  const ask = async (round: number) => {
    const text = ASKED[round % ASKED.length] ?? '';
    return (await timedAsync(() => archive.call('archive.search', { text })))[0];
  };
  const askIdle = async () => {
    for (let round = 0; round < 30; round++) await ask(round);
    const times: number[] = [];
    for (let round = 0; round < 200; round++) times.push(await ask(round));
    return summary(times);
  };
  const before = await askIdle();
  const busy: number[] = [];
  const { result: looked } = await archive.work('pack.inspect', { grant: '' }, path);
  const importing = archive.work('pack.import', {
    inspection: (looked as { inspection: string }).inspection,
  });
  const ended = new AbortController();
  void importing.finally(() => ended.abort());
  for (let round = 0; !ended.signal.aborted; round++) busy.push(await ask(round));
  const { error } = await importing;
  if (error) throw new Error(error.code);
  const { most } = archive.memory();
  const after = await askIdle();
  await archive.close();
  const during = summary(busy);
  const asked = { before, 'while importing': during, after };
  const said = Object.entries(asked).map(
    ([when, { p50, p95, count }]) => `${when} ${ms(p50)} / ${ms(p95)} ms (${count})`,
  );
  say(
    `Searches in the archive process, p50 / p95: ${said.join(', ')}; while importing p95 ${(during.p95 / after.p95).toFixed(2)} times what it is after. The process held ${(most / 1e6).toFixed(0)} MB at most, its threads included; this one ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB, which made the pack.`,
  );
}

/** What a pack with a few changes costs an archive that is large already. */
async function sayUpdate(path: string, at: string): Promise<void> {
  const archive = openArchiveFile(layout(at).archive);
  const { openIndex } = await import('../src/main/archive/search/index-file.ts');
  const index = openIndex(join(at, 'search-1.sqlite'));
  const cost = await costOf(() => importPack({ folder: at, archive, index, path }));
  [archive, index].forEach((db) => db.close());
  say(`${changes} changed records into an archive of ${size}: ${cost.seconds.toFixed(2)} s.`);
}

/** Lists of ten thousand files, ten roles of a thousand each, without any of the files. */
async function sayMetadata(): Promise<void> {
  const { bigLists } = await import('./pack-lists.ts');
  const path = bigLists(join(folder, 'lists'), { roles: 10, files: 1000 });
  const took = await best(async () => {
    const pack = await openContainer(path);
    const { files, outcome } = await verifyPack(pack, null);
    if (outcome !== 'accepted' || files.length !== 10_000) throw new Error(outcome);
    await pack.close();
  });
  say(`Lists of 10,000 files verified in ${(took / 1000).toFixed(3)} s.`);
}
