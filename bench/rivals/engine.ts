// What the comparison asks of every engine: start on files that are there, a first page, and who is found.
import type { SearchQueryInput } from '../../src/shared/search.ts';

/** Hits on a page, each with its passage. */
export const PAGE = 20;

/** As many found documents as are looked at; an engine that pages may stop there. */
export const MOST_FOUND = 1000;

/** An engine that is ready to be asked. */
export interface Running {
  /** A page of 20 with passages; gives how many documents are found in all, as the engine tells it. */
  page: (query: SearchQueryInput) => Promise<number>;
  /** The numbers of the documents that a query finds, of all or at least of MOST_FOUND. */
  found: (query: SearchQueryInput) => Promise<Set<number>>;
  close: () => Promise<void>;
}

/** An engine with its index built. */
export interface Engine {
  name: string;
  /** Everything that it reads when it is asked. */
  files: string[];
  /** False for a kind of query that it has no means for. */
  answers: (query: SearchQueryInput) => boolean;
  start: () => Promise<Running>;
}

/** What building an engine's index took. */
export interface EngineBuilt {
  name: string;
  seconds: number;
  /** What the engine keeps for itself, and what it needs beside it to show a document. */
  indexBytes: number;
  textBytes: number;
}

/** Tells whether a query is a phrase. */
export function isPhrase({ text = '' }: SearchQueryInput): boolean {
  return text.startsWith('"');
}

/** An engine does not take a query, such as one with a word that is too long for it. */
export class Refused extends Error {}

/** What is asked, or something else where the engine refuses it. */
export async function unlessRefused<T, E>(asked: Promise<T>, otherwise: E): Promise<T | E> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Refused) return otherwise;
    throw error;
  }
}
