import { expect, test } from 'vitest';
import { runWatched } from '../../scripts/watched.ts';
import { newFolder } from './folder.ts';

/** Runs a small program that gets the watched folder as its argument. */
function watch(program: string, patience: number) {
  const folder = newFolder();
  return runWatched({
    command: process.execPath,
    args: ['-e', program, folder],
    env: process.env,
    growing: [folder],
    patience,
  });
}

test('a fetch on which nothing arrives any more is stopped', async () => {
  expect(await watch('setTimeout(() => {}, 3_600_000)', 1)).toMatchObject({ stalled: true });
});

test('a fetch that keeps growing is left alone for longer than the patience', async () => {
  const grow = `const fs = require('fs'); let n = 0;
    const t = setInterval(() => { fs.appendFileSync(process.argv[1] + '/f', 'x'); if (++n === 12) clearInterval(t); }, 300);`;
  expect(await watch(grow, 2)).toMatchObject({ stalled: false, code: 0 });
});

test('the code and the words of a fetch that fails are kept', async () => {
  const end = await watch('console.error("no route"); process.exit(3)', 30);
  expect(end).toEqual({ stalled: false, code: 3, output: 'no route\n' });
});

test('a command that does not exist is a failure with a reason, not a crash', async () => {
  const end = await runWatched({
    command: 'mahfuz-no-such',
    args: [],
    env: {},
    growing: [],
    patience: 5,
  });
  expect(end.code).toBe(null);
  expect(end.output).toContain('ENOENT');
});
