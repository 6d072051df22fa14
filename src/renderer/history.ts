// Where the reader is and has been: places with a way back and forward (pure; the store is in navigation.ts).
import type { SearchFilters, SearchQuery } from '../shared/search.ts';

export type Sort = SearchQuery['sort'];

/** What is looked for; the sort is null until the reader chooses one. */
export interface Query {
  text: string;
  /** True where the last word was typed and may be unfinished. */
  unfinished: boolean;
  /** True where names are found only as typed, and not by what else the same thing is called. */
  literal: boolean;
  /** When words are found in their other grammatical forms too. */
  forms: SearchQuery['forms'];
  /** True where a document and the events that it is about come as one. */
  grouped: boolean;
  /** How many records of a group stand under its best one, at most. */
  members: number;
  filters: SearchFilters;
  sort: Sort | null;
}

export interface Address {
  id: string;
  shelf?: string;
  /** An older revision; without it the current one. */
  revision?: number;
  /** One of two texts that claim the same revision, by its SHA-256. */
  hash?: string;
}

export type Page =
  | { view: 'start' }
  | {
      view: 'record';
      address: Address;
      /** The passage that the result list showed, so that reading begins there; null when a link was followed. */
      passage: string | null;
    }
  | ChangesPage
  | { view: 'packs'; part: PacksPart }
  | {
      view: 'timeline';
      /** The event or organisation whose story is read along time; null for the results of the query. */
      story: Address | null;
    }
  /** Two records side by side, field by field. */
  | { view: 'compare'; left: Address; right: Address }
  | { view: 'settings' }
  | { view: 'help' };

/** What changed between two revisions of a record, by their hashes. */
export interface ChangesPage {
  view: 'changes';
  address: Address;
  from: string;
  to: string;
}

/** Where in the packs page: all publishers, one of them, comparing its number, a pack that was opened, or passing on. */
export type PacksPart =
  | { show: 'publishers' }
  | { show: 'publisher' | 'compare'; fingerprint: string }
  | { show: 'receive' }
  | { show: 'share'; fingerprint: string | null };

export interface Place {
  query: Query;
  page: Page;
  /** Names this opening of the page for as long as the window lives; a new query beside it is no new opening. */
  opening: number;
}

export interface History {
  past: Place[];
  here: Place;
  future: Place[];
  /** True while the query of this place is being typed: further typing is no new place. */
  typing: boolean;
  lastOpening: number;
}

/** How many places can be gone back. */
const MAX_PAST = 200;

export const EMPTY_QUERY: Query = {
  text: '',
  unfinished: false,
  literal: false,
  forms: 'few',
  grouped: false,
  members: 3,
  filters: {},
  sort: null,
};

/** The history of a window that has just opened. */
export function newHistory(): History {
  const here: Place = { query: EMPTY_QUERY, page: { view: 'start' }, opening: 0 };
  return { past: [], here, future: [], typing: false, lastOpening: 0 };
}

function goTo(history: History, here: Place, typing: boolean): History {
  return {
    past: [...history.past, history.here].slice(-MAX_PAST),
    here,
    future: [],
    typing,
    lastOpening: Math.max(history.lastOpening, here.opening),
  };
}

/** Shows a page beside the same results, as a new place; the same page again is no new place. */
export function showPage(history: History, page: Page): History {
  if (JSON.stringify(page) === JSON.stringify(history.here.page)) {
    return { ...history, typing: false };
  }
  const opening = history.lastOpening + 1;
  return goTo(history, { query: history.here.query, page, opening }, false);
}

/** Shows a page in the place of the present one, as when leafing through results. */
export function turnPage(history: History, page: Page): History {
  const opening = history.lastOpening + 1;
  const here = { ...history.here, page, opening };
  return { ...history, here, typing: false, lastOpening: opening };
}

/** Changes the query; one way back leads to what was looked for before the typing began. */
export function ask(history: History, change: Partial<Query>): History {
  const query = { ...history.here.query, ...change };
  if (history.typing) return { ...history, here: { ...history.here, query }, future: [] };
  return goTo(history, { ...history.here, query }, true);
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
