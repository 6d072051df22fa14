// No network, proved: the reader runs where every route ends at a listener, and the listener hears nothing of it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { commandTo } from './launch.ts';
import { OUTSIDE } from './network/hostile-record.ts';
import { newFolder } from './reader.ts';

const here = join(import.meta.dirname, 'network');

const script = (name: string) => [process.execPath, join(here, name)];

/** Runs a command where everything it sends is written down; gives the packets that were not loopback's own. */
function watched(command: string[]): { packets: string[]; status: number | null; output: string } {
  const file = join(newFolder(), 'packets.txt');
  const inside = ['perl', join(here, 'namespace.pl'), file, ...command];
  const end = spawnSync('unshare', ['--net', '--mount', '--', ...inside], { encoding: 'utf8' });
  const packets = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  return { packets, status: end.status, output: `${end.stdout}\n${end.stderr}` };
}

const able =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['--net', '--mount', '--', 'perl', '-e', 'exit 0']).status === 0;
test.skip(!able, 'only root on Linux can make a network of its own to watch (unshare and perl)');

test('the watch hears a name that is looked up, a packet and a connection', () => {
  const { packets, status, output } = watched(script('control.ts'));
  expect(status, output).toBe(0);
  const to = (what: string) => packets.filter((packet) => packet.includes(what)).length;
  expect(to(`protocol 17 to ${OUTSIDE.host} port ${OUTSIDE.port}`)).toBeGreaterThan(0);
  expect(to(`protocol 6 to ${OUTSIDE.host} port ${OUTSIDE.port}`)).toBeGreaterThan(0);
  expect(to('protocol 17 to 192.0.2.53 port 53')).toBeGreaterThan(0);
  expect(to('2001:db8:')).toBeGreaterThan(0);
});

test('nothing leaves the reader while a hostile record is opened and a hostile page tries everything', () => {
  test.setTimeout(180_000);
  const { packets, status, output } = watched(script('drive.ts'));
  expect(status, output).toBe(0);
  const did = JSON.parse(output.split('\n').findLast((line) => line.startsWith('{')) ?? '{}') as {
    shown: boolean;
    requested: string[];
    processes: { watched: number; walled: number; elsewhere: number };
  };
  expect(did.shown).toBe(true);
  expect(did.requested.filter((address) => !address.startsWith('mahfuz://reader/'))).toEqual([]);
  // Watched at least: the window's process, Chromium's network service, the archive.
  expect(did.processes.watched).toBeGreaterThanOrEqual(3);
  expect(did.processes.elsewhere).toBe(0);
  expect(packets).toEqual([]);
});

test('nothing leaves the reader as a person starts it, without the switches of a test', () => {
  const data = newFolder();
  const [command, args] = commandTo(`--data=${data}`, `--screenshot=${join(data, 'picture.png')}`);
  const { packets, status, output } = watched([command, ...args]);
  expect(status, output).toBe(0);
  expect(output).toContain('Saved ');
  expect(packets).toEqual([]);
});
