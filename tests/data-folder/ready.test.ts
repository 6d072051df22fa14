import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readyFolder } from '../../src/main/data-folder/ready.ts';
import { temporaryFolder } from '../folders.ts';

const source = join(import.meta.dirname, '../../src/main/data-folder/ready.ts');

describe('readyFolder', () => {
  it('makes every missing folder on the way, for this account alone', () => {
    const folder = join(temporaryFolder(), 'a', 'b');
    readyFolder(folder);
    expect(existsSync(join(folder, 'local'))).toBe(true);
    expect(statSync(join(folder, '..')).mode & 0o777).toBe(0o700);
  });

  // In a process of its own: Node's own recursive mkdir never comes back there.
  it.skipIf(process.platform !== 'linux')(
    'refuses a place where the system lets nobody make a folder, instead of trying for ever',
    () => {
      const program = `import { readyFolder } from ${JSON.stringify(source)};
        try { readyFolder('/proc/nope/data'); } catch (error) { console.log(error.code); }`;
      const end = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
        timeout: 20_000,
        encoding: 'utf8',
      });
      expect(end.stdout.trim()).toBe('folder_missing');
    },
  );
});
