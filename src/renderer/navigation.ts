// The window's navigation: the history as a store that the views read and change.
import { create } from 'zustand';
import * as places from './history.ts';

interface Navigation {
  history: places.History;
  /** Opens a record as a new place; `passage` is where reading begins. */
  open: (address: places.Address, passage?: string | null) => void;
  /** Opens a record in the place of the present page. */
  leafTo: (address: places.Address, passage: string | null) => void;
  /** Shows the results of the query along time, or the story of one record. */
  openTimeline: (story?: places.Address | null) => void;
  show: (view: 'start' | 'settings' | 'help') => void;
  /** Opens the packs page, at its beginning or at a part of it. */
  showPacks: (part?: places.PacksPart) => void;
  /** Compares two revisions of a record; `inPlace` chooses others on the same page. */
  showChanges: (page: Omit<places.ChangesPage, 'view'>, inPlace?: boolean) => void;
  ask: (change: Partial<places.Query>) => void;
  back: () => void;
  forward: () => void;
}

const addressOf = ({ id, shelf }: places.Address): places.Address => ({ id, shelf });

const recordPage = (
  { id, shelf, revision, hash }: places.Address,
  passage: string | null,
): places.Page => ({
  view: 'record',
  address: { id, shelf, revision, hash },
  passage,
});

export const useNavigation = create<Navigation>()((set) => {
  const change = (step: (history: places.History) => places.History) =>
    set(({ history }) => ({ history: step(history) }));
  return {
    history: places.newHistory(),
    open: (address, passage = null) =>
      change((history) => places.showPage(history, recordPage(address, passage))),
    leafTo: (address, passage) =>
      change((history) => places.turnPage(history, recordPage(address, passage))),
    openTimeline: (story = null) =>
      change((history) =>
        places.showPage(history, { view: 'timeline', story: story && addressOf(story) }),
      ),
    show: (view) => change((history) => places.showPage(history, { view })),
    showPacks: (part = { show: 'publishers' }) =>
      change((history) => places.showPage(history, { view: 'packs', part })),
    showChanges: (page, inPlace = false) =>
      change((history) =>
        (inPlace ? places.turnPage : places.showPage)(history, { view: 'changes', ...page }),
      ),
    ask: (query) => change((history) => places.ask(history, query)),
    back: () => change(places.back),
    forward: () => change(places.forward),
  };
});

/** The place that the window shows. */
export const useHere = (): places.Place => useNavigation((state) => state.history.here);
