// The row of the results that keys act on: moved by arrows, opened by Enter, leafed through with J and K while reading.
import { type KeyboardEvent, type MouseEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '../../../shared/search.ts';
import { useCommand } from '../../commands.ts';
import { say } from '../../components/said.ts';
import { RESULTS_ID } from '../../focus.ts';
import { useHere, useNavigation } from '../../navigation.ts';
import { movedTo } from './moves.ts';
import type { Choosing } from './useChoosing.ts';
import type { Search } from './useSearch.ts';

interface RowsInView {
  total: number;
  /** How many rows are in view. */
  pageful: number;
  scrollTo: (index: number) => void;
  choosing: Choosing;
}

export interface ActiveRow {
  active: number;
  /** Opens or selects a row that was clicked, as the keys held say. */
  onClick: (index: number, event: MouseEvent) => void;
  /** Opens a row in a new tab. */
  openBeside: (index: number) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

const passageOf = (hit: SearchHit): string | null => hit.passage?.text ?? null;

const isReading = () => document.activeElement?.closest('main') !== null;

/** Which row is active, and what keys do with it; a new question begins at the top again. */
export function useActiveRow(search: Search, view: RowsInView): ActiveRow {
  const { total, pageful, scrollTo, choosing } = view;
  const { t } = useTranslation();
  const { page } = useHere();
  const { open, openBeside, leafTo } = useNavigation();
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
  const beside = (index: number) => {
    const hit = hitAt(index);
    if (!hit) return;
    openBeside(hit, passageOf(hit));
    say(t('tabs.opened'));
  };
  useCommand('next-result', () => leaf(1));
  useCommand('previous-result', () => leaf(-1));
  useCommand('open-beside', () => (isReading() ? false : beside(active)));

  return {
    active,
    openBeside: beside,
    onClick: (index, event) => {
      setPlace({ question, active: index });
      const hit = hitAt(index);
      if (event.shiftKey) void choosing.chooseRange(active, index);
      else if (event.ctrlKey || event.metaKey) choosing.toggleAt(index);
      else if (hit) open(hit, passageOf(hit));
    },
    onKeyDown: (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const to = movedTo(event.key, { active, total, pageful });
      if (to !== null) {
        if (event.shiftKey) void choosing.chooseRange(active, to);
        move(to);
      } else if (event.key === 'Enter') setAwaited(true);
      else if (event.key === ' ') choosing.toggleAt(active);
      else if (event.key === 'Escape' && choosing.chosen.length > 0) choosing.clear();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
