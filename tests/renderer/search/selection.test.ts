// A selection keeps its order, holds each record once, and knows which two are to be compared.
import { describe, expect, it } from 'vitest';
import { joinedCitations } from '../../../src/renderer/views/reader/citations.ts';
import {
  isSelected,
  MAX_SELECTED,
  pairToCompare,
  select,
  toggle,
} from '../../../src/renderer/views/search/selection.ts';

const row = (id: string, shelf = 'mahfuz') => ({ shelf, id });

describe('a selection', () => {
  it('takes a record up and lets it go', () => {
    const one = toggle([], row('a/a'));
    expect(isSelected(one, row('a/a'))).toBe(true);
    expect(toggle(one, row('a/a'))).toEqual([]);
  });

  it('tells records of two shelves apart', () => {
    const one = toggle([], row('a/a', 'local'));
    expect(isSelected(one, row('a/a'))).toBe(false);
  });

  it('holds each record once and never more than it may', () => {
    expect(select([row('a/a')], [row('a/a'), row('a/b')])).toHaveLength(2);
    const many = Array.from({ length: MAX_SELECTED + 5 }, (_, index) => row(`a/${index}`));
    expect(select([], many)).toHaveLength(MAX_SELECTED);
  });

  it('compares two that are selected, or one with the record that is read', () => {
    expect(pairToCompare([row('a/a'), row('a/b')], null)).toEqual([row('a/a'), row('a/b')]);
    expect(pairToCompare([row('a/a')], { id: 'a/r' })).toEqual([{ id: 'a/r' }, row('a/a')]);
    expect(pairToCompare([row('a/a'), row('a/b'), row('a/c')], null)).toBeNull();
    expect(pairToCompare([row('a/a')], null)).toBeNull();
    expect(pairToCompare([row('a/a')], { id: 'a/a' })).toBeNull();
    expect(pairToCompare([], { id: 'a/r' })).toBeNull();
  });
});

describe('citations together', () => {
  it('stay valid in their style', () => {
    expect(joinedCitations(['one\n', 'two'], 'text')).toBe('one\n\ntwo');
    expect(JSON.parse(joinedCitations(['[{"id":"a"}]', '[{"id":"b"}]'], 'csl'))).toEqual([
      { id: 'a' },
      { id: 'b' },
    ]);
  });
});
