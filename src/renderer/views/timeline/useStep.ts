// From one event to the next, wherever along time it lies.
import { useCallback } from 'react';
import { client } from '../../client.ts';
import { say, sayFailure } from '../../components/said.ts';
import type { Query } from '../../history.ts';
import { useWords } from '../../wording/useWords.ts';
import { searchedBy } from './asked.ts';
import { reveal } from './Chart.tsx';
import type { ViewStore } from './viewStore.ts';
import { keyOf, type TimeItem, wordItem } from './wording.ts';

export type Direction = 'next' | 'previous';

/** Goes to the event after or before the one where one stands, else after or before the middle; gives its key. */
export function useStep(
  view: ViewStore,
  query: Query,
  standing: TimeItem | undefined,
): (direction: Direction) => Promise<string | null> {
  const words = useWords();
  return useCallback(
    async (direction) => {
      const { shown } = view.getState();
      const at = Math.round(standing?.start.from ?? (shown.from + shown.to) / 2);
      const past = standing && { shelf: standing.row.shelf, id: standing.row.id };
      try {
        const found = await client.call('timeline.step', {
          ...searchedBy(query),
          at,
          direction,
          past,
        });
        if (!found) {
          say(words.t(`timeline.no.${direction}`));
          return null;
        }
        const item = 'span' in found ? found.span : found.mark;
        reveal(view, item);
        say(wordItem(item, words));
        return keyOf(item);
      } catch (failure) {
        sayFailure(failure);
        return null;
      }
    },
    [view, query, standing, words],
  );
}
