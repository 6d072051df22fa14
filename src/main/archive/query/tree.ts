// What a query means: a tree of words, fields and dates, joined by all, any and not.
import type { DateField, Mark, QueryField, QueryMistake } from '../../../shared/search.ts';
import type { QueryUnit } from './unit.ts';

/** Fields whose values are names or words; those of the other fields are dates, or come from closed lists. */
export type TextField = 'title' | 'org' | 'place' | 'service' | 'source' | 'law';
export type CodeField = Exclude<QueryField, TextField | DateField>;

/** What names lead to: an entry of a vocabulary, or an organisation of the archive. */
export type ThingField = 'org' | 'place' | 'service' | 'law';

/** A thing that has names, and that records say by its id whether they are about it. */
export interface Thing {
  field: ThingField;
  /** An id of the vocabulary; for an organisation its shelf and id. */
  id: string;
  names: Record<string, string[]>;
}

/** Words that must all match, or, together, one of the things that are called so. */
export interface WordsNode {
  type: 'words';
  units: QueryUnit[];
  /** As typed. */
  text: string;
  range: Mark;
  things: Thing[];
}

export interface FieldNode {
  type: 'field';
  field: TextField;
  unit: QueryUnit;
  range: Mark;
  things: Thing[];
}

/** One of several codes of a closed list: more than one while a value is being typed. */
export interface CodeNode {
  type: 'code';
  field: CodeField;
  text: string;
  codes: string[];
  range: Mark;
}

export interface DateNode {
  type: 'date';
  field: DateField;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  value: string;
  range: Mark;
}

export type LeafNode = WordsNode | FieldNode | CodeNode | DateNode;

export type QueryNode =
  | { type: 'all'; parts: QueryNode[] }
  | { type: 'any'; parts: QueryNode[] }
  | { type: 'not'; part: QueryNode }
  | LeafNode;

/** A query as it was read; `root` is null where it asks for everything. */
export interface ParsedQuery {
  root: QueryNode | null;
  mistakes: QueryMistake[];
}

/** Every leaf of a tree that must be there, and not be missing, for a record to match, in the order of the query. */
export function wantedLeaves(node: QueryNode | null): LeafNode[] {
  if (!node || node.type === 'not') return [];
  if (node.type === 'all' || node.type === 'any') return node.parts.flatMap(wantedLeaves);
  return [node];
}

/** Joins nodes by all or any; one node stands for itself, none for nothing. */
export function joined(type: 'all' | 'any', parts: QueryNode[]): QueryNode | null {
  const flat = parts.flatMap((part) => (part.type === type ? part.parts : [part]));
  return flat.length > 1 ? { type, parts: flat } : (flat[0] ?? null);
}
