// One end state: really signed packs of one publisher, whole or in part, in any order and as often as one likes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importPack } from '../../../src/main/packs/import/import-pack.ts';
import { makeBundled, openFolder, problemsOf } from '../../archive/made.ts';
import { sampleDocument, sampleEvent } from '../../archive/sample.ts';
import { temporaryFolder } from '../../folders.ts';
import { recordsFile, TestKey, TestPublisher, writePack } from '../made.ts';
import { packState } from '../state.ts';

const doc = (slug: string, rest = {}) => sampleDocument({ id: `hrd/${slug}`, ...rest });
const event = (slug: string, rest = {}) => sampleEvent({ id: `hrd/${slug}`, ...rest });

/** Packs of one publisher over four lists: corrections, a conflict, a withdrawal, a file let go of, changed keys. */
function packs(): string[] {
  const publisher = new TestPublisher();
  const a = recordsFile('hrd/a.ndjson.zst', [doc('one'), doc('two'), event('three')], { seq: 0 });
  const b = recordsFile(
    'hrd/b.ndjson.zst',
    [doc('four'), doc('one', { revision: 3, title: 'Third' })],
    { seq: 1 },
  );
  const lies = recordsFile(
    'hrd/lies.ndjson.zst',
    [doc('two', { revision: 9, title: 'A lie' }), doc('five')],
    { seq: 2 },
  );
  const first = publisher.issue([a, b, lies]);
  const c = recordsFile(
    'hrd/c.ndjson.zst',
    [
      doc('one', { revision: 3, title: 'Another third' }),
      doc('one', { revision: 2, title: 'Second' }),
      event('three', {
        revision: 2,
        withdrawn: { at: '2026-02-01', why: 'It named a witness.', safety: true },
      }),
    ],
    { seq: 3, since: 2 },
  );
  const second = publisher.issue([a, b, lies, c]);
  publisher.rotate({ root: [new TestKey()], targets: [new TestKey()] });
  const third = publisher.issue([a, b, c]);
  const d = recordsFile('hrd/d.ndjson.zst', [doc('five'), doc('six')], { seq: 4, since: 4 });
  const fourth = publisher.issue([a, b, c, d]);
  return [
    writePack(temporaryFolder(), first),
    writePack(temporaryFolder(), first, [lies]),
    writePack(temporaryFolder(), second, [c]),
    writePack(temporaryFolder(), third, [a]),
    writePack(temporaryFolder(), fourth),
    writePack(temporaryFolder(), fourth, [d]),
  ];
}

test('any order and any repetition of the same packs ends in the same archive', {
  timeout: 120_000,
}, async () => {
  const all = packs();
  const bundled = await makeBundled();
  const imported = async (order: readonly number[]) => {
    const open = await openFolder(temporaryFolder(), bundled);
    for (const which of order) await importPack({ ...open, path: all[which] ?? '' });
    expect(await problemsOf(open)).toEqual([]);
    const state = packState(open.archive);
    open.close();
    return state;
  };
  const numbers = fc.uniqueArray(fc.integer({ min: 0, max: all.length - 1 }), { minLength: 1 });
  const places = fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 6, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(numbers, places, async (chosen, at) => {
      const twice = chosen
        .flatMap((which, index) => (at[index] ?? [0, 0]).map((place) => ({ which, place })))
        .toSorted((x, y) => x.place - y.place)
        .map(({ which }) => which);
      expect(await imported(twice)).toEqual(await imported(chosen));
    }),
    { numRuns: 25 },
  );
});
