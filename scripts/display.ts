// The virtual display on which the window is drawn where there is no other.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import type { Socket } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Account } from './account.ts';
import { stop } from './say.ts';
import { hasDisplay } from './system.ts';

/** A display to draw on: variables that name it, whether a person can see it, and how to end it. */
export type Display = { env: Record<string, string>; virtual: boolean; close: () => Promise<void> };

/** Opens the display for the given account (null: our own user). */
export async function openDisplay(account: Account | null): Promise<Display> {
  if (hasDisplay()) return account === null ? ownDisplay() : lentDisplay(account);
  return virtualDisplay(account);
}

function ownDisplay(): Display {
  return { env: { ELECTRON_OZONE_PLATFORM_HINT: 'auto' }, virtual: false, close: async () => {} };
}

/** The account cannot read root's key to the display, so it gets a copy of it. */
function lentDisplay(account: Account): Display {
  const key = process.env.XAUTHORITY ?? join(homedir(), '.Xauthority');
  if (!existsSync(key)) return { env: {}, virtual: false, close: async () => {} };
  const folder = folderFor(account);
  const copy = join(folder, 'Xauthority');
  copyFileSync(key, copy);
  chownSync(copy, account.uid, account.gid);
  return { env: { XAUTHORITY: copy }, virtual: false, close: async () => remove(folder) };
}

async function virtualDisplay(account: Account | null): Promise<Display> {
  const folder = folderFor(account);
  const key = join(folder, 'Xauthority');
  writeFileSync(key, keyFile(randomBytes(16)), { mode: 0o600 });
  if (account !== null) chownSync(key, account.uid, account.gid);
  prepareSocketFolder();

  // `setpriv --pdeathsig` ends the server even when we are killed; a session of its own keeps the
  // terminal's Ctrl-C from reaching it before the window has closed.
  const identity =
    account === null ? [] : [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  const server = [
    'Xvfb',
    '-displayfd',
    '3',
    '-screen',
    '0',
    '1440x1000x24',
    '-nolisten',
    'tcp',
    '-auth',
    key,
  ];
  const child = spawn('setpriv', ['--pdeathsig=TERM', ...identity, ...server], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const number = await displayNumber(child.stdio[3] as Readable, child.stderr as Readable);
  // The server outlives this function but must not keep the program alive by itself.
  child.unref();
  (child.stderr as Socket).unref();
  const close = async () => {
    const ended = once(child, 'exit');
    child.ref();
    // Already gone: then its end has been seen, or is about to be.
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGTERM')) await ended;
    remove(folder);
  };
  return { env: { DISPLAY: `:${number}`, XAUTHORITY: key }, virtual: true, close };
}

/** Waits for the number that Xvfb writes, before it closes that pipe, once it listens. */
async function displayNumber(numbers: Readable, complaints: Readable): Promise<number> {
  let complaint = '';
  complaints.on('data', (chunk) => {
    complaint += chunk;
  });
  let text = '';
  for await (const chunk of numbers) text += chunk;
  if (text === '') return stop(`the virtual display (Xvfb) did not start. ${complaint.trim()}`);
  return Number(text);
}

/** An X authority file with one key that holds for any host and any display number. */
function keyFile(key: Buffer): Buffer {
  const counted = (bytes: Buffer) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const anyHost = Buffer.from([0xff, 0xff]);
  const none = counted(Buffer.alloc(0));
  return Buffer.concat([
    anyHost,
    none,
    none,
    counted(Buffer.from('MIT-MAGIC-COOKIE-1')),
    counted(key),
  ]);
}

/** X servers put their sockets here; one that is not root cannot make the folder itself. */
function prepareSocketFolder(): void {
  const folder = '/tmp/.X11-unix';
  if (existsSync(folder)) return;
  mkdirSync(folder);
  chmodSync(folder, 0o1777);
}

function folderFor(account: Account | null): string {
  const folder = mkdtempSync(join(account === null ? tmpdir() : '/tmp', 'mahfuz-display-'));
  if (account !== null) chownSync(folder, account.uid, account.gid);
  return folder;
}

function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
