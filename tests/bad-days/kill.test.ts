// Killed at any moment, the archive opens again with everything that was reported as done, and its index true.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { recordByAddress } from '../../src/main/archive/store/records.ts';
import { layout } from '../../src/main/data-folder/layout.ts';
import {
  makeBundled,
  manyDocuments,
  openFolder,
  problemsOf,
  writeNdjson,
} from '../archive/made.ts';
import { logicalState } from '../archive/store/state.ts';
import { temporaryFolder } from '../folders.ts';
import { type Child, runChild } from '../processes.ts';

const TIMES = 20;
const PER_FILE = 150;
const script = (name: string) => join(import.meta.dirname, name);

/** Reads what a child says, kills it a moment after it has said `lines` lines, and gives all that it said. */
async function killAfter(child: Child, lines: number, moment: number): Promise<string[]> {
  const said: string[] = [];
  for (let line = await child.line(); line !== null; line = await child.line()) {
    said.push(line);
    if (said.length !== lines) continue;
    await wait(moment);
    child.process.kill('SIGKILL');
  }
  expect(await child.ended).toBeNull();
  return said;
}

test('twenty times while importing', { timeout: 180_000 }, async () => {
  const [folder, files, bundled] = [temporaryFolder(), temporaryFolder(), await makeBundled()];
  const paths = Array.from({ length: TIMES * 4 }, (_, number) =>
    writeNdjson(join(files, `${number}.ndjson`), manyDocuments(PER_FILE, number * PER_FILE)),
  );
  const done = new Set<string>();
  let inTheMiddle = 0;
  for (let time = 0; time < TIMES; time += 1) {
    const left = paths.filter((path) => !done.has(path));
    const child = runChild(script('importer.ts'), folder, bundled, ...left);
    const said = await killAfter(child, 2 + (time % 7), (time * 3) % 11);
    for (const line of said) if (line.startsWith('done ')) done.add(line.slice(5));
    if (!said.at(-1)?.startsWith('done ')) inTheMiddle += 1;
    const open = await openFolder(folder, bundled);
    expect(open.afterCrash).toBe(true);
    expect(open.notices).toEqual([]);
    expect(await problemsOf(open)).toEqual([]);
    for (const path of done) {
      const number = paths.indexOf(path) * PER_FILE;
      for (const id of [number, number + PER_FILE - 1]) {
        expect(recordByAddress(open.archive, { id: `many/document-${id}` })).not.toBeNull();
      }
    }
    open.close();
  }
  // The test tests nothing where every kill fell between two files.
  expect(inTheMiddle).toBeGreaterThan(TIMES / 4);
  expect(done.size).toBeGreaterThan(0);
});

test('twenty times while rebuilding the index', { timeout: 180_000 }, async () => {
  const [folder, bundled] = [temporaryFolder(), await makeBundled()];
  const first = await openFolder(folder, bundled);
  const { importFile } = await import('../../src/main/archive/exchange/import.ts');
  const path = writeNdjson(join(temporaryFolder(), 'own.ndjson'), manyDocuments(1000));
  await importFile({ ...first, path });
  const state = logicalState(first.archive);
  first.close();
  let inTheMiddle = 0;
  for (let time = 0; time < TIMES; time += 1) {
    const child = runChild(script('rebuilder.ts'), folder, bundled);
    const said = await killAfter(child, 1 + (time % 4), (time * 17) % 90);
    if (said.at(-1) !== 'rebuilt') inTheMiddle += 1;
    const open = await openFolder(folder, bundled);
    expect(open.notices).toEqual([]);
    expect(logicalState(open.archive)).toEqual(state);
    expect(await problemsOf(open)).toEqual([]);
    open.close();
  }
  expect(inTheMiddle).toBeGreaterThan(TIMES / 4);
});

test('twenty times while opening for the first time, and while replacing a damaged archive', {
  timeout: 180_000,
}, async () => {
  const bundled = await makeBundled(manyDocuments(500));
  const [fresh, damaged] = [temporaryFolder(), temporaryFolder()];
  for (let time = 0; time < TIMES; time += 1) {
    const folder = time % 2 === 0 ? join(fresh, `${time}`) : damaged;
    if (folder === damaged) writeFileSync(layout(folder).archive, 'x'.repeat(9000));
    const child = runChild(script('opener.ts'), folder, bundled);
    const said: string[] = [];
    for (let line = await child.line(); line !== null; line = await child.line()) {
      said.push(line);
      if (said.length > 1) continue;
      await wait(time / 2);
      child.process.kill('SIGKILL');
    }
    const open = await openFolder(folder, bundled);
    expect(await problemsOf(open)).toEqual([]);
    expect(recordByAddress(open.archive, { id: 'many/document-499' })).not.toBeNull();
    open.close();
  }
});
