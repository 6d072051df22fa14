// The archive process's desk over real threads and a real archive: opening, reading, long tasks, and deaths.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createDesk, type Desk } from '../../src/main/router/desk.ts';
import type { LifecycleOptions } from '../../src/main/router/lifecycle.ts';
import type { EventName, Events, Reply } from '../../src/shared/contract.ts';
import type { SearchResults } from '../../src/shared/search.ts';
import { makeBundled, manyDocuments, writeNdjson } from '../archive/made.ts';
import { temporaryFolder } from '../folders.ts';

const door = (name: string) => join(import.meta.dirname, '..', '..', 'src', 'main', `${name}.ts`);
const LONG = 'x'.repeat(1001);
const FILES = { read: door('read-worker'), jobs: door('job-worker') };

type Told = { [E in EventName]: { event: E; payload: Events[E] } }[EventName];

interface Office {
  desk: Desk;
  folder: string;
  told: Told[];
  ask: (method: string, input?: unknown, path?: string) => Promise<Reply>;
  /** Waits until an event says something. */
  until: <E extends EventName>(
    event: E,
    says: (payload: Events[E]) => boolean,
  ) => Promise<Events[E]>;
}

/** A desk on a data folder of its own, closed after the test. */
async function office({
  files = FILES,
  folder = temporaryFolder(),
  patienceMs = 30_000,
}: Partial<{
  patienceMs: number;
  files: LifecycleOptions['files'];
  folder: string;
}> = {}): Promise<Office> {
  const bundledFolder = await makeBundled();
  const told: Told[] = [];
  const waiting = new Set<() => void>();
  const desk = createDesk({
    folders: { folder, bundledFolder },
    files,
    patienceMs,
    emit: (event, payload) => {
      told.push({ event, payload } as Told);
      for (const look of waiting) look();
    },
  });
  onTestFinished(() => desk.close());
  let last = 0;
  const ask: Office['ask'] = (method, input = {}, path?) => {
    last += 1;
    return desk.call({ type: 'call', id: last, caller: 1, method, input, path });
  };
  const until: Office['until'] = (event, says) =>
    new Promise((resolve) => {
      const look = () => {
        const found = told.find((one) => one.event === event && says(one.payload as never));
        if (!found) return;
        waiting.delete(look);
        resolve(found.payload as never);
      };
      waiting.add(look);
      look();
    });
  return { desk, folder, told, ask, until };
}

const ready = ({ until }: Office) => until('archive.state', ({ phase }) => phase === 'ready');
const code = (reply: Reply) => (reply.ok ? 'ok' : reply.error.code);
const total = (reply: Reply) => (reply.ok ? (reply.value as SearchResults).total : reply.error);

/** The real worker, which dies, or does what else is given, when it is asked for a text. */
function mortal(name: keyof typeof FILES, word: string, does = 'process.exit(1)'): string {
  const file = join(temporaryFolder(), 'mortal.ts');
  writeFileSync(
    file,
    `import { parentPort } from 'node:worker_threads';
     parentPort!.on('message', (message) => {
       if (JSON.stringify(message).includes(${JSON.stringify(word)})) ${does};
     });
     await import(${JSON.stringify(FILES[name])});`,
  );
  return file;
}

describe('opening', () => {
  test('reads asked while the archive is opened wait for it, and the state does not', async () => {
    const { ask } = await office();
    const search = ask('archive.search', { text: 'silent' });
    const state = await ask('archive.state');
    expect(state).toMatchObject({ ok: true, value: { phase: 'opening' } });
    expect(total(await search)).toBe(1);
    expect(await ask('archive.state')).toMatchObject({
      ok: true,
      value: { phase: 'ready', error: null },
    });
  });

  test('nothing says ready before reads are answered', async () => {
    const { told, ask } = await office();
    await ask('archive.stats');
    const phases = told.flatMap((one) => (one.event === 'archive.state' ? one.payload.phase : []));
    expect(phases.filter((phase) => phase === 'ready')).toHaveLength(1);
    expect(phases.at(-1)).toBe('ready');
    expect(phases).toContain('copying');
  });

  test('a folder that another desk writes in cannot be opened, and everything says why', async () => {
    const first = await office();
    await ready(first);
    const second = await office({ folder: first.folder });
    expect(code(await second.ask('archive.search'))).toBe('folder_in_use');
    expect(code(await second.ask('archive.check'))).toBe('folder_in_use');
    expect(await second.ask('archive.state')).toMatchObject({
      value: { phase: 'failed', error: { code: 'folder_in_use' } },
    });
    expect(total(await first.ask('archive.search'))).toBe(4);
  });

  test('after closing, the folder is free and everything is answered', async () => {
    const first = await office();
    await ready(first);
    await first.desk.close();
    expect(code(await first.ask('archive.stats'))).toBe('archive_unavailable');
    const second = await office({ folder: first.folder });
    expect(total(await second.ask('archive.search'))).toBe(4);
  });
});

const WRONG: [method: string, expected: string, input: unknown][] = [
  ['archive.record', 'not_found', { id: 'mahfuz/missing' }],
  ['archive.record', 'invalid_input', { id: '../../etc/passwd' }],
  ['archive.search', 'query_too_long', { text: LONG }],
  ['archive.import', 'file_not_granted', { grant: 'no file came with it' }],
  ['shell.info', 'unknown_method', {}],
  ['shell.printToPdf', 'unknown_method', { grant: 'x' }],
  ['__proto__', 'unknown_method', {}],
  ['open', 'unknown_method', {}],
  ['close', 'unknown_method', {}],
];

describe('asking', () => {
  test('every read of the contract is answered from the archive', async () => {
    const { ask } = await office();
    const replies = await Promise.all([
      ask('archive.stats'),
      ask('archive.search', { text: 'network' }),
      ask('archive.suggest', { text: 'thr' }),
      ask('archive.record', { id: 'mahfuz/blackout' }),
      ask('archive.mark', { query: 'cable', mode: 'words', texts: ['a cable'] }),
      ask('archive.cite', { id: 'mahfuz/blackout', style: 'text' }),
      ask('notebook.state'),
    ]);
    // The notebook alone may be asked too early: it is not a read.
    expect(replies.slice(0, 6).map(code)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok']);
    expect(await ask('notebook.state')).toEqual({ ok: true, value: { encrypted: true, notes: 0 } });
  });

  test('what cannot be answered is answered with a code', async () => {
    const one = await office();
    await ready(one);
    for (const [method, expected, input] of WRONG) {
      expect(code(await one.ask(method, input)), method).toBe(expected);
    }
  });

  test('of many searches asked at once only the newest is answered', async () => {
    const one = await office();
    await ready(one);
    const texts = Array.from({ length: 30 }, (_, n) => `word${n}`);
    const replies = await Promise.all(
      [...texts, 'network'].map((text) => one.ask('archive.search', { text })),
    );
    expect(replies.slice(0, 30).map(code)).toEqual(Array(30).fill('superseded'));
    expect(total(replies[30] as Reply)).toBeGreaterThan(0);
  });
});

describe('long tasks', () => {
  test('an import is named, tells its progress, and is found by the first search after its end', async () => {
    const one = await office();
    await ready(one);
    const file = writeNdjson(join(temporaryFolder(), 'many.ndjson'), manyDocuments(300));
    const started = await one.ask('archive.import', { grant: 'x' }, file);
    const { job: named } = (started as { value: { job: string } }).value;
    const end = await one.until('job.end', ({ job }) => job === named);
    expect(end).toMatchObject({ kind: 'import', error: null, result: { lines: 300, added: 300 } });
    expect(one.told.filter(({ event }) => event === 'job.progress').length).toBeGreaterThan(0);
    expect(one.told.map(({ event }) => event).indexOf('archive.changed')).toBeGreaterThan(0);
    expect(total(await one.ask('archive.search', { text: 'statement' }))).toBe(300);
  });

  test('a malformed file is refused with line and field, and the archive is as it was', async () => {
    const one = await office();
    await ready(one);
    const file = writeNdjson(join(temporaryFolder(), 'bad.ndjson'), [{ id: 'no/kind' }]);
    await one.ask('archive.import', { grant: 'x' }, file);
    const { error, result } = await one.until('job.end', () => true);
    expect(result).toBeNull();
    expect(error).toMatchObject({
      code: 'import_malformed',
      detail: { line: 1, name: 'bad.ndjson' },
    });
    expect(total(await one.ask('archive.search'))).toBe(4);
  });

  test('a rebuilt index serves at once, and reads go on while it is built', async () => {
    const one = await office();
    await ready(one);
    await one.ask('archive.rebuildIndex');
    const during = one.ask('archive.search', { text: 'silent' });
    await one.until('job.end', ({ kind }) => kind === 'rebuild');
    expect(total(await during)).toBe(1);
    expect(total(await one.ask('archive.search', { text: 'silent' }))).toBe(1);
    expect(readFileSync(join(one.folder, 'search.json'), 'utf8')).toContain('2');
  });

  test('an export writes what a search finds to the granted file', async () => {
    const one = await office();
    await ready(one);
    const file = join(temporaryFolder(), 'out.ndjson');
    await one.ask('archive.export', { grant: 'x', text: 'silent' }, file);
    expect(await one.until('job.end', () => true)).toMatchObject({ result: { records: 1 } });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ id: 'mahfuz/blackout' });
  });

  test('an export of what is being typed has what the list shows of it', async () => {
    const one = await office();
    await ready(one);
    const typed = { text: 'sile', prefix: true };
    expect(total(await one.ask('archive.search', typed))).toBe(1);
    const file = join(temporaryFolder(), 'out.ndjson');
    await one.ask('archive.export', { grant: 'x', ...typed }, file);
    expect(await one.until('job.end', () => true)).toMatchObject({ result: { records: 1 } });
  });

  test('an export writes the records that were selected, in their order', async () => {
    const one = await office();
    await ready(one);
    const file = join(temporaryFolder(), 'out.ndjson');
    const found = await one.ask('archive.search', { sort: 'oldest' });
    const { hits } = (found as { value: { hits: { shelf: string; id: string }[] } }).value;
    const records = hits.slice(0, 2).map(({ shelf, id }) => ({ shelf, id }));
    await one.ask('archive.export', { grant: 'x', records: records.toReversed() }, file);
    expect(await one.until('job.end', () => true)).toMatchObject({ result: { records: 2 } });
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).id)).toEqual(
      records.toReversed().map(({ id }) => id),
    );
  });

  test('a check of a sound archive finds nothing', async () => {
    const one = await office();
    await ready(one);
    await one.ask('archive.check');
    expect(await one.until('job.end', () => true)).toMatchObject({
      result: { records: 4, problems: [] },
    });
  });

  test('a cancelled import ends so, and leaves nothing behind', async () => {
    const one = await office();
    await ready(one);
    const file = writeNdjson(join(temporaryFolder(), 'many.ndjson'), manyDocuments(5000));
    const started = await one.ask('archive.import', { grant: 'x' }, file);
    const { job } = (started as { value: { job: string } }).value;
    expect(await one.ask('job.cancel', { job })).toMatchObject({
      value: { cancelled: true },
    });
    expect(await one.until('job.end', () => true)).toMatchObject({ error: { code: 'cancelled' } });
    expect(total(await one.ask('archive.search'))).toBe(4);
  });
});

describe('deaths', () => {
  test('a read worker that dies is said, started again, and answers', async () => {
    const one = await office({ files: { ...FILES, read: mortal('read', 'deadly') } });
    await ready(one);
    expect(code(await one.ask('archive.search', { text: 'deadly' }))).toBe('archive_crashed');
    expect(total(await one.ask('archive.search', { text: 'silent' }))).toBe(1);
    const states = one.told.flatMap((each) => (each.event === 'archive.state' ? each.payload : []));
    expect(states.map(({ error }) => error?.code)).toContain('archive_crashed');
    expect(states.at(-1)).toMatchObject({ phase: 'ready', error: null });
  });

  test('a read worker that hangs is ended, started again, and answers', async () => {
    const read = mortal('read', 'endless', 'for (;;);');
    const one = await office({ files: { ...FILES, read }, patienceMs: 1500 });
    await ready(one);
    expect(code(await one.ask('archive.search', { text: 'endless' }))).toBe('archive_crashed');
    expect(total(await one.ask('archive.search', { text: 'silent' }))).toBe(1);
  });

  test('a job worker that dies in a task ends that task, and the archive is opened anew', async () => {
    const one = await office({ files: { ...FILES, jobs: mortal('jobs', 'deadly.ndjson') } });
    await ready(one);
    const file = writeNdjson(join(temporaryFolder(), 'deadly.ndjson'), manyDocuments(10));
    await one.ask('archive.import', { grant: 'x' }, file);
    expect(await one.until('job.end', () => true)).toMatchObject({
      error: { code: 'archive_crashed' },
    });
    expect(total(await one.ask('archive.search', { text: 'silent' }))).toBe(1);
    await one.ask('archive.check');
    expect(await one.until('job.end', ({ kind }) => kind === 'check')).toMatchObject({
      result: { problems: [] },
    });
  });

  test('what dies again and again is not started for ever', async () => {
    const one = await office({ files: { ...FILES, read: mortal('read', 'deadly') } });
    await ready(one);
    const replies: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      replies.push(code(await one.ask('archive.record', { id: 'deadly/record' })));
    }
    expect(replies.slice(0, 3)).toEqual(Array(3).fill('archive_crashed'));
    expect(replies.slice(3)).toEqual(Array(3).fill('archive_unavailable'));
    expect(await one.ask('archive.state')).toMatchObject({
      value: { phase: 'failed', error: { code: 'archive_unavailable' } },
    });
  });
});
