// The selection as a store, and what can be done with it: compare, cite, export.
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { client } from '../../client.ts';
import { say, sayFailure } from '../../components/said.ts';
import { navigate, usePage } from '../../navigation.ts';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import { joinedCitations } from '../reader/citations.ts';
import type { CitationStyle } from '../reader/useRecord.ts';
import * as pure from './selection.ts';

interface SelectionStore {
  selection: pure.Selection;
  toggle: (row: pure.Selected) => void;
  select: (rows: pure.Selected[]) => void;
  clear: () => void;
}

export const useSelection = create<SelectionStore>()((set) => ({
  selection: [],
  toggle: (row) => set(({ selection }) => ({ selection: pure.toggle(selection, row) })),
  select: (rows) => set(({ selection }) => ({ selection: pure.select(selection, rows) })),
  clear: () => set({ selection: [] }),
}));

/** Compares what is selected; says what is missing where it is not two. */
export function useCompareSelected(): () => void {
  const { t } = useTranslation();
  const page = usePage();
  const { compare } = navigate;
  return () => {
    const read = page.view === 'record' ? page.address : null;
    const pair = pure.pairToCompare(useSelection.getState().selection, read);
    if (pair) compare(...pair);
    else say(t('compare.needsTwo'));
  };
}

/** Copies the citations of everything that is selected, in one style. */
export function useCiteSelected(): (style: CitationStyle) => Promise<void> {
  const words = useWords();
  return async (style) => {
    const { selection } = useSelection.getState();
    try {
      const citations: string[] = [];
      for (const { shelf, id } of selection) {
        const { text } = await client.call('archive.cite', { id, shelf, style });
        citations.push(text);
      }
      await client.call('shell.copy', { text: joinedCitations(citations, style) });
      const count = selection.length;
      say(words.t('selection.cited', { count, n: wordNumber(count, words) }));
    } catch (failure) {
      sayFailure(failure);
    }
  };
}
