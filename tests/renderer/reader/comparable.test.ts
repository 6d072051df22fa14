// The menu that compares offers what a reader is likeliest to compare with, and never the record itself.
import { describe, expect, it } from 'vitest';
import { comparableWith } from '../../../src/renderer/views/reader/comparable.ts';
import type { RecordView } from '../../../src/shared/reading.ts';
import type { RecordRow } from '../../../src/shared/search.ts';

const row = (id: string, kind: RecordRow['kind']) => ({ shelf: 'mahfuz', id, kind }) as RecordRow;

const view = (kind: RecordRow['kind'], linked: RecordRow[], incoming: RecordRow[] = []) =>
  ({
    shelf: 'mahfuz',
    record: { id: 'a/self', kind },
    linked: Object.fromEntries(linked.map((one) => [one.id, one])),
    incoming: incoming.map((one) => ({ role: 'related', row: one })),
  }) as unknown as RecordView;

const ids = (rows: RecordRow[]) => rows.map(({ id }) => id);

describe('records to compare with', () => {
  it('are those of the same kind first, then what tells of the same, and no organisations', () => {
    const linked = [row('a/doc', 'document'), row('a/org', 'organisation'), row('a/ev', 'event')];
    expect(ids(comparableWith(view('event', linked)))).toEqual(['a/ev', 'a/doc']);
    expect(ids(comparableWith(view('organisation', linked)))).toEqual(['a/org']);
  });

  it('hold each record once and never the one that is read', () => {
    const twice = row('a/ev', 'event');
    const rows = comparableWith(view('event', [twice, row('a/self', 'event')], [twice]));
    expect(ids(rows)).toEqual(['a/ev']);
  });

  it('are few enough for a menu', () => {
    const many = Array.from({ length: 50 }, (_, index) => row(`a/${index}`, 'event'));
    expect(comparableWith(view('event', many)).length).toBeLessThan(10);
  });
});
