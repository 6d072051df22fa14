// The virtual list of results: a listbox whose rows are loaded as they come into view.
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { SearchHit, SearchResults } from '../../../shared/search.ts';
import { RESULTS_ID } from '../../focus.ts';
import type { Page } from '../../history.ts';
import { useHere } from '../../navigation.ts';
import { useWords } from '../../wording/useWords.ts';
import { FEW } from './NearestLine.tsx';
import { effectiveSort } from './query.ts';
import styles from './ResultList.module.css';
import { ResultGroup } from './ResultGroup.tsx';
import { ResultRow, type RowActions } from './ResultRow.tsx';
import { isSelected } from './selection.ts';
import { type Spot, spotElement } from './spots.ts';
import { useActiveRow } from './useActiveRow.ts';
import { useChoosing } from './useChoosing.ts';
import { useFollowing } from './useFollowing.ts';
import { type NeededRows, type Search, tellShown } from './useSearch.ts';
import { yearBegins } from './years.ts';

const HINT_ID = 'results-hint';

/** About how high a row is, in pixels, before it is measured. */
const ROW = 106;

interface ResultListProps {
  search: Search;
  results: SearchResults;
  onRows: (rows: NeededRows) => void;
}

const isOpen = (page: Page, hit: SearchHit | undefined): boolean =>
  page.view === 'record' &&
  hit?.id === page.address.id &&
  (page.address.shelf ?? hit.shelf) === hit.shelf;

// A document and the event that it made are one thing to whoever looks down the list.
const isTwin = (hit: SearchHit | undefined, before: SearchHit | undefined): boolean =>
  hit !== undefined && hit.title === before?.title && hit.shelf === before.shelf;

/** All results of the query, however many. */
export function ResultList({ search, results, onRows }: ResultListProps) {
  const { t } = useWords();
  const { query, page } = useHere();
  const { hitAt, groupAt, behind, question } = search;
  const { groupsTotal: total, hits } = results;
  const list = useRef<HTMLDivElement>(null);
  const kept = useRef(0);

  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => list.current,
    estimateSize: () => ROW,
    overscan: 5,
    // The active row stays in the page, because the list names it as the one that has the focus.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return shown.includes(kept.current) ? shown : [...shown, kept.current];
    },
  });
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
  const { follow, leave, toTop } = useFollowing(virtual, hitAt);
  const choosing = useChoosing(query, search);
  const pageful = endIndex - startIndex;
  const rows = useActiveRow(search, { total, pageful, scrollTo: follow, choosing });
  // Rows are drawn anew only where they changed, so what they call must stay the same.
  const latest = useRef({ rows, choosing });
  latest.current = { rows, choosing };
  const on: RowActions = useMemo(
    () => ({
      click: (spot, event) => latest.current.rows.onClick(spot, event),
      choose: (spot) => latest.current.choosing.toggle(latest.current.rows.recordAt(spot)),
      openBeside: (spot) => latest.current.rows.openBeside(spot),
    }),
    [],
  );
  kept.current = Math.min(rows.active.index, total - 1);

  const active = rows.active.index;
  useEffect(
    () => onRows({ first: startIndex, last: endIndex, active }),
    [onRows, startIndex, endIndex, active],
  );
  useEffect(() => toTop(), [toTop, question]);
  useEffect(() => tellShown('search', hits.length), [hits.length]);

  const dated = effectiveSort(query) !== 'relevance';
  return (
    <div
      ref={list}
      id={RESULTS_ID}
      role="listbox"
      tabIndex={0}
      aria-multiselectable="true"
      aria-label={t('search.results')}
      aria-describedby={HINT_ID}
      aria-activedescendant={spotElement({ ...rows.active, index: kept.current })}
      aria-busy={behind}
      data-selecting={choosing.chosen.length > 0 || undefined}
      className={styles.list}
      // What else might have been meant follows the last of few rows. Rows out of sight measure nothing, and a list
      // without height would never measure them again.
      style={total <= FEW ? { flex: `0 1 ${Math.max(ROW, virtual.getTotalSize())}px` } : undefined}
      onKeyDown={rows.onKeyDown}
      onWheel={leave}
      onPointerDown={leave}
    >
      <span id={HINT_ID} hidden>
        {t('selection.hint')}
      </span>
      <div className={styles.sized} style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const hit = hitAt(index);
          const group = groupAt(index);
          const rowOf = (spot: Spot) => {
            const record = rows.recordAt(spot);
            return {
              ...spot,
              hit: record,
              total,
              active: spot.index === rows.active.index && spot.member === rows.active.member,
              isOpen: isOpen(page, record),
              isChosen: isSelected(choosing.chosen, record),
              on,
            };
          };
          return (
            <div
              key={index}
              ref={virtual.measureElement}
              data-index={index}
              className={styles.place}
              style={{ transform: `translateY(${start}px)` }}
            >
              <ResultGroup group={group} onWhole={rows.showWhole}>
                <ResultRow
                  {...rowOf({ index, member: 0 })}
                  year={dated ? yearBegins(hit, index > 0 ? hitAt(index - 1) : null) : null}
                  repeats={index > 0 && isTwin(hit, hitAt(index - 1))}
                />
                {group?.others.map((other, at) => (
                  <ResultRow
                    key={`${other.shelf} ${other.id}`}
                    {...rowOf({ index, member: at + 1 })}
                    year={null}
                    repeats={isTwin(other, hit)}
                  />
                ))}
              </ResultGroup>
            </div>
          );
        })}
      </div>
    </div>
  );
}
