// Finds where a term of the glossary is used: in the full-text index, by any of its names as a phrase.
import { MAX_INCOMING } from '../../../shared/reading.ts';
import type { TermRecord } from '../../../shared/record.ts';
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import { readUnit, termsOf } from '../query/unit.ts';
import { ftsPhrase } from '../search/expression.ts';
import { recordRows } from '../store/records.ts';
import type { FindUses } from './view.ts';

/** What a name ends with in brackets: its short form, its long form, or both names of a thing. */
const ENDS_IN_BRACKETS = /^(.+?)\s*\(([^()]+)\)$/u;

/** Everything a term is called, as phrases to look for; "Deep packet inspection (DPI)" is two names. */
export function namesOfTerm({ title, aliases, translations }: TermRecord): string[] {
  const written = [
    title,
    ...Object.values(translations).map((translation) => translation.title),
    ...Object.values(aliases).flat(),
  ];
  return [...new Set(written.flatMap(partsOfName))];
}

function partsOfName(name: string): string[] {
  const [, outside, inside] = ENDS_IN_BRACKETS.exec(name) ?? [];
  if (!outside || !inside) return [name];
  const known = new Set(termsOf(outside));
  // A short form that is itself a word of the long one (COST for cost of shutdown tool) would be found everywhere.
  const others = inside
    .split(/[,،;]/)
    .filter((part) => !termsOf(part).every((term) => known.has(term)));
  return [outside, ...others.map((part) => part.trim())];
}

/** The names as an FTS5 expression that any of them matches; null where nothing can be looked for. */
function anyOf(names: string[]): string | null {
  const phrases = names.flatMap((name) => {
    const unit = readUnit(name, { quoted: true });
    return unit ? ftsPhrase(unit) : [];
  });
  return phrases.length > 0 ? phrases.join(' OR ') : null;
}

/** Finds a term's uses with the index of the archive, most recent first. */
export function usesIn({ archive, index }: { archive: Database; index: Database }): FindUses {
  return ({ record, number }) => {
    const expression = record.kind === 'term' ? anyOf(namesOfTerm(record)) : null;
    if (expression === null) return { usedIn: [], usedInTotal: 0 };
    return {
      usedIn: recordRows(archive, recordsUsing(index, { expression, except: number })),
      usedInTotal: countUses(index, { expression, except: number }),
    };
  };
}

interface Use {
  expression: string;
  /** The number of the term's own record. */
  except: number;
}

/** Numbers of the records whose text matches an expression, newest first, undated last, at most `MAX_INCOMING`. */
function recordsUsing(index: Database, { expression, except }: Use): number[] {
  const rows = statement<[string, number, number], { record: number }>(
    index,
    `SELECT documents.record
     FROM texts
     JOIN documents ON documents.number = texts.rowid
     WHERE texts MATCH ? AND documents.record <> ?
     ORDER BY texts.rowid DESC
     LIMIT ?`,
  ).all(expression, except, MAX_INCOMING);
  return rows.map(({ record }) => record);
}

/** How many records match an expression. */
function countUses(index: Database, { expression, except }: Use): number {
  const row = statement<[string, number], { uses: number }>(
    index,
    `SELECT count(*) AS uses
     FROM texts
     JOIN documents ON documents.number = texts.rowid
     WHERE texts MATCH ? AND documents.record <> ?`,
  ).get(expression, except);
  return row?.uses ?? 0;
}
