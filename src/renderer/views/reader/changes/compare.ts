// Two revisions of a record compared field by field (pure).
import type { RecordView, RevisionRow } from '../../../../shared/reading.ts';
import type { Words } from '../../../wording/words.ts';
import { type Block, blockChanges } from './blocks.ts';
import { type Field, fieldsOf } from './fields.ts';

/** A field that the two revisions do not have in common. */
export interface FieldChange {
  key: string;
  label: string;
  lang: string | null;
  blocks: Block[];
  /** True where the words are the same and only the value behind them changed; the blocks show the values. */
  hidden: boolean;
}

const languageOf = (a: Field | undefined, b: Field | undefined) => (b ?? a)?.lang ?? null;

function changeOf(before: Field | undefined, after: Field | undefined): FieldChange[] {
  const either = after ?? before;
  if (!either || before?.raw === after?.raw) return [];
  const { key, label } = either;
  const blocks = blockChanges(before?.blocks ?? [], after?.blocks ?? []);
  const told = blocks.some(({ change }) => change !== 'same');
  if (told) return [{ key, label, lang: languageOf(before, after), blocks, hidden: false }];
  const values = blockChanges(before ? [before.raw] : [], after ? [after.raw] : []);
  return [{ key, label, lang: null, blocks: values, hidden: true }];
}

/** Every field that differs, in the order of the newer revision; what only the older has comes last. */
export function compareRevisions(
  before: RecordView,
  after: RecordView,
  words: Words,
): FieldChange[] {
  const older = new Map(fieldsOf(before, words).map((field) => [field.key, field]));
  const newer = fieldsOf(after, words);
  const known = new Set(newer.map(({ key }) => key));
  const gone = [...older.values()].filter(({ key }) => !known.has(key));
  return [
    ...newer.flatMap((field) => changeOf(older.get(field.key), field)),
    ...gone.flatMap((field) => changeOf(field, undefined)),
  ];
}

/** The revision that a revision came after, of rows with the newest first; null for the first. */
export function previousOf(rows: RevisionRow[], hash: string): RevisionRow | null {
  const revision = rows.find((row) => row.hash === hash)?.revision ?? 0;
  return rows.find((row) => row.revision < revision) ?? null;
}

/** Two texts that claim the same revision, where any do; the one that is shown is the second. */
export function conflicting(rows: RevisionRow[]): [RevisionRow, RevisionRow] | null {
  for (const row of rows) {
    const other = rows.find(({ revision, hash }) => revision === row.revision && hash !== row.hash);
    if (other) return row.current ? [other, row] : [row, other];
  }
  return null;
}
