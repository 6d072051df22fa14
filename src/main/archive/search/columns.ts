// What filters ask of every document, held in memory in the order of document numbers.
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import { aboutIndex } from './index-file.ts';
import { FIRST_STRAYED } from './numbers.ts';

/** A column of few different values: for each document the place of its value in `values`. */
export interface Coded {
  values: string[];
  codes: Uint32Array;
}

/** One place per document in every array, in ascending order of `numbers`. */
export interface Columns {
  /** The archive's last change that these columns know of. */
  change: number;
  numbers: Uint32Array;
  kind: Coded;
  lang: Coded;
  shelf: Coded;
  /** Its values are country codes with a space between, as many as a document has. */
  countries: Coded;
  /** Civil days since 1970-01-01; `UNDATED` in all four where there are none. */
  dayFrom: Int32Array;
  startsBy: Int32Array;
  endsAfter: Int32Array;
  dayTo: Int32Array;
  /** Places in the order of dates, undated first, where that is not the order of numbers; null where it is. */
  byDate: Uint32Array | null;
}

/** Stands for no day. */
export const UNDATED = -(2 ** 31);

const known = new WeakMap<Database, Columns>();

/** The columns of an index; read when first asked for, and again after a change. */
export function columnsOf(index: Database): Columns {
  const { change, documents } = aboutIndex(index);
  const before = known.get(index);
  if (before?.change === change) return before;
  const columns = readColumns(index, change, documents);
  known.set(index, columns);
  return columns;
}

type Row = [
  number: number,
  kind: string,
  lang: string,
  shelf: string,
  countries: string,
  dayFrom: number | null,
  startsBy: number | null,
  endsAfter: number | null,
  dayTo: number | null,
];

function readColumns(index: Database, change: number, size: number): Columns {
  const columns = emptyColumns(change, size);
  const { numbers, dayFrom, startsBy, endsAfter, dayTo } = columns;
  const [kind, lang, shelf, countries] = [
    coder(columns.kind),
    coder(columns.lang),
    coder(columns.shelf),
    coder(columns.countries),
  ];
  let place = 0;
  for (const row of everyDocument(index)) {
    numbers[place] = row[0];
    kind(place, row[1]);
    lang(place, row[2]);
    shelf(place, row[3]);
    countries(place, row[4]);
    dayFrom[place] = row[5] ?? UNDATED;
    startsBy[place] = row[6] ?? UNDATED;
    endsAfter[place] = row[7] ?? UNDATED;
    dayTo[place] = row[8] ?? UNDATED;
    place++;
  }
  columns.byDate = dateOrder(columns);
  return columns;
}

function everyDocument(index: Database): IterableIterator<Row> {
  return statement<[], Row>(
    index,
    `SELECT number, kind, lang, shelf, countries, day_from, starts_by, ends_after, day_to
     FROM documents
     ORDER BY number`,
  )
    .raw()
    .iterate();
}

function emptyColumns(change: number, size: number): Columns {
  const coded = (): Coded => ({ values: [], codes: new Uint32Array(size) });
  return {
    change,
    numbers: new Uint32Array(size),
    kind: coded(),
    lang: coded(),
    shelf: coded(),
    countries: coded(),
    dayFrom: new Int32Array(size),
    startsBy: new Int32Array(size),
    endsAfter: new Int32Array(size),
    dayTo: new Int32Array(size),
    byDate: null,
  };
}

function coder({ values, codes }: Coded): (place: number, value: string) => void {
  const byValue = new Map<string, number>();
  return (place, value) => {
    let code = byValue.get(value);
    if (code === undefined) {
      code = values.push(value) - 1;
      byValue.set(value, code);
    }
    codes[place] = code;
  };
}

function dateOrder({ numbers, dayFrom }: Columns): Uint32Array | null {
  if ((numbers.at(-1) ?? 0) < FIRST_STRAYED) return null;
  return Uint32Array.from(numbers.keys()).sort(
    (a, b) => (dayFrom[a] ?? 0) - (dayFrom[b] ?? 0) || a - b,
  );
}
