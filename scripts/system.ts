// What the system must give before a window can open: libraries, a virtual display, a sandbox.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Account, canMount, isRoot, unprivilegedAccount } from './account.ts';
import { electronBinary } from './electron-binary.ts';
import { say, stop } from './say.ts';

/** Debian's packages with the libraries that Electron links to, a font, and the virtual display. */
const packages = ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2', 'fonts-liberation', 'xvfb'];

/** Whether a display is there that the window's account can use. */
export function hasDisplay(): boolean {
  if (process.platform !== 'linux' || process.env.DISPLAY) return true;
  return Boolean(process.env.WAYLAND_DISPLAY) && !isRoot();
}

/** Sees to it that a window can open here: installs what is missing as root, or says the command. */
export function prepareSystem(): void {
  if (process.platform !== 'linux') return;
  const before = missing();
  if (before.length > 0) {
    if (!isRoot() || !found('apt-get')) return stop(howToInstall(before));
    install(before);
    const after = missing();
    if (after.length > 0) return stop(`still missing after the installation: ${after.join(', ')}.`);
  }
  prepareSandbox();
}

/** Libraries that Electron's binary does not find, and `Xvfb` where it is needed and absent. */
function missing(): string[] {
  const { stdout } = spawnSync('ldd', [electronBinary()], { encoding: 'utf8' });
  const libraries = [...(stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map(
    (line) => line[1] as string,
  );
  if (!hasDisplay() && !found('Xvfb')) libraries.push('Xvfb');
  return [...new Set(libraries)];
}

function shortList(names: string[]): string {
  const more = names.length > 4 ? ` and ${names.length - 4} more libraries` : '';
  return `${names.slice(0, 4).join(', ')}${more}`;
}

function howToInstall(lacking: string[]): string {
  const what = `Electron's window needs what this system lacks (${shortList(lacking)}). `;
  if (!found('apt-get'))
    return `${what}Install the packages that provide it (on Fedora: dnf install gtk3 nss mesa-libgbm alsa-lib xorg-x11-server-Xvfb) and run the command again.`;
  return `${what}Install it with this command, then run yours again: sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.map(debianName).join(' ')}`;
}

function install(lacking: string[]): void {
  say(`this system lacks ${shortList(lacking)}; installing with apt-get: ${packages.join(', ')}.`);
  const options = [
    '-qq',
    '-o',
    'Acquire::Retries=2',
    '-o',
    'Acquire::http::Timeout=30',
    '-o',
    'DPkg::Lock::Timeout=120',
  ];
  run('apt-get', [...options, 'update']);
  run('apt-get', [
    ...options,
    'install',
    '-y',
    '--no-install-recommends',
    ...packages.map(debianName),
  ]);
}

/** Newer Debian and Ubuntu renamed some libraries (`libgtk-3-0t64`) when time became 64 bits wide. */
function debianName(name: string): string {
  return spawnSync('apt-cache', ['show', `${name}t64`]).status === 0 ? `${name}t64` : name;
}

function run(command: string, args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const end = spawnSync(command, args, { env, encoding: 'utf8' });
  if (end.status === 0) return;
  stop(
    `\`${command} ${args.join(' ')}\` failed: ${(end.stderr ?? '').trim() || end.error?.message}`,
  );
}

function found(command: string): boolean {
  return spawnSync('sh', ['-c', 'command -v "$0"', command]).status === 0;
}

/** Chromium's sandbox needs user namespaces, or else its helper owned by root with the setuid bit. */
function prepareSandbox(): void {
  if (userNamespaces(isRoot() ? unprivilegedAccount() : undefined)) return;
  const helper = join(dirname(electronBinary()), 'chrome-sandbox');
  const { uid, mode } = statSync(helper);
  if (uid === 0 && (mode & 0o4755) === 0o4755) return;
  if (isRoot() && !canMount()) {
    stop(
      "this container forbids what Chromium's sandbox is made of, and Mahfuz never runs without it. Allow user namespaces in it (for Docker: --security-opt seccomp=unconfined), or start Mahfuz outside. The terminal works here: npm run cli",
    );
  }
  if (!isRoot()) {
    stop(
      `this system forbids user namespaces, so Chromium's sandbox needs its helper. Allow it with this command, then run yours again: sudo sh -c "chown root '${helper}' && chmod 4755 '${helper}'"`,
    );
  }
  say(
    "this system forbids user namespaces; setting up the helper of Chromium's sandbox (owner root, mode 4755).",
  );
  chownSync(helper, 0, 0);
  chmodSync(helper, 0o4755);
}

function userNamespaces(account: Account | undefined): boolean {
  const end = spawnSync(
    'unshare',
    ['--user', '--map-root-user', '--net', '--pid', '--fork', 'true'],
    account ?? {},
  );
  return end.status === 0;
}
