// The entry of every npm script, as an old and as a new Node run it.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newFolder } from './folder.ts';

const entry = join(import.meta.dirname, '../../scripts/run.cjs');

/** A project with nothing but the entry and a file that prints its arguments. */
function newProject() {
  const folder = newFolder();
  mkdirSync(join(folder, 'scripts'));
  copyFileSync(entry, join(folder, 'scripts/run.cjs'));
  const file = join(folder, 'say.ts');
  const program =
    'const words: string[] = process.argv.slice(1);\nconsole.log(JSON.stringify(words));';
  writeFileSync(file, program);
  return { folder, file };
}

/** Runs the project's entry as a Node that calls itself `version` would. */
function runOn(version: string, folder: string, args: string[]) {
  const disguise = join(folder, 'disguise.cjs');
  writeFileSync(
    disguise,
    `Object.defineProperty(process.versions, 'node', { value: '${version}' })`,
  );
  const command = ['-r', disguise, join(folder, 'scripts/run.cjs'), ...args];
  return spawnSync(process.execPath, command, { encoding: 'utf8' });
}

test('a Node that is too old, with none brought along, is told so in a sentence', () => {
  const { folder, file } = newProject();
  for (const version of ['18.19.0', '20.20.2', '22.17.1']) {
    const end = runOn(version, folder, [file]);
    expect(end.stderr).toContain(`needs Node 22.18 or newer, and this is Node ${version}`);
    expect(end.status).toBe(1);
  }
});

test('a Node that is new enough runs the file with its own arguments', () => {
  const { folder, file } = newProject();
  for (const version of ['22.18.0', '24.0.0', '26.1.0']) {
    const { stdout } = runOn(version, folder, [file, '--a', 'b']);
    expect(JSON.parse(stdout)).toEqual([file, '--a', 'b']);
  }
});

test.skipIf(process.platform !== 'linux')(
  'an old Node hands over to the one that npm ci brought',
  () => {
    const { folder, file } = newProject();
    const home = join(folder, 'node_modules', `node-linux-${process.arch}`, 'bin');
    mkdirSync(home, { recursive: true });
    symlinkSync(process.execPath, join(home, 'node'));
    const good = runOn('18.20.4', folder, [file, 'c d']);
    expect(JSON.parse(good.stdout)).toEqual([file, 'c d']);
    writeFileSync(file, 'process.exit(7)');
    expect(runOn('18.20.4', folder, [file]).status).toBe(7);
  },
);

test('the entry is written in the JavaScript that an old Node can read', () => {
  const source = readFileSync(entry, 'utf8');
  expect(source).not.toMatch(/`\$|=>|\?\.|\?\?|^(const|let) /m);
});
