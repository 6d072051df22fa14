// From one event to the next, wherever along time it lies.
import { useCallback, useRef } from 'react';
import type { OnlyLanes } from '../../../shared/timeline.ts';
import { client } from '../../client.ts';
import { say, sayFailure } from '../../components/said.ts';
import type { Query } from '../../history.ts';
import { useWords } from '../../wording/useWords.ts';
import { searchedBy } from './asked.ts';
import { reveal } from './Chart.tsx';
import { reachOf } from './items.ts';
import { overlaps } from './viewport.ts';
import { headedFor, type ViewStore } from './viewStore.ts';
import { type TimeItem, wordItem } from './wording.ts';

export type Direction = 'next' | 'previous';

interface Stepping {
  view: ViewStore;
  query: Query;
  /** The lanes that were chosen; all without. */
  lanes: OnlyLanes;
}

/**
 * Where one stands, with a way to stand elsewhere, and one to the event after or before it: of the lanes that are shown,
 * and after or before the middle of the view where the reader has left it behind.
 */
export function useStep({ view, query, lanes }: Stepping) {
  const words = useWords();
  const standing = useRef<TimeItem | null>(null);
  const turn = useRef(Promise.resolve());
  const stand = useCallback((item: TimeItem) => {
    standing.current = item;
  }, []);
  const go = async (direction: Direction, onReached: (item: TimeItem) => void) => {
    const shown = headedFor(view);
    const here = standing.current;
    const from = here && overlaps(reachOf(here), shown) ? here : null;
    try {
      const found = await client.call('timeline.step', {
        ...searchedBy(query),
        at: Math.round(from?.start.from ?? (shown.from + shown.to) / 2),
        direction,
        past: from ? { shelf: from.row.shelf, id: from.row.id } : undefined,
        lanes,
      });
      if (!found) return say(words.t(`timeline.no.${direction}`));
      const item = 'span' in found ? found.span : found.mark;
      stand(item);
      onReached(item);
      reveal(view, item);
      say(wordItem(item, words));
    } catch (failure) {
      sayFailure(failure);
    }
  };
  // Whoever steps faster than the archive answers goes as many steps, each from where the one before has led.
  const step = (direction: Direction, onReached: (item: TimeItem) => void) => {
    turn.current = turn.current.then(() => go(direction, onReached));
  };
  return { stand, step };
}
