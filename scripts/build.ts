// Builds the app and the bundled archive into out/, each only when something it is made from changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './say.ts';

const root = join(import.meta.dirname, '..');

/** One thing to build: what it is made from, what proves that it is there, and how it is made. */
export type Part = { name: string; inputs: string[]; outputs: string[]; command: string[] };

const viteCli = 'node_modules/electron-vite/bin/electron-vite.js';

const parts: Part[] = [
  {
    name: 'the app',
    inputs: ['src', 'electron.vite.config.ts', 'package-lock.json'],
    outputs: ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'],
    command: [viteCli, 'build', '--logLevel', 'warn'],
  },
  {
    name: 'the bundled archive',
    inputs: [
      'resources',
      'src/shared',
      'src/main/archive',
      'src/main/language',
      'src/main/sqlite',
      'scripts',
      'package-lock.json',
    ],
    outputs: ['bundled.json', 'archive.sqlite', 'search.sqlite'].map(
      (file) => `out/bundled/${file}`,
    ),
    command: ['scripts/corpus.ts'],
  },
];

/** Builds what is missing or older than its inputs; ends the program with code 1 where that fails. */
export function buildIfNeeded(names = parts.map(({ name }) => name)): void {
  for (const part of parts.filter(({ name }) => names.includes(name))) {
    const stamp = join(root, 'out', '.built', part.name.replaceAll(' ', '-'));
    const inputs = fingerprint(root, part.inputs);
    const present = part.outputs.every((file) => existsSync(join(root, file)));
    if (present && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs) continue;
    say(`building ${part.name}.`);
    // On our standard output a program may be waiting for its answer.
    const end = spawnSync(process.execPath, part.command, {
      cwd: root,
      stdio: ['ignore', process.stderr, process.stderr],
    });
    if (end.status !== 0) {
      say(`${part.name} could not be built; the lines above say why.`);
      process.exit(1);
    }
    mkdirSync(join(root, 'out', '.built'), { recursive: true });
    writeFileSync(stamp, inputs);
  }
}

/** A hash over path, size and time of change of every file under `paths`, relative to `folder`. */
export function fingerprint(folder: string, paths: string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesUnder(folder, path)) {
      const { size, mtimeMs } = statSync(join(folder, file));
      hash.update(`${file}\0${size}\0${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function filesUnder(folder: string, path: string): string[] {
  const whole = join(folder, path);
  if (!existsSync(whole)) return [];
  if (statSync(whole).isFile()) return [path];
  return readdirSync(whole, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
