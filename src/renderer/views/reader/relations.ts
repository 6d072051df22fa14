// Gathers the records that an open record has to do with, each once, newest first.
import type { RecordView } from '../../../shared/reading.ts';
import type { RecordRow } from '../../../shared/search.ts';

/** A record that stands on another's page, with what it does there where that is said. */
export interface RowInRole {
  row: RecordRow;
  role: string | null;
}

const addressOf = ({ shelf, id }: RecordRow) => `${shelf} ${id}`;

const startOf = (row: RecordRow) => row.date?.value ?? '';

function newestFirst(rows: RecordRow[]): RecordRow[] {
  const once = new Map(rows.map((row) => [addressOf(row), row]));
  return [...once.values()].toSorted((a, b) =>
    startOf(b) === startOf(a) ? a.title.localeCompare(b.title) : startOf(b) > startOf(a) ? 1 : -1,
  );
}

const incomingAs = (view: RecordView, ...roles: string[]) =>
  view.incoming.filter(({ role }) => roles.includes(role)).map(({ row }) => row);

const present = (view: RecordView, links: string[]) =>
  links.flatMap((link) => view.linked[link] ?? []);

/** Links of a list that lead to nothing in this archive. */
export function missingLinks(view: RecordView, links: string[]): string[] {
  return links.filter((link) => !view.linked[link]);
}

const ABOUT = ['reports', 'orders', 'denies', 'corrects', 'demands', 'analyses'];

/** The documents of an event, those it names and those that say they are about it, with what they do there. */
export function documentsOf(view: RecordView): RowInRole[] {
  const named = view.record.kind === 'event' ? view.record.documents : [];
  const all = [...present(view, named), ...incomingAs(view, ...ABOUT, 'claims', 'documents')];
  const roles = new Map(
    view.incoming
      .filter(({ role }) => ABOUT.includes(role))
      .map(({ role, row }) => [addressOf(row), role]),
  );
  return newestFirst(all.filter(({ kind }) => kind === 'document')).map((row) => ({
    row,
    role: roles.get(addressOf(row)) ?? null,
  }));
}

/** The events that a document says it is about, with its role there, and those that name it. */
export function eventsOf(view: RecordView): RowInRole[] {
  const about = view.record.kind === 'document' ? view.record.about : [];
  const said = about.flatMap(({ event, role }) => {
    const row = view.linked[event];
    return row ? [{ row, role }] : [];
  });
  const known = new Set(said.map(({ row }) => addressOf(row)));
  const others = newestFirst(incomingAs(view, 'documents', 'claims'));
  const unsaid = others.filter((row) => !known.has(addressOf(row)));
  return [...said, ...unsaid.map((row) => ({ row, role: null }))];
}

/** What a record calls related and what calls it related, without those that are listed elsewhere on its page. */
export function relatedOf(view: RecordView, elsewhere: RecordRow[]): RecordRow[] {
  const { record } = view;
  const named = record.kind === 'event' || record.kind === 'document' ? record.related : [];
  const listed = new Set(elsewhere.map(addressOf));
  const all = newestFirst([...present(view, named), ...incomingAs(view, 'related')]);
  return all.filter((row) => !listed.has(addressOf(row)));
}

/** Everything that links to a record in any role, each once. */
export function concerning(view: RecordView): RecordRow[] {
  return newestFirst(view.incoming.map(({ row }) => row));
}

export interface YearOfRows {
  /** Four digits, or '' for what has no date. */
  year: string;
  rows: RecordRow[];
}

/** Rows under their years, as they come; the undated last. */
export function byYear(rows: RecordRow[]): YearOfRows[] {
  const years = Map.groupBy(rows, (row) => startOf(row).slice(0, 4));
  return [...years].map(([year, ofYear]) => ({ year, rows: ofYear }));
}
