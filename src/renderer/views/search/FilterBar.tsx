// The way to the filters, and each filter that is set, to be taken away.
import { memo } from 'react';
import { Button } from 'react-aria-components';
import type { Facets, SearchFilters } from '../../../shared/search.ts';
import { Icon } from '../../components/Icon.tsx';
import pulldown from '../../components/Pulldown.module.css';
import { FILTERS_ID, focusFilters } from '../../focus.ts';
import { navigate, useAsked } from '../../navigation.ts';
import { type FacetWord, wordFacetValue } from '../../wording/facets.ts';
import { useWords } from '../../wording/useWords.ts';
import type { Words } from '../../wording/words.ts';
import { DateFilter, wordDateFilter } from './DateFilter.tsx';
import styles from './FilterBar.module.css';
import { type ActiveFilter, activeFilters, withDates, without } from './filters.ts';
import { useFacets, useFacetsShown } from './useFacets.ts';

/** By this the button says what it opens. */
export const FACETS_ID = 'facets';

function wordActive(active: ActiveFilter, facets: Facets | undefined, words: Words): FacetWord {
  if (active.facet === 'dates') return { text: wordDateFilter(active, words) };
  const { facet, value } = active;
  const known = facets?.facets[facet]?.values.find((one) => one.value === value);
  return wordFacetValue(facet, { value, names: known?.names ?? {} }, words);
}

/** One row: facets, dates, and what is set; `settled` tells that the results of the query are there. */
export function FilterBar({ settled }: { settled: boolean }) {
  const words = useWords();
  const { t } = words;
  const query = useAsked();
  const { filters } = query;
  const facets = useFacets(query, settled);
  const active = activeFilters(filters);
  // The button that was pressed is gone with its filter.
  const askFor = (fewer: SearchFilters) => {
    navigate.ask({ filters: fewer });
    focusFilters();
  };
  return (
    <div className={styles.bar} role="group" aria-label={t('filter.label')}>
      <FilterOpeners filters={filters} />
      {active.map((one) => {
        const { text, lang } = wordActive(one, facets, words);
        const excluded = one.facet !== 'dates' && one.choice === 'excluded';
        const name = excluded ? t('filter.not', { name: text }) : text;
        return (
          <Button
            key={JSON.stringify(one)}
            className={styles.chip}
            data-excluded={excluded || undefined}
            aria-label={t('filter.removeOne', { name })}
            onPress={() => askFor(without(filters, one))}
          >
            <bdi lang={lang} className={styles.name}>
              {name}
            </bdi>
            <Icon name="close" />
          </Button>
        );
      })}
      {active.length > 0 && (
        <Button className={styles.clear} onPress={() => askFor({})}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  );
}

// Drawn only when it changes: what is typed meanwhile does not concern it.
const FilterOpeners = memo(function FilterOpeners({ filters }: { filters: SearchFilters }) {
  const { t } = useWords();
  const { open, setOpen } = useFacetsShown();
  return (
    <>
      <Button
        id={FILTERS_ID}
        className={pulldown.button}
        aria-expanded={open}
        aria-controls={open ? FACETS_ID : undefined}
        data-narrows={open || undefined}
        onPress={() => setOpen(!open)}
      >
        <Icon name="filter" />
        {t('filter.facets')}
      </Button>
      <DateFilter
        filters={filters}
        onChange={(dates) => navigate.ask({ filters: withDates(filters, dates) })}
      />
    </>
  );
});
