// What is passed on of a publisher: which files, which not and why.
import { AppError } from '../../../shared/errors.ts';
import type { ShareChoice, SharePlan } from '../../../shared/pack.ts';
import { filesOf, unsafeFiles } from '../../archive/store/files.ts';
import { shelfByKey } from '../../archive/store/shelves.ts';
import type { Database } from '../../sqlite/open.ts';
import { listedFile } from '../import/file-row.ts';
import type { ListedFile } from '../verify/verdict.ts';

export interface Chosen {
  /** The newest first. */
  files: ListedFile[];
  leftOut: SharePlan['leftOut'];
}

/**
 * The listed files of a publisher that fit a choice. A file that its publisher has withdrawn, or that holds what was
 * withdrawn for safety, counts as sensitive, whatever its list says of that. Throws `publisher_unknown`.
 */
export function chosenFiles(archive: Database, choice: ShareChoice): Chosen {
  const shelf = shelfByKey(archive, choice.publisher);
  if (shelf?.status !== 'trusted' && shelf?.status !== 'quarantined') {
    throw new AppError('publisher_unknown');
  }
  const unsafe = unsafeFiles(archive, shelf.number);
  const chosen: Chosen = { files: [], leftOut: { sensitive: 0, dates: 0, notHeld: 0 } };
  for (const row of filesOf(archive, shelf.number)) {
    if (row.listed === 0) continue;
    const file = listedFile(row);
    const { sensitive, withdrawn, covers } = file.custom;
    const isDelicate = sensitive || withdrawn !== null || unsafe.has(row.number);
    if (row.state !== 'held') chosen.leftOut.notHeld += withdrawn === null ? 1 : 0;
    else if (isDelicate && !choice.sensitive) chosen.leftOut.sensitive += 1;
    else if (!overlaps(covers, choice)) chosen.leftOut.dates += 1;
    else chosen.files.push(file);
  }
  chosen.files.sort((a, b) => b.custom.seq - a.custom.seq || (a.path < b.path ? -1 : 1));
  return chosen;
}

/** What passing on a choice would copy. */
export function planShare(archive: Database, choice: ShareChoice): SharePlan {
  return planOf(chosenFiles(archive, choice));
}

/** What is told of files that are chosen. */
export function planOf({ files, leftOut }: Chosen): SharePlan {
  const sum = (of: (file: ListedFile) => number) => files.reduce((all, file) => all + of(file), 0);
  return {
    files: files.length,
    bytes: sum(({ length }) => length),
    records: sum(({ custom }) => custom.records),
    leftOut,
    covers: covered(files),
  };
}

function overlaps(covers: [string, string] | null, { from, to }: ShareChoice): boolean {
  if (!covers) return true;
  const [first, last] = covers;
  return (
    !(to !== undefined && start(first) > end(to)) &&
    !(from !== undefined && end(last) < start(from))
  );
}

// Civil dates as days that can be compared as text; a month is all of its days.
const start = (date: string) => `${date}${'-01-01'.slice(date.length - 4)}`;
const end = (date: string) => `${date}${'-12-31'.slice(date.length - 4)}`;

function covered(files: readonly ListedFile[]): [string, string] | null {
  const all = files.flatMap(({ custom }) => (custom.covers ? [custom.covers] : []));
  const firsts = all.map(([from]) => from).toSorted((a, b) => (start(a) < start(b) ? -1 : 1));
  const lasts = all.map(([, to]) => to).toSorted((a, b) => (end(a) < end(b) ? -1 : 1));
  const [first, last] = [firsts[0], lasts.at(-1)];
  return first !== undefined && last !== undefined ? [first, last] : null;
}
