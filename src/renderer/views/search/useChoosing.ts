// Selecting rows of the results, one by one or many in a row.
import { useQueryClient } from '@tanstack/react-query';
import type { SearchHit } from '../../../shared/search.ts';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import { client } from '../../client.ts';
import { useCommand } from '../../commands.ts';
import { say, sayFailure } from '../../components/said.ts';
import type { Query } from '../../history.ts';
import { ARCHIVE_KEY } from '../../query-client.ts';
import { searchInput } from './query.ts';
import { MAX_SELECTED, type Selection } from './selection.ts';
import { askedAgain, type Search } from './useSearch.ts';
import { useCompareSelected, useSelection } from './useSelection.ts';

export interface Choosing {
  chosen: Selection;
  /** Selects a record, or no longer does; nothing while it is not loaded. */
  toggle: (hit: SearchHit | undefined) => void;
  choose: (hits: (SearchHit | undefined)[]) => void;
  /** Selects all rows between two, both included. */
  chooseRange: (from: number, to: number) => Promise<void>;
  clear: () => void;
}

/** What selects rows of a search. */
export function useChoosing(query: Query, { hitAt }: Search): Choosing {
  const words = useWords();
  const memory = useQueryClient();
  const { selection, toggle, select, clear } = useSelection();
  const compare = useCompareSelected();
  useCommand('compare', compare);
  return {
    chosen: selection,
    clear,
    toggle: (hit) => hit && toggle(hit),
    choose: (hits) => select(hits.filter((hit) => hit !== undefined)),
    chooseRange: async (from, to) => {
      const first = Math.min(from, to);
      const count = Math.abs(from - to) + 1;
      if (count > MAX_SELECTED) {
        const n = wordNumber(MAX_SELECTED, words);
        say(words.t('selection.tooMany', { n }));
        return;
      }
      const known = Array.from({ length: count }, (_, index) => hitAt(first + index));
      if (known.every((hit) => hit !== undefined)) {
        select(known);
        return;
      }
      try {
        // Rows that were only scrolled past are not here yet.
        const asked = { ...searchInput(query, 0), offset: first, limit: count };
        const { hits } = await memory.fetchQuery({
          queryKey: [ARCHIVE_KEY, 'range', asked],
          queryFn: ({ signal }) => client.call('archive.search', asked, { signal }),
          // The list asks for the rows that come into view at the same time.
          ...askedAgain,
        });
        select(hits);
      } catch (failure) {
        sayFailure(failure);
      }
    },
  };
}
