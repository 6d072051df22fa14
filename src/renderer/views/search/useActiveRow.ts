// The row of the results that keys act on: moved by arrows, opened by Enter, leafed through with J and K while reading.
import { type KeyboardEvent, useEffect, useState } from 'react';
import type { SearchHit } from '../../../shared/search.ts';
import { useCommand } from '../../commands.ts';
import { RESULTS_ID } from '../../focus.ts';
import { useHere, useNavigation } from '../../navigation.ts';
import { movedTo } from './moves.ts';
import type { Search } from './useSearch.ts';

interface RowsInView {
  total: number;
  /** How many rows are in view. */
  pageful: number;
  scrollTo: (index: number) => void;
}

export interface ActiveRow {
  active: number;
  /** Opens a row that was pointed at. */
  openAt: (index: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

const passageOf = (hit: SearchHit): string | null => hit.passage?.text ?? null;

/** Which row is active, and what keys do with it; a new question begins at the top again. */
export function useActiveRow(search: Search, { total, pageful, scrollTo }: RowsInView): ActiveRow {
  const { page } = useHere();
  const { open, leafTo } = useNavigation();
  const { hitAt, behind, question } = search;
  const [place, setPlace] = useState({ question, active: 0 });
  const active = place.question === question ? place.active : 0;
  const [awaited, setAwaited] = useState(false);

  // Who types faster than the archive answers must not be given a row of the answer before.
  useEffect(() => {
    const hit = awaited && !behind ? hitAt(active) : undefined;
    if (!hit) return;
    setAwaited(false);
    open(hit, passageOf(hit));
  }, [awaited, behind, hitAt, active, open]);

  const move = (to: number) => {
    setPlace({ question, active: to });
    scrollTo(to);
    return hitAt(to);
  };
  const leaf = (by: 1 | -1) => {
    const hit = move(Math.min(total - 1, Math.max(0, active + by)));
    const reading = page.view === 'record' && document.activeElement?.id !== RESULTS_ID;
    if (hit && reading) leafTo(hit, passageOf(hit));
  };
  useCommand('next-result', () => leaf(1));
  useCommand('previous-result', () => leaf(-1));

  return {
    active,
    openAt: (index) => {
      const hit = hitAt(index);
      setPlace({ question, active: index });
      if (hit) open(hit, passageOf(hit));
    },
    onKeyDown: (event) => {
      const to = movedTo(event.key, { active, total, pageful });
      if (to !== null) move(to);
      else if (event.key === 'Enter') setAwaited(true);
      else return;
      event.preventDefault();
    },
  };
}
