// A publisher from its first key to a pack that verifies.
import { expect, test } from 'vitest';
import { payloadLines } from '../../src/main/packs/payload/payload.ts';
import { madePublisher, madeRecord, trustedAfter, verified, withPack } from './publishers.ts';

test('A pack that was just built is accepted, from its keys to its records', async () => {
  const made = await madePublisher();
  await made.build(madeRecord('hrd/one'), madeRecord('hrd/two'));
  const first = await verified(made.pack);
  expect(first.notes.map(({ code }) => code)).toEqual(['no-root']);
  expect(first).toMatchObject({ outcome: 'accepted', cause: null, seen: 2 });
  expect(first.publisher?.fingerprint).toBe(made.fingerprint);
  const [file] = first.files;
  if (!file) throw new Error('no file');
  const ids = await withPack(made.pack, async (pack) => {
    const found: unknown[] = [];
    for await (const { record } of payloadLines(pack, file)) found.push(record?.id);
    return found;
  });
  expect(ids).toEqual(['hrd/one', 'hrd/two']);
  const trusted = trustedAfter(first);
  expect((await verified(made.pack, trusted)).outcome).toBe('same');
  await made.build(madeRecord('hrd/one', { revision: 2 }));
  const second = await verified(made.pack, trusted);
  expect(second).toMatchObject({ outcome: 'accepted', notes: [] });
  expect(second.changes.added).toHaveLength(1);
});
