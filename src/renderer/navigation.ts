// The window's navigation: its tabs and their histories as a store that the views read and change.
import { create } from 'zustand';
import * as places from './history.ts';
import * as tabs from './tabs.ts';

interface Navigation {
  tabs: tabs.Tabs;
  /** Opens a record as a new place; `passage` is where reading begins. */
  open: (address: places.Address, passage?: string | null) => void;
  /** Opens a record in a new tab and goes on showing the present one. */
  openBeside: (address: places.Address, passage?: string | null) => void;
  /** Opens a record in the place of the present page. */
  leafTo: (address: places.Address, passage: string | null) => void;
  compare: (left: places.Address, right: places.Address) => void;
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
  activate: (tab: number) => void;
  activateNext: (by: 1 | -1) => void;
  /** Closes a tab; without an id the one that is shown. */
  close: (tab?: number) => void;
  reopen: () => void;
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
  const changeTabs = (step: (all: tabs.Tabs) => tabs.Tabs) =>
    set((state) => ({ tabs: step(state.tabs) }));
  const change = (step: (history: places.History) => places.History) =>
    changeTabs((all) => tabs.inTab(all, step));
  const show = (page: places.Page) => change((history) => places.showPage(history, page));
  return {
    tabs: tabs.newTabs(),
    open: (address, passage = null) => show(recordPage(address, passage)),
    openBeside: (address, passage = null) =>
      changeTabs((all) => tabs.openBeside(all, recordPage(address, passage))),
    leafTo: (address, passage) =>
      change((history) => places.turnPage(history, recordPage(address, passage))),
    compare: (left, right) =>
      show({ view: 'compare', left: addressOf(left), right: addressOf(right) }),
    openTimeline: (story = null) => show({ view: 'timeline', story: story && addressOf(story) }),
    show: (view) => show({ view }),
    showPacks: (part = { show: 'publishers' }) => show({ view: 'packs', part }),
    showChanges: (page, inPlace = false) =>
      change((history) =>
        (inPlace ? places.turnPage : places.showPage)(history, { view: 'changes', ...page }),
      ),
    ask: (query) => change((history) => places.ask(history, query)),
    back: () => change(places.back),
    forward: () => change(places.forward),
    activate: (tab) => changeTabs((all) => tabs.activate(all, tab)),
    activateNext: (by) => changeTabs((all) => tabs.activateNext(all, by)),
    close: (tab) => changeTabs((all) => tabs.close(all, tab ?? all.active)),
    reopen: () => changeTabs(tabs.reopen),
  };
});

/** What leads elsewhere: the same for as long as the window lives, so that who calls it need not be drawn with every place. */
export const navigate: Omit<Navigation, 'tabs'> = useNavigation.getState();

/** The history of the tab that the window shows. */
export const useHistory = (): places.History =>
  useNavigation((state) => tabs.historyOf(state.tabs));

/** The place that the window shows; it changes with every letter of a query. */
export const useHere = (): places.Place => useHistory().here;

/** What is read at this place. */
export const usePage = (): places.Page =>
  useNavigation((state) => tabs.historyOf(state.tabs).here.page);

/** What is asked at this place. */
export const useAsked = (): places.Query =>
  useNavigation((state) => tabs.historyOf(state.tabs).here.query);

/** The place that the window shows at this moment. */
export const hereNow = (): places.Place => tabs.historyOf(useNavigation.getState().tabs).here;
