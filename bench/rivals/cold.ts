// Makes the system forget what it holds of files in memory, so that the next to read them waits for the disk.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Of a file that is forgotten no more than this part may be left in memory. */
const MOST_LEFT = 0.02;

/** Forgets the files and everything in the folders; false where this system cannot, or will not. */
export function forget(paths: string[]): boolean {
  const files = paths.flatMap(filesIn).filter((file) => statSync(file).size > 0);
  for (const file of files) {
    spawnSync('sync', [file]);
    // GNU dd tells the system that the whole file will not be needed.
    spawnSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0', 'status=none']);
  }
  return files.every((file) => residentPart(file) <= MOST_LEFT);
}

function filesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)));
}

// 1 where nobody can tell.
function residentPart(file: string): number {
  const { stdout, status } = spawnSync('fincore', ['-b', '-n', '-o', 'RES', file], {
    encoding: 'utf8',
  });
  return status === 0 ? Number(stdout) / statSync(file).size : 1;
}
