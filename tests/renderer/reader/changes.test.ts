// What changed between two revisions is told word by word, loses nothing, and in the terms of the page.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedWords } from '../../../src/renderer/i18n.ts';
import { blockChanges } from '../../../src/renderer/views/reader/changes/blocks.ts';
import {
  compareRevisions,
  conflicting,
  previousOf,
} from '../../../src/renderer/views/reader/changes/compare.ts';
import {
  kept,
  type Piece,
  tokensOf,
  wordChanges,
} from '../../../src/renderer/views/reader/changes/pieces.ts';
import type { Words } from '../../../src/renderer/wording/words.ts';
import type { RecordView, RevisionRow } from '../../../src/shared/reading.ts';
import { type ArchiveRecord, documentRecord, eventRecord } from '../../../src/shared/record.ts';

const en: Words = { language: 'en', digits: 'latin', t: fixedWords('en') };
const ur: Words = { language: 'ur', digits: 'latin', t: fixedWords('ur') };

/** Pieces as one line: [-removed-] and {+added+}. */
const line = (pieces: Piece[] | null) =>
  pieces
    ?.map(({ change, text }) =>
      change === 'same' ? text : change === 'removed' ? `[-${text}-]` : `{+${text}+}`,
    )
    .join('');

const side = (pieces: Piece[], other: 'removed' | 'added') =>
  pieces
    .filter(({ change }) => change !== other)
    .map(({ text }) => text)
    .join('');

describe('words of two texts', () => {
  it.each([
    ['a word', 'The cable failed.', 'The cable was cut.', 'The cable [-failed-]{+was cut+}.'],
    [
      'words side by side',
      'two big ships',
      'three small ships',
      '[-two big-]{+three small+} ships',
    ],
    ['a figure', 'about 1,200 sites', 'about 1,300 sites', 'about 1,[-200-]{+300+} sites'],
    ['what came', 'It ended.', 'It ended at noon.', 'It ended{+ at noon+}.'],
    ['what went', 'It may have ended.', 'It ended.', 'It [-may have -]ended.'],
    ['Urdu', 'ایکس بند رہا', 'ایکس سست رہا', 'ایکس [-بند-]{+سست+} رہا'],
    ['Persian joiners', 'می‌شود', 'نمی‌شود', '[-می‌شود-]{+نمی‌شود+}'],
    ['Burmese, without spaces', 'အင်တာနက်ဖြတ်', 'အင်တာနက်ပြန်', null],
  ])('tells %s', (_, before, after, told) => {
    const pieces = wordChanges(before, after) as Piece[];
    if (told !== null) expect(line(pieces)).toBe(told);
    else expect(kept(pieces)).toBeGreaterThan(0.5);
  });

  it('gives both texts back, whatever they are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc
        .array(fc.constantFrom('a', 'b ', 'ک', '​', '\n\n', 'é', '中', 'ที่', ' '), { maxLength: 30 })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordChanges(before, after);
        if (pieces === null) return;
        expect(side(pieces, 'added')).toBe(before);
        expect(side(pieces, 'removed')).toBe(after);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('never cuts inside a word or between a letter and its marks', () => {
    expect(tokensOf("Don't naïve ที่ 中国 می‌شود")).toEqual([
      "Don't",
      ' ',
      'naïve',
      ' ',
      'ที่',
      ' ',
      '中',
      '国',
      ' ',
      'می‌شود',
    ]);
  });
});

describe('paragraphs and items', () => {
  const told = (before: string[], after: string[]) =>
    blockChanges(before, after).map(({ change, pieces }) => `${change}: ${line(pieces)}`);

  it('says which came, went, stayed and were edited', () => {
    expect(
      told(
        ['One stays.', 'The second is edited a little.', 'The third goes away.'],
        ['One stays.', 'The second was edited a little.', 'Something else entirely.'],
      ),
    ).toEqual([
      'same: One stays.',
      'edited: The second [-is-]{+was+} edited a little.',
      'removed: [-The third goes away.-]',
      'added: {+Something else entirely.+}',
    ]);
  });

  it('shows texts that have nothing in common whole, one after the other', () => {
    expect(told(['Alpha beta gamma.'], ['Uno dos tres cuatro.'])).toEqual([
      'removed: [-Alpha beta gamma.-]',
      'added: {+Uno dos tres cuatro.+}',
    ]);
  });

  it('finds its way in long lists and in texts with nothing in common, without waiting for it', () => {
    const many = (word: string) => Array.from({ length: 300 }, (_, n) => `${word} ${n} ${word}`);
    const blocks = blockChanges(many('apple'), many('pear'));
    expect(blocks.filter(({ change }) => change === 'added')).toHaveLength(300);
    expect(blocks.filter(({ change }) => change === 'removed')).toHaveLength(300);
  });
});

const head = {
  schema: 'record/1',
  lang: 'en',
  updated: '2026-11-22',
  rights: 'CC BY 4.0',
};
const anEvent = (fields: object = {}) =>
  eventRecord.parse({
    ...head,
    id: 'test/cut',
    kind: 'event',
    revision: 1,
    title: 'Three nights without a network',
    event_type: 'restriction',
    summary: 'Every mobile network was silent.\n\nNobody said why.',
    start: { value: '2024-02', precision: 'month', kind: 'reported' },
    end: null,
    status: 'unknown',
    restriction: { type: 'shutdown' },
    places: [{ country: 'PK' }],
    confidence: 'low',
    sources: [{ title: 'A paper', read: 'whole' }],
    ...fields,
  });
const viewOf = (record: ArchiveRecord): RecordView => ({
  shelf: 'local',
  shelfName: 'Imported files',
  record,
  hash: '',
  bodies: {},
  linked: {},
  incoming: [],
  incomingTotal: 0,
  usedIn: [],
  usedInTotal: 0,
  vocabulary: { services: { 'svc-x': { en: ['X'], ur: ['ایکس'] } } },
  revisions: [],
  conflict: false,
  hidden: false,
});

describe('two revisions of a record', () => {
  const compare = (before: ArchiveRecord, after: ArchiveRecord, words = en) =>
    compareRevisions(viewOf(before), viewOf(after), words).map(
      ({ label, blocks }) =>
        `${label}: ${blocks
          .filter(({ change }) => change !== 'same')
          .map(({ pieces }) => line(pieces))
          .join(' | ')}`,
    );

  it('are told field by field, in the words of the page', () => {
    const after = anEvent({
      revision: 2,
      title: 'Four nights without a network',
      start: { value: '2024-02-16', precision: 'day', kind: 'actual' },
      summary: 'Every mobile network was silent.\n\nThe ministry said why.',
      restriction: { type: 'throttle', services: [{ id: 'svc-x', printed: 'X' }] },
      places: [{ country: 'PK' }, { country: 'IN' }],
      confidence: 'medium',
      claims: [{ field: 'start', value: '2024-02-16', who: 'NetBlocks' }],
      sources: [
        { title: 'A paper', read: 'whole' },
        { title: 'An order', read: 'excerpt' },
      ],
    });
    expect(compare(anEvent(), after)).toEqual([
      'Title: [-Three-]{+Four+} nights without a network',
      'Summary: [-Nobody -]{+The ministry +}said why.',
      'Start: {+16 +}February 2024[-, as reported-]',
      'What was restricted: [-Shutdown-] | {+Slowing down+}',
      'Services: {+X+}',
      'Where: {+India+}',
      'Who says what: {+Start: 2024-02-16 · NetBlocks+}',
      'Confidence: [-Low-] | {+Medium+}',
      'Sources: {+An order · read in excerpt+}',
    ]);
  });

  it('are told in Urdu too, values of the closed lists included', () => {
    const told = compare(anEvent(), anEvent({ confidence: 'high' }), ur).join();
    expect(told).toContain(ur.t('confidence.high'));
    expect(told).not.toContain('High');
  });

  it('differ nowhere where only the number of the revision, its day and its correction do', () => {
    const after = anEvent({ revision: 2, updated: '2026-11-23', correction: 'Nothing.' });
    expect(compare(anEvent(), after)).toEqual([]);
  });

  it('tell what a translation gained, with its language', () => {
    const after = anEvent({ translations: { ur: { title: 'تین راتیں', summary: 'متن' } } });
    expect(compare(anEvent(), after)).toEqual([
      'Title (Urdu): {+تین راتیں+}',
      'Summary (Urdu): {+متن+}',
    ]);
  });

  it('show the value itself where the words do not tell a change', () => {
    const ref = (id: string | null) => ({ trigger: { id, printed: 'Election' } });
    const [change] = compareRevisions(
      viewOf(anEvent(ref(null))),
      viewOf(anEvent(ref('trigger-election'))),
      en,
    );
    expect(change).toMatchObject({ key: 'trigger', hidden: true });
    expect(line(change?.blocks[0]?.pieces ?? [])).toContain('trigger-election');
  });

  it('tell a change in a field that a newer publisher invented', () => {
    const newer = { ...anEvent(), mood: 'grave' } as ArchiveRecord;
    expect(compare(anEvent(), newer)).toEqual(['mood: {+grave+}']);
  });

  it('have a name for every field that a record can have', () => {
    const document = documentRecord.shape;
    const fields = [...Object.keys(document), ...Object.keys(eventRecord.shape)];
    const elsewhere = [
      'id',
      'kind',
      'revision',
      'updated',
      'correction',
      'withdrawn',
      'restriction',
      'translations',
      'schema',
    ];
    const unnamed = fields.filter(
      (key) =>
        !elsewhere.includes(key) &&
        en.t(`changes.field.${key}` as 'app.name', { defaultValue: '' }) === '',
    );
    expect(unnamed).toEqual([]);
  });
});

describe('the revisions of a record', () => {
  const row = (revision: number, hash: string, current = false): RevisionRow => ({
    revision,
    hash,
    updated: '2026-01-01',
    correction: null,
    current,
    standing: 'listed',
  });

  it('each come after the next lower number that is here', () => {
    const rows = [row(5, 'e', true), row(3, 'c'), row(3, 'b'), row(1, 'a')];
    expect(previousOf(rows, 'e')?.hash).toBe('c');
    expect(previousOf(rows, 'b')?.hash).toBe('a');
    expect(previousOf(rows, 'a')).toBeNull();
  });

  it('are in conflict where two have one number; the one that is shown comes second', () => {
    expect(conflicting([row(2, 'b', true), row(2, 'a')])?.map(({ hash }) => hash)).toEqual([
      'a',
      'b',
    ]);
    expect(conflicting([row(2, 'b', true), row(1, 'a')])).toBeNull();
  });
});
