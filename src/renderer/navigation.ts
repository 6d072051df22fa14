// The window's navigation: the history as a store that the views read and change.
import { create } from 'zustand';
import * as places from './history.ts';

interface Navigation {
  history: places.History;
  /** Opens a record as a new place; `passage` is where reading begins. */
  open: (address: places.Address, passage?: string | null) => void;
  /** Opens a record in the place of the present page. */
  leafTo: (address: places.Address, passage: string | null) => void;
  show: (view: 'start' | 'settings' | 'help') => void;
  ask: (change: Partial<places.Query>) => void;
  back: () => void;
  forward: () => void;
}

const recordPage = (
  { id, shelf, revision }: places.Address,
  passage: string | null,
): places.Page => ({
  view: 'record',
  address: { id, shelf, revision },
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
    show: (view) => change((history) => places.showPage(history, { view })),
    ask: (query) => change((history) => places.ask(history, query)),
    back: () => change(places.back),
    forward: () => change(places.forward),
  };
});

/** The place that the window shows. */
export const useHere = (): places.Place => useNavigation((state) => state.history.here);
