// Where the reader is and has been: places with a way back and forward (pure; the store is in navigation.ts).
import type { SearchFilters, SearchQuery } from '../shared/search.ts';

export type Sort = SearchQuery['sort'];

/** What is looked for; the sort is null until the reader chooses one. */
export interface Query {
  text: string;
  /** True where the last word was typed and may be unfinished. */
  unfinished: boolean;
  filters: SearchFilters;
  sort: Sort | null;
}

export interface Address {
  id: string;
  shelf?: string;
  /** An older revision; without it the current one. */
  revision?: number;
}

export type Page =
  | { view: 'start' }
  | {
      view: 'record';
      address: Address;
      /** The passage that the result list showed, so that reading begins there; null when a link was followed. */
      passage: string | null;
    }
  | { view: 'settings' }
  | { view: 'help' };

export interface Place {
  /** Names this place for as long as the window lives, so that its scroll position can be found again. */
  key: number;
  query: Query;
  page: Page;
}

export interface History {
  past: Place[];
  here: Place;
  future: Place[];
  /** True while the query of this place is being typed: further typing is no new place. */
  typing: boolean;
  lastKey: number;
}

/** How many places can be gone back. */
const MAX_PAST = 200;

export const EMPTY_QUERY: Query = { text: '', unfinished: false, filters: {}, sort: null };

/** The history of a window that has just opened. */
export function newHistory(): History {
  const here: Place = { key: 0, query: EMPTY_QUERY, page: { view: 'start' } };
  return { past: [], here, future: [], typing: false, lastKey: 0 };
}

function goTo(history: History, place: Omit<Place, 'key'>, typing: boolean): History {
  const key = history.lastKey + 1;
  return {
    past: [...history.past, history.here].slice(-MAX_PAST),
    here: { ...place, key },
    future: [],
    typing,
    lastKey: key,
  };
}

/** Shows a page beside the same results, as a new place; the same page again is no new place. */
export function showPage(history: History, page: Page): History {
  if (JSON.stringify(page) === JSON.stringify(history.here.page)) {
    return { ...history, typing: false };
  }
  return goTo(history, { query: history.here.query, page }, false);
}

/** Shows a page in the place of the present one, as when leafing through results. */
export function turnPage(history: History, page: Page): History {
  const key = history.lastKey + 1;
  return { ...history, here: { ...history.here, page, key }, typing: false, lastKey: key };
}

/** Changes the query; one way back leads to what was looked for before the typing began. */
export function ask(history: History, change: Partial<Query>): History {
  const query = { ...history.here.query, ...change };
  if (history.typing) return { ...history, here: { ...history.here, query }, future: [] };
  return goTo(history, { query, page: history.here.page }, true);
}

/** Goes one place back, where there is one. */
export function back(history: History): History {
  const here = history.past.at(-1);
  if (!here) return history;
  const future = [history.here, ...history.future];
  return { ...history, past: history.past.slice(0, -1), here, future, typing: false };
}

/** Goes one place forward, where there is one. */
export function forward(history: History): History {
  const [here, ...future] = history.future;
  if (!here) return history;
  return { ...history, past: [...history.past, history.here], here, future, typing: false };
}
