// The tabs of the reading side: each has a history of its own, while what is looked for belongs to the window (pure).
import { type History, newHistory, type Page, showPage } from './history.ts';

export interface Tab {
  /** Names the tab for as long as the window lives. */
  id: number;
  history: History;
}

export interface Tabs {
  /** In the order in which they stand; never empty. */
  open: Tab[];
  /** The id of the tab that is shown. */
  active: number;
  /** Tabs that were closed, the last one last, with the position where each stood. */
  closed: { tab: Tab; at: number }[];
  lastId: number;
}

/** How many closed tabs can be opened again. */
const MAX_CLOSED = 20;

/** The tabs of a window that has just opened: one. */
export function newTabs(): Tabs {
  return { open: [{ id: 0, history: newHistory() }], active: 0, closed: [], lastId: 0 };
}

const positionOf = ({ open, active }: Tabs): number =>
  Math.max(
    0,
    open.findIndex(({ id }) => id === active),
  );

/** The history of the tab that is shown. */
export function historyOf(tabs: Tabs): History {
  return (tabs.open[positionOf(tabs)] as Tab).history;
}

/** Takes one step in the history of the tab that is shown. */
export function inTab(tabs: Tabs, step: (history: History) => History): Tabs {
  const changed = step(historyOf(tabs));
  return {
    ...tabs,
    open: tabs.open.map((tab) => ({
      ...tab,
      // No two openings of pages have one number, in whatever tab they are.
      history:
        tab.id === tabs.active ? changed : { ...tab.history, lastOpening: changed.lastOpening },
    })),
  };
}

/** Opens a page in a new tab at the end, and goes on showing the present one. */
export function openBeside(tabs: Tabs, page: Page): Tabs {
  const { here, lastOpening } = historyOf(tabs);
  const opening = lastOpening + 1;
  const history = { ...newHistory(), here: { query: here.query, page, opening } };
  const id = tabs.lastId + 1;
  const open = [...tabs.open, { id, history }];
  return inTab({ ...tabs, open, lastId: id }, (active) => ({ ...active, lastOpening: opening }));
}

/** Shows another tab; the results beside it stay what they are. */
export function activate(tabs: Tabs, active: number): Tabs {
  if (active === tabs.active || !tabs.open.some(({ id }) => id === active)) return tabs;
  const { query } = historyOf(tabs).here;
  return inTab({ ...tabs, active }, (history) => ({
    ...history,
    here: { ...history.here, query },
    typing: false,
  }));
}

/** Shows the next tab, or the one before; after the last comes the first. */
export function activateNext(tabs: Tabs, by: 1 | -1): Tabs {
  const { open } = tabs;
  const next = open[(positionOf(tabs) + by + open.length) % open.length] as Tab;
  return activate(tabs, next.id);
}

/** Closes a tab and shows its neighbour; the only tab goes back to the beginning instead. */
export function close(tabs: Tabs, id: number): Tabs {
  const at = tabs.open.findIndex((tab) => tab.id === id);
  const tab = tabs.open[at];
  if (!tab) return tabs;
  if (tabs.open.length === 1) return inTab(tabs, (one) => showPage(one, { view: 'start' }));
  const neighbour = (tabs.open[at + 1] ?? tabs.open[at - 1]) as Tab;
  const shown = tabs.active === id ? activate(tabs, neighbour.id) : tabs;
  return {
    ...shown,
    open: shown.open.filter((other) => other.id !== id),
    closed: [...shown.closed, { tab, at }].slice(-MAX_CLOSED),
  };
}

/** Opens the tab that was closed last where it stood, with its history, and shows it. */
export function reopen(tabs: Tabs): Tabs {
  const last = tabs.closed.at(-1);
  if (!last) return tabs;
  const open = tabs.open.toSpliced(last.at, 0, last.tab);
  const { lastOpening } = historyOf(tabs);
  const back = { ...tabs, open, closed: tabs.closed.slice(0, -1) };
  return activate(
    inTab(back, (history) => ({ ...history, lastOpening })),
    last.tab.id,
  );
}
