// Publishers, lists and findings in words (pure).
import type {
  FileCounts,
  PackImportReport,
  PackNote,
  PublisherIdentity,
  PublisherRow,
  RemovalReport,
} from '../../../shared/pack.ts';
import { wordCivil } from '../../wording/dates.ts';
import { numberFormat } from '../../wording/formats.ts';
import { preferredLanguage } from '../../wording/languages.ts';
import { localeOf, type Words, wordBytes, wordNumber, wordSeries } from '../../wording/words.ts';

/** The count as a plural needs it, and as it is shown. */
export const counted = (count: number, words: Words) => ({ count, n: wordNumber(count, words) });

export interface Named {
  lang: string;
  text: string;
}

/** What a publisher is called, in the language that suits the reader. */
export function publisherName({ names }: Pick<PublisherIdentity, 'names'>, words: Words): Named {
  const langs = Object.keys(names);
  const [first] = langs;
  if (first === undefined) return { lang: words.language, text: words.t('packs.unnamed') };
  const lang = preferredLanguage(langs, langs.includes('en') ? 'en' : first, words.language);
  return { lang, text: names[lang] ?? '' };
}

/** A group of five digits in the digits that the reader chose. */
export function wordGroup(digits: string, words: Words): string {
  const format = numberFormat(localeOf(words), { useGrouping: false });
  return digits.replaceAll(/\d/g, (digit) => format.format(Number(digit)));
}

/** A version of a list, with the day on which its publisher says that it was issued. */
export function wordList(version: number | null, issued: string | null, words: Words): string {
  const { t } = words;
  if (version === null || version === 0) return t('packs.list.none');
  const list = t('packs.list.version', { version: wordNumber(version, words) });
  return wordSeries(
    [list, issued && t('packs.list.issued', { date: wordCivil(issued, words) })],
    words,
  );
}

type Counts = FileCounts & { partial?: number; delisted?: number };

/** What was issued and what of it is here: “14 files issued, you hold 12, 1 missing, 1 damaged”. */
export function wordFiles(files: Counts, words: Words): string {
  const { t } = words;
  const { listed, here, missing, damaged, partial = 0, delisted = 0 } = files;
  return wordSeries(
    [
      t('packs.list.files', counted(listed, words)),
      t('packs.list.held', counted(here, words)),
      missing > 0 && t('packs.list.missing', counted(missing, words)),
      damaged > 0 && t('packs.list.damaged', counted(damaged, words)),
      partial > 0 && t('packs.list.partial', counted(partial, words)),
      delisted > 0 && t('packs.list.delisted', counted(delisted, words)),
    ],
    words,
  );
}

/** The one line that every publisher has: its list, and how much of it is here. */
export function wordHolding(row: PublisherRow, words: Words): string {
  const list = wordList(row.listVersion, row.issued, words);
  return words.t('packs.list.join', { list, files: wordFiles(row.files, words) });
}

/** Who must agree to what: the holders who may change keys, and the keys that sign lists. */
export function wordThresholds(publisher: PublisherIdentity, words: Words): string[] {
  const { t } = words;
  const { rootThreshold, rootKeys, listThreshold, listKeys } = publisher;
  const n = (value: number) => wordNumber(value, words);
  return [
    rootThreshold === 1
      ? t('packs.ledger.thresholdOne')
      : t('packs.ledger.threshold', { threshold: n(rootThreshold), keys: n(rootKeys) }),
    listThreshold === 1
      ? t('packs.ledger.lists', counted(listKeys, words))
      : t('packs.ledger.listsOf', { threshold: n(listThreshold), keys: n(listKeys) }),
  ];
}

const DATES = new Set(['since', 'at', 'issued', 'planned']);

/** How many signs of a key or a hash a person compares. */
export const SHORT_HASH = 16;

function wordDetail(name: string, value: string | number | boolean | null, words: Words): string {
  if (name === 'keyid') return String(value).slice(0, SHORT_HASH);
  if (typeof value === 'number') return wordNumber(value, words);
  if (typeof value === 'string' && DATES.has(name)) return wordCivil(value, words);
  return String(value ?? '');
}

/** The facts of a note as its sentence needs them: counts also as a plural, dates in words. */
function factsOf({ detail }: PackNote, words: Words): Record<string, string | number> {
  const worded = Object.entries(detail)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name, wordDetail(name, value, words)]);
  const many = [detail.files, detail.records].find((n) => typeof n === 'number');
  const facts = Object.fromEntries(worded);
  return typeof many === 'number' ? { ...facts, ...counted(many, words) } : facts;
}

/** A finding as a sentence; where a fact of its sentence is not known, the sentence does without any. */
export function wordNote(note: PackNote, words: Words): string {
  const t = words.t as unknown as (key: string, facts?: object) => string;
  const facts = factsOf(note, words);
  const key = `packs.note.${note.code}`;
  const pattern = t(key, { ...facts, skipInterpolation: true });
  const needed = [...pattern.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
  if (pattern !== key && needed.every((name) => name in facts)) return t(key, facts);
  return t(`packs.bare.${note.code}`, { defaultValue: note.code });
}

/** What to do about a refusal; null where nothing in particular helps. */
export function wordNext(note: PackNote, { t }: Words): string | null {
  return t(`packs.next.${note.code}` as 'packs.next.mixed', { defaultValue: '' }) || null;
}

/** What an import of a pack did, a sentence an item; at least one. */
export function wordPackImport(report: PackImportReport, words: Words): string[] {
  const { t } = words;
  const { records, files, cancelled, status } = report;
  const { added, updated, older, known, withdrawn } = records;
  const parts = [
    added > 0 && t('packs.done.added', counted(added, words)),
    updated > 0 && t('packs.done.updated', counted(updated, words)),
    withdrawn > 0 && t('packs.done.withdrawn', counted(withdrawn, words)),
    older > 0 && t('packs.done.older', counted(older, words)),
    known > 0 && t('packs.done.knownRecords', counted(known, words)),
    files.merged > 0 && t('packs.done.merged', counted(files.merged, words)),
    files.refused > 0 && t('packs.done.refused', counted(files.refused, words)),
  ].filter((part) => part !== false);
  const nothing = added + updated + older + files.merged === 0;
  return [
    ...(cancelled ? [t('packs.done.cancelled')] : []),
    ...(nothing && !cancelled ? [t('packs.done.nothing')] : []),
    ...parts.map((part) => t('packs.done.sentence', { part })),
    ...(status === 'quarantined' && !nothing ? [t('packs.done.quarantine')] : []),
  ];
}

/** What a removal took away. */
export function wordRemoved({ records, files, bytes }: RemovalReport, words: Words): string {
  const { t } = words;
  return t('packs.remove.done', {
    records: t('packs.records', counted(records, words)),
    files: t('packs.files', counted(files, words)),
    size: wordBytes(bytes, words),
  });
}

const ORDER = { refusal: 0, warning: 1, info: 2 };

/** What is said once for all files, or once for all lists, that it is true of. */
const TOGETHER: ReadonlySet<PackNote['code']> = new Set([
  'damaged',
  'bad-records',
  'needs-newer-reader',
  'crashed-before',
  'not-delegated',
  'expired',
]);

/** One note for several of a kind: how many files, which lines together, the earliest date. */
function together(notes: PackNote[]): PackNote {
  const [first] = notes as [PackNote];
  const { file, ...detail } = first.detail;
  const all = (name: string) => notes.map((note) => note.detail[name]);
  const numbers = all('lines').filter((n) => typeof n === 'number');
  const dates = all('since').filter((date) => typeof date === 'string');
  if (numbers.length > 0) detail.records = numbers.reduce((sum, n) => sum + n, 0);
  else if (file !== undefined) detail.files = notes.length;
  if (dates.length > 0) detail.since = dates.toSorted()[0] ?? null;
  return { ...first, detail };
}

/** Notes with the gravest first, each once, and what is true of many files said once. */
export function gravestFirst(notes: PackNote[]): PackNote[] {
  const alike = Map.groupBy(notes, (note) =>
    TOGETHER.has(note.code) ? `${note.code} ${note.severity}` : JSON.stringify(note),
  );
  return [...alike.values()]
    .map((group) => together(group))
    .toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity]);
}

/** The files that notes are about, by their paths. */
export function filesOf(notes: PackNote[], code: PackNote['code']): string[] {
  return notes.flatMap((note) =>
    note.code === code && typeof note.detail.file === 'string' ? [note.detail.file] : [],
  );
}
