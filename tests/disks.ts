// A real small disk for tests of what happens when it is full.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const run = (command: string, ...given: string[]) => spawnSync(command, given).status === 0;

/** Mounts a new empty disk of some MiB until the running test is over; null where this account may not mount. */
export function smallDisk(mebibytes: number): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'mahfuz-disk-'));
  const mounted = run('mount', '-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'mahfuz-test', folder);
  onTestFinished(() => {
    if (mounted) run('umount', '-l', folder);
    rmSync(folder, { recursive: true });
  });
  return mounted ? folder : null;
}

/** Makes a small disk read-only, for whoever writes to it. */
export function makeReadOnly(disk: string): boolean {
  return run('mount', '-o', 'remount,ro', disk);
}
