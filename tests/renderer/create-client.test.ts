// Calls over the bridge give values, throw the archive's errors, and can be given up.
import { describe, expect, it } from 'vitest';
import { createClient } from '../../src/renderer/create-client.ts';
import type { Bridge, Reply } from '../../src/shared/contract.ts';
import { AppError } from '../../src/shared/errors.ts';

function bridge(answer: (method: string, input: unknown) => Promise<Reply>) {
  const cancelled: number[] = [];
  const ids: number[] = [];
  const made: Bridge = {
    call: (method, input, id) => {
      ids.push(id);
      return answer(method, input);
    },
    cancel: (id) => void cancelled.push(id),
    on: () => () => undefined,
    grant: async () => null,
    grantDropped: async () => null,
  };
  return { made, cancelled, ids };
}

describe('the client', () => {
  it('gives what the archive answered', async () => {
    const { made } = bridge(async (method, input) => ({ ok: true, value: { method, input } }));
    const { call } = createClient(made);
    expect(await call('job.cancel', { job: 'j' })).toEqual({
      method: 'job.cancel',
      input: { job: 'j' },
    });
  });

  it('throws the error that the archive answered, with its facts', async () => {
    const error = { code: 'not_found', message: 'not_found', detail: { id: 'a/b' } } as const;
    const { made } = bridge(async () => ({ ok: false, error }));
    await expect(createClient(made).call('archive.record', { id: 'a/b' })).rejects.toEqual(
      new AppError('not_found', { id: 'a/b' }),
    );
  });

  it('tells the archive when a call is given up, and never begins one that already was', async () => {
    let end: (reply: Reply) => void = () => undefined;
    const { made, cancelled, ids } = bridge(() => new Promise((resolve) => (end = resolve)));
    const { call } = createClient(made);
    const giveUp = new AbortController();
    const asked = call('archive.stats', {}, { signal: giveUp.signal });
    giveUp.abort();
    expect(cancelled).toEqual(ids);
    end({ ok: false, error: { code: 'cancelled', message: '', detail: {} } });
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    await expect(call('archive.stats', {}, { signal: giveUp.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(ids).toHaveLength(1);
  });

  it('numbers its calls, so that giving up one leaves the others alone', async () => {
    const { made, ids } = bridge(async () => ({ ok: true, value: null }));
    const { call } = createClient(made);
    await Promise.all([call('archive.stats', {}), call('archive.state', {})]);
    expect(new Set(ids).size).toBe(2);
  });
});
