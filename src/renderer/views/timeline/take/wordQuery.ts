// The query that made a drawing, in a line that can be read beside it.
import type { Query } from '../../../history.ts';
import { wordFacetValue } from '../../../wording/facets.ts';
import { type Words, wordSeries } from '../../../wording/words.ts';
import { wordDateFilter } from '../../search/DateFilter.tsx';
import { activeFilters } from '../../search/filters.ts';

/** What was asked: the words as typed, and every filter. */
export function wordQuery({ text, filters }: Query, words: Words): string {
  const { t } = words;
  const typed =
    text.trim() === '' ? t('take.everything') : t('common.quoted', { text: text.trim() });
  const narrowed = activeFilters(filters).map((filter) => {
    if (filter.facet === 'dates') return wordDateFilter(filters, words);
    const value = wordFacetValue(filter.facet, { value: filter.value, names: {} }, words).text;
    const named = `${t(`facet.name.${filter.facet}`)}: ${value}`;
    return filter.choice === 'included' ? named : t('query.not', { part: named });
  });
  return t('take.query', { query: wordSeries([typed, ...narrowed], words) });
}
