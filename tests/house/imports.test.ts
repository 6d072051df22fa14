// The house's import rules, and the rule that nothing talks to a network, are enforced by lint: each is broken here on
// purpose, beside imports that it allows.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** File, what it imports, whether the house allows it. */
const SEEDS: [file: string, statement: string, allowed: boolean][] = [
  ['src/renderer/App.tsx', "import type { Call } from '../shared/contract.ts';", true],
  ['src/renderer/App.tsx', "import { contract } from '../shared/contract.ts';", false],
  ['src/renderer/App.tsx', "import { AppError } from '../shared/errors.ts';", true],
  ['src/renderer/App.tsx', "import { errorSentence } from '../shared/error-sentences.ts';", true],
  ['src/renderer/views/search/a.ts', "import { record } from '../../../shared/record.ts';", false],
  ['src/renderer/App.tsx', "import { z } from 'zod';", false],
  ['src/renderer/App.tsx', "import { readFileSync } from 'node:fs';", false],
  ['src/renderer/App.tsx', "import { ipcRenderer } from 'electron';", false],
  ['src/renderer/App.tsx', "import { words } from '../main/language/words.ts';", false],
  ['src/shared/contract.ts', "import { z } from 'zod';", true],
  ['src/shared/contract.ts', "import { readFileSync } from 'node:fs';", false],
  ['src/shared/contract.ts', "import { search } from '../main/archive/search/search.ts';", false],
  ['src/preload/index.ts', "import { ipcRenderer } from 'electron';", true],
  ['src/preload/index.ts', "import type { Bridge } from '../shared/contract.ts';", true],
  ['src/preload/index.ts', "import { contract } from '../shared/contract.ts';", false],
  ['src/preload/index.ts', "import { readFileSync } from 'node:fs';", false],
  ['src/main/index.ts', "import { app } from 'electron';", true],
  ['src/main/index.ts', "import { openApp } from './shell/app.ts';", true],
  ['src/main/index.ts', "import { search } from './archive/search/search.ts';", false],
  ['src/main/index.ts', "import { openDatabase } from './sqlite/open.ts';", false],
  ['src/main/archive-process.ts', "import { app } from 'electron';", false],
  ['src/main/read-worker.ts', "import Sqlite from 'better-sqlite3';", false],
  ['src/main/cli.ts', "import { app } from 'electron';", false],
  ['src/main/cli.ts', "import { App } from '../renderer/App.tsx';", false],
  ['src/main/shell/window.ts', "import { app } from 'electron';", true],
  ['src/main/shell/window.ts', "import { layout } from '../data-folder/layout.ts';", true],
  ['src/main/shell/window.ts', "import { createDesk } from '../router/desk.ts';", false],
  ['src/main/shell/window.ts', "import { search } from '../archive/search/search.ts';", false],
  ['src/main/shell/window.ts', "import { openDatabase } from '../sqlite/open.ts';", false],
  [
    'src/main/shell/window.ts',
    "import { acquireWriterLock } from '../data-folder/lock.ts';",
    false,
  ],
  ['src/main/router/desk.ts', "import { search } from '../archive/search/search.ts';", true],
  ['src/main/router/desk.ts', "import { app } from 'electron';", false],
  ['src/main/router/desk.ts', "import { openWindow } from '../shell/window.ts';", false],
  ['src/main/router/desk.ts', "import Sqlite from 'better-sqlite3';", false],
  ['src/main/archive/store/a.ts', "import { a } from '../search/search.ts';", true],
  ['src/main/archive/store/a.ts', "import { words } from '../../language/words.ts';", true],
  ['src/main/archive/store/a.ts', "import { desk } from '../../router/desk.ts';", false],
  ['src/main/archive/store/a.ts', "import { app } from '../../shell/app.ts';", false],
  ['src/main/archive/store/a.ts', "import { notebook } from '../../notebook/notebook.ts';", false],
  ['src/main/archive/store/a.ts', "import { verify } from '../../packs/verify.ts';", false],
  ['src/main/archive/store/a.ts', "import { app } from 'electron';", false],
  ['src/main/archive/store/a.ts', "import Sqlite from 'better-sqlite3';", false],
  ['src/main/archive/store/a.ts', "import '../../cli.ts';", false],
  ['src/main/notebook/a.ts', "import { recordByNumber } from '../archive/store/records.ts';", true],
  ['src/main/notebook/a.ts', "import { verify } from '../packs/verify.ts';", false],
  ['src/main/packs/a.ts', "import { putRevision } from '../archive/store/merge.ts';", true],
  ['src/main/packs/a.ts', "import { notebook } from '../notebook/notebook.ts';", false],
  ['src/main/ingest/a.ts', "import { verify } from '../packs/verify.ts';", false],
  ['src/main/data-folder/a.ts', "import { openDatabase } from '../sqlite/open.ts';", true],
  ['src/main/data-folder/a.ts', "import { search } from '../archive/search/search.ts';", false],
  ['src/main/sqlite/open.ts', "import Sqlite from 'better-sqlite3';", true],
  ['src/main/sqlite/open.ts', "import { layout } from '../data-folder/layout.ts';", false],
  ['src/main/language/a.ts', "import { readFileSync } from 'node:fs';", false],
  ['src/main/language/a.ts', "import { openDatabase } from '../sqlite/open.ts';", false],
  ['src/main/shell/a.ts', "import { net } from 'electron';", false],
  ['src/main/shell/a.ts', "import { shell } from 'electron';", false],
  ['src/main/shell/a.ts', "import { createServer } from 'node:net';", false],
  ['src/main/archive/a.ts', "import { get } from 'node:https';", false],
  ['src/main/archive/a.ts', "import { lookup } from 'node:dns/promises';", false],
  ['src/main/router/a.ts', "import { createSocket } from 'dgram';", false],
  ['src/main/cli.ts', "import { get } from 'node:http';", false],
  ['src/main/cli.ts', "export const page = () => fetch('/x');", false],
  ['src/renderer/App.tsx', "export const socket = () => new WebSocket('ws://x');", false],
];

const folder = mkdtempSync(join(tmpdir(), 'mahfuz-lint-'));
let broken = new Set<string>();

// Each seed stands in a tree of its own, under the rules as they are.
const seedPath = (number: number, file: string) => join(String(number), file);

beforeAll(() => {
  for (const [number, [file, statement]] of SEEDS.entries()) {
    const path = join(folder, seedPath(number, file));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${statement}\n`);
    cpSync(join(root, '.oxlintrc.json'), join(folder, String(number), '.oxlintrc.json'));
  }
  const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '-f', 'json'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { code: string; filename: string }[];
  };
  const found = diagnostics.filter(({ code }) => /no-restricted-(imports|globals)/.test(code));
  broken = new Set(found.map(({ filename }) => filename));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(SEEDS.map((seed, number) => [number, ...seed] as const))(
  'seed %i: %s with %s is as it should be (allowed: %s)',
  (number, file, _statement, allowed) => {
    expect(broken.has(seedPath(number, file))).toBe(!allowed);
  },
);
