// The order of reads: the newest search wins, and what was given up is never run.
import { describe, expect, test } from 'vitest';
import type { Method, Reply } from '../../src/shared/contract.ts';
import { AppError, toWireError } from '../../src/shared/errors.ts';
import { type AbortFlag, signalOf } from '../../src/main/router/abort.ts';
import { createReadQueue, type Read } from '../../src/main/router/read-queue.ts';

/** A queue over a worker that answers when the test says so. */
function queueOverSlowWorker() {
  const begun: { read: Read; flag: AbortFlag; finish: () => void }[] = [];
  const queue = createReadQueue(
    (read, flag) =>
      new Promise<Reply>((resolve) => {
        begun.push({ read, flag, finish: () => resolve({ ok: true, value: read.id }) });
      }),
  );
  queue.release();
  let id = 0;
  const ask = (method: Method, caller = 1) => {
    id += 1;
    return queue.ask({ caller, id, method, input: {} });
  };
  return { queue, begun, ask };
}

const code = async (reply: Promise<Reply>) => {
  const settled = await reply;
  return settled.ok ? 'ok' : settled.error.code;
};

describe('the queue of reads', () => {
  test('answers one after the other, in the order they were asked', async () => {
    const { begun, ask } = queueOverSlowWorker();
    const replies = [ask('archive.record'), ask('archive.stats'), ask('archive.record')];
    for (const n of [0, 1, 2]) {
      expect(begun).toHaveLength(n + 1);
      begun[n]?.finish();
      expect(await replies[n]).toEqual({ ok: true, value: n + 1 });
    }
  });

  test('a newer search takes the place of one that waits, which is never run', async () => {
    const { begun, ask } = queueOverSlowWorker();
    const record = ask('archive.record');
    const old = ask('archive.search');
    const fresh = ask('archive.search');
    expect(await code(old)).toBe('superseded');
    begun[0]?.finish();
    await record;
    begun[1]?.finish();
    expect(await fresh).toEqual({ ok: true, value: 3 });
    expect(begun.map(({ read }) => read.id)).toEqual([1, 3]);
  });

  test('a newer search takes the place of one that runs: it is answered at once and told to stop', async () => {
    const { begun, ask } = queueOverSlowWorker();
    const old = ask('archive.search');
    const fresh = ask('archive.search');
    expect(await code(old)).toBe('superseded');
    const running = begun[0];
    expect(running && signalOf(running.flag).aborted).toBe(true);
    running?.finish();
    await Promise.resolve();
    await Promise.resolve();
    begun[1]?.finish();
    expect(await code(fresh)).toBe('ok');
  });

  test('a search supersedes neither records nor the searches of another window', async () => {
    const { begun, ask } = queueOverSlowWorker();
    const replies = [ask('archive.record'), ask('archive.search', 1), ask('archive.search', 2)];
    for (const n of [0, 1, 2]) {
      begun[n]?.finish();
      expect(await code(replies[n] as Promise<Reply>)).toBe('ok');
    }
  });

  test('what is cancelled while it waits is answered so, and never run', async () => {
    const { queue, begun, ask } = queueOverSlowWorker();
    const first = ask('archive.record');
    const second = ask('archive.record');
    expect(queue.cancel(2)).toBe(true);
    expect(await code(second)).toBe('cancelled');
    begun[0]?.finish();
    await first;
    expect(begun).toHaveLength(1);
  });

  test('cancelling what nobody asked does nothing', () => {
    expect(queueOverSlowWorker().queue.cancel(99)).toBe(false);
  });

  test('while it is held, reads wait and can be given up', async () => {
    const { queue, begun, ask } = queueOverSlowWorker();
    queue.hold();
    const given = ask('archive.record');
    const kept = ask('archive.record');
    expect(begun).toHaveLength(0);
    queue.cancel(1);
    expect(await code(given)).toBe('cancelled');
    queue.release();
    begun[0]?.finish();
    expect(await kept).toEqual({ ok: true, value: 2 });
  });

  test('where the archive cannot be opened, everything is answered with the reason', async () => {
    const { queue, ask } = queueOverSlowWorker();
    queue.hold();
    const before = ask('archive.record');
    queue.refuse(toWireError(new AppError('newer_data', { found: 9, known: 1 })));
    expect(await code(before)).toBe('newer_data');
    expect(await code(ask('archive.search'))).toBe('newer_data');
  });
});
