// The row of the results that keys act on: moved by arrows, opened by Enter, leafed through with J and K while reading.
import { type KeyboardEvent, type MouseEvent, useEffect, useState } from 'react';
import type { SearchHit } from '../../../shared/search.ts';
import { useCommand } from '../../commands.ts';
import { RESULTS_ID } from '../../focus.ts';
import { navigate, usePage } from '../../navigation.ts';
import { useOpenBeside } from '../tabs/openBeside.ts';
import { directionOf } from '../../wording/languages.ts';
import { useWords } from '../../wording/useWords.ts';
import { movedTo } from './moves.ts';
import { WHOLE_GROUP } from './query.ts';
import { nextSpot, type Spot } from './spots.ts';
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
  active: Spot;
  recordAt: (spot: Spot) => SearchHit | undefined;
  /** Opens or selects a record that was clicked, as the keys held say. */
  onClick: (spot: Spot, event: MouseEvent) => void;
  /** Opens a record in a new tab. */
  openBeside: (spot: Spot) => void;
  /** Shows the whole of every group. */
  showWhole: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** A record that is to be shown as soon as it is there. */
interface Awaited {
  /** What was asked then; nobody waits for a row of another question. */
  question: string;
  /** Whether it takes the place of the record that is read. */
  leaf: boolean;
}

const passageOf = (hit: SearchHit): string | null => hit.passage?.text ?? null;

const TOP: Spot = { index: 0, member: 0 };

const isReading = () => document.activeElement?.closest('main') !== null;

/** Which row is active, and what keys do with it; a new question begins at the top again. */
export function useActiveRow(search: Search, view: RowsInView): ActiveRow {
  const { total, pageful, scrollTo, choosing } = view;
  const page = usePage();
  const { open, leafTo, ask } = navigate;
  const { language } = useWords();
  const openBeside = useOpenBeside();
  const { hitAt, groupAt, behind, question } = search;
  const [place, setPlace] = useState({ question, active: TOP });
  const active = place.question === question ? place.active : TOP;
  const recordAt = ({ index, member }: Spot) =>
    member === 0 ? hitAt(index) : groupAt(index)?.others[member - 1];
  const [awaited, setAwaited] = useState<Awaited | null>(null);

  const current = recordAt(active);

  // Who types faster than the archive answers must not be given a row of the answer before.
  useEffect(() => {
    if (!awaited || behind || !current) return;
    setAwaited(null);
    if (awaited.question !== question) return;
    const show = awaited.leaf ? leafTo : open;
    show(current, passageOf(current));
  }, [awaited, behind, current, question, open, leafTo]);

  const move = (to: Spot) => {
    setPlace({ question, active: to });
    scrollTo(to.index);
    return recordAt(to);
  };
  const stepped = (by: 1 | -1) =>
    nextSpot(active, by, total, (index) => groupAt(index)?.others.length ?? 0);
  const leaf = (by: 1 | -1) => {
    const hit = move(stepped(by));
    const reading = page.view === 'record' && document.activeElement?.id !== RESULTS_ID;
    if (!reading) return;
    if (hit) leafTo(hit, passageOf(hit));
    else setAwaited({ question, leaf: true });
  };
  const beside = (spot: Spot) => {
    const hit = recordAt(spot);
    if (!hit) return;
    openBeside(hit, passageOf(hit));
  };
  const showWhole = () => ask({ members: WHOLE_GROUP });
  const hasRest = () => {
    const group = groupAt(active.index);
    return group !== undefined && group.records > group.others.length + 1;
  };
  const inwards = directionOf(language) === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  useCommand('next-result', () => leaf(1));
  useCommand('previous-result', () => leaf(-1));
  useCommand('open-beside', () => (isReading() ? false : beside(active)));

  return {
    active,
    openBeside: beside,
    recordAt,
    showWhole,
    onClick: (spot, event) => {
      setPlace({ question, active: spot });
      const hit = recordAt(spot);
      if (event.shiftKey) void choosing.chooseRange(active.index, spot.index);
      else if (event.ctrlKey || event.metaKey) choosing.toggle(hit);
      else if (hit) open(hit, passageOf(hit));
      else setAwaited({ question, leaf: false });
    },
    onKeyDown: (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key] as 1 | -1 | undefined;
      const jump = step ? null : movedTo(event.key, { active: active.index, total, pageful });
      if (step) {
        const from = recordAt(active);
        const hit = move(stepped(step));
        if (event.shiftKey) choosing.choose([from, hit]);
      } else if (jump !== null) {
        if (event.shiftKey) void choosing.chooseRange(active.index, jump);
        move({ index: jump, member: 0 });
      } else if (event.key === inwards && hasRest()) showWhole();
      else if (event.key === 'Enter') setAwaited({ question, leaf: false });
      else if (event.key === ' ') choosing.toggle(recordAt(active));
      else if (event.key === 'Escape' && choosing.chosen.length > 0) choosing.clear();
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
