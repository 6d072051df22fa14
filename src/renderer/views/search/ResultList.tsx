// The virtual list of results: a listbox whose rows are loaded as they come into view.
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { SearchHit, SearchResults } from '../../../shared/search.ts';
import { useCommand } from '../../commands.ts';
import { RESULTS_ID } from '../../focus.ts';
import { useHere, useNavigation } from '../../navigation.ts';
import { useWords } from '../../wording/useWords.ts';
import { movedTo } from './moves.ts';
import { effectiveSort } from './query.ts';
import styles from './ResultList.module.css';
import { ResultRow } from './ResultRow.tsx';
import { type Search, tellShown } from './useSearch.ts';
import { yearBegins } from './years.ts';

/** About how high a row is, in pixels, before it is measured. */
const ROW = 106;

interface ResultListProps {
  search: Search;
  results: SearchResults;
  onRows: (first: number, last: number) => void;
}

/** All results of the query, however many. */
export function ResultList({ search, results, onRows }: ResultListProps) {
  const { t } = useWords();
  const { query, page } = useHere();
  const { open, leafTo } = useNavigation();
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const total = results.total;

  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => list.current,
    estimateSize: () => ROW,
    overscan: 5,
    // The active row stays in the page, because the list names it as the one that has the focus.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return shown.includes(active) || active >= total ? shown : [...shown, active];
    },
  });
  const rows = virtual.getVirtualItems();
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
  useEffect(() => onRows(startIndex, endIndex), [onRows, startIndex, endIndex]);

  const question = JSON.stringify(query);
  useEffect(() => {
    setActive(0);
    virtual.scrollToOffset(0);
    // oxlint-disable-next-line exhaustive-deps -- only a new question goes back to the top
  }, [question]);
  useEffect(() => tellShown('search', results.hits.length), [results.hits.length]);

  const openHit = (hit: SearchHit | undefined) => hit && open(hit, hit.passage?.text ?? null);
  const move = (to: number) => {
    setActive(to);
    virtual.scrollToIndex(to, { align: 'auto' });
    return search.hitAt(to);
  };
  const leaf = (by: 1 | -1) => {
    const to = Math.min(total - 1, Math.max(0, active + by));
    const hit = move(to);
    if (hit && page.view === 'record' && document.activeElement !== list.current) {
      leafTo(hit, hit.passage?.text ?? null);
    }
  };
  useCommand('next-result', () => leaf(1));
  useCommand('previous-result', () => leaf(-1));
  const onKeyDown = (event: KeyboardEvent) => {
    const pageful = Math.max(1, endIndex - startIndex);
    const to = movedTo(event.key, { active, total, pageful });
    if (to !== null) move(to);
    else if (event.key === 'Enter') openHit(search.hitAt(active));
    else return;
    event.preventDefault();
  };

  const dated = effectiveSort(query) !== 'relevance';
  return (
    <div
      ref={list}
      id={RESULTS_ID}
      role="listbox"
      tabIndex={0}
      aria-label={t('search.results')}
      aria-activedescendant={
        rows.some(({ index }) => index === active) ? `row-${active}` : undefined
      }
      aria-busy={search.behind}
      className={styles.list}
      onKeyDown={onKeyDown}
    >
      <div className={styles.sized} style={{ blockSize: virtual.getTotalSize() }}>
        {rows.map(({ index, start }) => {
          const hit = search.hitAt(index);
          return (
            <div
              key={index}
              ref={virtual.measureElement}
              data-index={index}
              className={styles.place}
              style={{ transform: `translateY(${start}px)` }}
            >
              <ResultRow
                hit={hit}
                position={index}
                total={total}
                active={index === active}
                isOpen={
                  page.view === 'record' &&
                  hit?.id === page.address.id &&
                  (page.address.shelf ?? hit.shelf) === hit.shelf
                }
                year={dated ? yearBegins(hit, index > 0 ? search.hitAt(index - 1) : null) : null}
                onOpen={() => {
                  setActive(index);
                  openHit(hit);
                }}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
