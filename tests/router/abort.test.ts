// A flag raised in one thread stops what runs in another, even where that never yields.
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/shared/errors.ts';
import { abortFlag, raise, signalOf } from '../../src/main/router/abort.ts';

describe('signals over shared memory', () => {
  test('a signal is quiet until its flag is raised', () => {
    const flag = abortFlag();
    const signal = signalOf(flag);
    expect(signal.aborted).toBe(false);
    expect(signal.reason).toBeUndefined();
    signal.throwIfAborted();
    raise(flag);
    expect(signal.aborted).toBe(true);
    expect(signal.reason).toEqual(new AppError('cancelled'));
    expect(() => signal.throwIfAborted()).toThrow(new AppError('cancelled'));
  });

  test('a loop in another thread that never yields sees the flag', async () => {
    const abort = new URL('../../src/main/router/abort.ts', import.meta.url).href;
    const source = `
      import { parentPort, workerData } from 'node:worker_threads';
      const { signalOf } = await import(${JSON.stringify(abort)});
      const signal = signalOf(workerData);
      parentPort.postMessage('looping');
      while (!signal.aborted);
      parentPort.postMessage('stopped');
    `;
    const flag = abortFlag();
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), {
      workerData: flag,
    });
    const said: string[] = [];
    const stopped = new Promise<void>((resolve) => {
      worker.on('message', (word: string) => {
        said.push(word);
        if (word === 'looping') raise(flag);
        else resolve();
      });
    });
    await stopped;
    expect(said).toEqual(['looping', 'stopped']);
    await worker.terminate();
  });
});
