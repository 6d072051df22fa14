// The entry of every npm script, as an old and as a new Node run it.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newFolder } from './folder.ts';

const entry = join(import.meta.dirname, '../../scripts/run.cjs');

/** Runs the entry as a Node that calls itself `version` would. */
function runOn(version: string, args: string[]) {
  const folder = newFolder();
  const disguise = join(folder, 'disguise.cjs');
  writeFileSync(
    disguise,
    `Object.defineProperty(process.versions, 'node', { value: '${version}' });`,
  );
  return spawnSync(process.execPath, ['-r', disguise, entry, ...args], { encoding: 'utf8' });
}

test('a Node that is too old is told so in a sentence', () => {
  for (const version of ['18.19.0', '20.20.2', '22.17.1']) {
    const end = runOn(version, ['anything.ts']);
    expect(end.stderr).toContain(`needs Node 22.18 or newer, and this is Node ${version}`);
    expect(end.status).toBe(1);
  }
});

test('a Node that is new enough runs the file with its own arguments', () => {
  const folder = newFolder();
  const file = join(folder, 'say.ts');
  writeFileSync(
    file,
    'const words: string[] = process.argv.slice(1);\nconsole.log(JSON.stringify(words));\n',
  );
  for (const version of ['22.18.0', '24.0.0', '26.1.0']) {
    expect(JSON.parse(runOn(version, [file, '--a', 'b']).stdout)).toEqual([file, '--a', 'b']);
  }
});

test('the entry is written in the JavaScript that an old Node can read', () => {
  const source = readFileSync(entry, 'utf8');
  expect(source).not.toMatch(/`\$|=>|\?\.|\?\?|^(const|let) /m);
});
