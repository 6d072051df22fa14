// Holds in memory what records are called, so that misspelt names are found.
import MiniSearch from 'minisearch';
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import { termsOf } from '../query/unit.ts';
import { aboutIndex } from './index-file.ts';

/** A name of a document, as a suggestion shows it. */
export interface Name {
  document: number;
  lang: string;
  name: string;
}

export type HeldNames = MiniSearch<Name & { id: number }>;

interface Held {
  change: number;
  names: HeldNames;
  loaded: boolean;
}

const held = new WeakMap<Database, Held>();

/** More names than these are loaded piece by piece between other work: at once, they would keep searches waiting. */
const AT_ONCE = 2000;
const PIECE = 200;

/** The names of an index, loaded when first asked for, and again after a change; null until they are. */
export function namesInMemory(index: Database): HeldNames | null {
  const { change } = aboutIndex(index);
  const before = held.get(index);
  if (before?.change === change) return before.loaded ? before.names : null;
  const now: Held = { change, names: emptyNames(), loaded: false };
  held.set(index, now);
  const names = allNames(index).map((name, id) => ({ ...name, id }));
  if (names.length > AT_ONCE) {
    void loadInPieces(now, names);
    return null;
  }
  now.names.addAll(names);
  now.loaded = true;
  return now.names;
}

async function loadInPieces(now: Held, names: (Name & { id: number })[]): Promise<void> {
  await now.names.addAllAsync(names, { chunkSize: PIECE });
  now.loaded = true;
}

function emptyNames(): HeldNames {
  return new MiniSearch({
    fields: ['name'],
    storeFields: ['document', 'lang', 'name'],
    tokenize: termsOf,
    processTerm: (term) => term,
  });
}

function allNames(index: Database): Name[] {
  return statement<[], Name>(
    index,
    `SELECT document, lang, name
     FROM names
     ORDER BY document, position`,
  ).all();
}
