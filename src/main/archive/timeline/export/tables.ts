// What can be exported of the timeline, as tables: events, counts along time, and days under restriction.
import type { TimelineExport } from '../../../../shared/timeline.ts';
import { MAX_BINS } from '../../../../shared/timeline.ts';
import type { Searched } from '../../search/question.ts';
import { recordByNumber } from '../../store/records.ts';
import { type EventFacts, eventsOf } from '../events.ts';
import { figuresOf } from '../figures.ts';
import { densityOf } from '../found-density.ts';
import { eventsAsked } from '../listed.ts';
import { foundLately } from '../recent.ts';
import { eventRow, type Row } from './event-row.ts';
import { flatFigures } from './flat-figures.ts';

/** A table that is made while it is written; what JSON says more of each row stands under `more`. */
export interface Table {
  columns: readonly string[];
  rows: Iterable<{ row: Row; more?: object }>;
  /** How many rows there will be, for telling how far it is. */
  total: number;
  /** Left out because they were withdrawn for safety. */
  withheld: number;
}

/** The table that an export asks for. */
export function tableOf(searched: Searched, query: TimelineExport): Table {
  if (query.what === 'density') return densityTable(searched, query);
  return query.what === 'figures' ? figuresTable(searched, query) : eventsTable(searched, query);
}

function eventsTable(searched: Searched, query: TimelineExport): Table {
  const { events } = eventsAsked(searched, { ...query, what: 'all', order: 'start' });
  const all = eventsOf(searched, foundLately(searched, query));
  const rows = rowsOfEvents(searched, events);
  const columns = Object.keys(rows.next().value?.row ?? {});
  return {
    columns,
    rows: rowsOfEvents(searched, events),
    total: events.length,
    withheld: all.filter(({ withheld }) => withheld).length,
  };
}

function* rowsOfEvents({ archive }: Searched, events: readonly EventFacts[]) {
  for (const { number } of events) {
    const stored = recordByNumber(archive, number);
    if (stored?.record.kind !== 'event') continue;
    const { record, shelf } = stored;
    const claims = record.claims.filter(({ field }) => field === 'start' || field === 'end');
    const more = { sources: record.sources, 'mahfuz.claims': claims };
    yield { row: eventRow(record, shelf), more };
  }
}

const civil = (minute: number) => new Date(minute * 60_000).toISOString().slice(0, 16);

function densityTable(searched: Searched, query: TimelineExport): Table {
  const density = densityOf(searched, { ...query, most: MAX_BINS });
  const { unit, bins, coarser, undated, before, after } = density;
  const rows: Row[] = [];
  for (const { known, edges, counts } of [
    { known: unit, ...bins },
    ...coarser.map((row) => ({ known: row.precision, ...row })),
  ]) {
    for (const [bin, records] of counts.entries()) {
      if (records === 0) continue;
      rows.push({
        known_by: known,
        from: civil(edges[bin] ?? 0),
        to: civil(edges[bin + 1] ?? 0),
        records,
      });
    }
  }
  for (const [known, records] of Object.entries({ undated, before, after })) {
    rows.push({ known_by: known, from: null, to: null, records });
  }
  return table(['known_by', 'from', 'to', 'records'], rows);
}

function figuresTable(searched: Searched, query: TimelineExport): Table {
  const { rows, all } = figuresOf(searched, query);
  const groups = rows.map(({ key }) => key);
  const figures = [...rows, all].map(
    (row, at): Row => ({
      ...(groups[at] ?? Object.fromEntries(query.by.map((one) => [one, 'all']))),
      ...flatFigures(row),
    }),
  );
  return table(Object.keys(figures[0] ?? {}), figures);
}

function table(columns: readonly string[], rows: readonly Row[]): Table {
  return { columns, rows: rows.map((row) => ({ row })), total: rows.length, withheld: 0 };
}
