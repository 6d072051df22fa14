// Long tasks: one at a time, each with a beginning, progress and one end.
import { describe, expect, test } from 'vitest';
import type { Reply } from '../../src/shared/contract.ts';
import { AppError, toWireError } from '../../src/shared/errors.ts';
import type { EventMessage } from '../../src/shared/wire.ts';
import { signalOf } from '../../src/main/router/abort.ts';
import { createJobDesk } from '../../src/main/router/jobs.ts';
import type { ThreadOptions } from '../../src/main/router/thread.ts';

/** A desk over a worker that ends a task when the test says so. */
function deskOverSlowWorker() {
  const told: string[] = [];
  const runs: { options: ThreadOptions; finish: (reply: Reply) => void }[] = [];
  const desk = createJobDesk({
    run: (_method, _input, options) =>
      new Promise((finish) => {
        runs.push({ options, finish });
      }),
    settle: async (kind) => void told.push(`settled ${kind}`),
    emit: (event, payload) =>
      void told.push(describeEvent({ type: 'event', event, payload } as EventMessage)),
  });
  return { desk, runs, told };
}

function describeEvent(message: EventMessage): string {
  if (message.event === 'job.progress') return `progress ${message.payload.done}`;
  if (message.event === 'job.end') return `end ${message.payload.error?.code ?? 'ok'}`;
  return message.event;
}

const order = {
  kind: 'import',
  method: 'archive.import',
  input: {},
  path: '/tmp/a.ndjson',
} as const;
const done: Reply = { ok: true, value: { lines: 1 } };
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('long tasks', () => {
  test('a task is named at once, tells its progress, is settled, and only then ends', async () => {
    const { desk, runs, told } = deskOverSlowWorker();
    const { job } = desk.start(order);
    expect(job).toMatch(/^[0-9a-f-]{36}$/);
    expect(runs[0]?.options.path).toBe('/tmp/a.ndjson');
    runs[0]?.options.onProgress?.({ phase: 'reading', done: 5, total: 9 });
    runs[0]?.finish(done);
    await settled();
    expect(told).toEqual(['progress 0', 'progress 5', 'settled import', 'end ok']);
  });

  test('a second task is refused while one runs, and welcome after it', async () => {
    const { desk, runs } = deskOverSlowWorker();
    desk.start(order);
    expect(() => desk.start({ ...order, kind: 'check' })).toThrow(
      new AppError('job_running', { kind: 'import' }),
    );
    runs[0]?.finish(done);
    await settled();
    expect(desk.start({ ...order, kind: 'check' }).job).toBeTruthy();
  });

  test('cancelling asks the task to stop, and its end says so', async () => {
    const { desk, runs, told } = deskOverSlowWorker();
    const { job } = desk.start(order);
    expect(desk.cancel('job-7')).toEqual({ cancelled: false });
    expect(desk.cancel(job)).toEqual({ cancelled: true });
    const { options, finish } = runs[0] as (typeof runs)[number];
    expect(options.flag && signalOf(options.flag).aborted).toBe(true);
    finish({ ok: false, error: toWireError(new AppError('cancelled')) });
    await settled();
    expect(told).toEqual(['progress 0', 'settled import', 'end cancelled']);
    expect(desk.cancel(job)).toEqual({ cancelled: false });
  });

  test('stopping waits until the running task has ended', async () => {
    const { desk, runs } = deskOverSlowWorker();
    await desk.stop();
    desk.start(order);
    let stopped = false;
    const stopping = desk.stop().then(() => {
      stopped = true;
    });
    await settled();
    expect(stopped).toBe(false);
    runs[0]?.finish(done);
    await stopping;
  });
});

describe('what is done at once', () => {
  const trust = { kind: 'pack', method: 'publisher.trust', input: {} } as const;

  test('is answered when it is settled, without events of its own, and a job may follow', async () => {
    const { desk, runs, told } = deskOverSlowWorker();
    const answer = desk.atOnce(trust);
    runs[0]?.finish(done);
    expect(await answer).toEqual(done);
    expect(told).toEqual(['settled pack']);
    expect(desk.start(order).job).not.toBe('');
  });

  test('waits for nothing: while a job runs it is refused, and while it runs so is a job', () => {
    const { desk } = deskOverSlowWorker();
    desk.start(order);
    expect(() => desk.atOnce(trust)).toThrow('job_running');
    const other = deskOverSlowWorker();
    void other.desk.atOnce(trust);
    expect(() => other.desk.start(order)).toThrow('job_running');
  });
});
