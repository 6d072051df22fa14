// The rank of a thread: a long task steps behind, and only it.
import { getPriority } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';

const SOURCE = join(import.meta.dirname, '../../src/main/router/background.ts');

test.runIf(process.platform === 'linux')(
  'a thread steps behind, its process does not',
  async () => {
    const worker = new Worker(
      `import { readlinkSync } from 'node:fs';
     import { getPriority } from 'node:os';
     import { parentPort } from 'node:worker_threads';
     import { stepBehindReaders } from ${JSON.stringify(SOURCE)};
     stepBehindReaders();
     parentPort.postMessage(getPriority(Number(readlinkSync('/proc/thread-self').split('/').pop())));`,
      { eval: true, type: 'module' } as never,
    );
    const before = getPriority();
    const rank = await new Promise((done, failed) => {
      worker.once('message', done);
      worker.once('error', failed);
    });
    expect(rank).toBeGreaterThan(before);
    expect(getPriority()).toBe(before);
  },
);
