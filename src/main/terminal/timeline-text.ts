// Shows counts along time and restrictions from when to when: lines for people, one JSON object for programs.
import type {
  Bins,
  CompetingDate,
  Density,
  Ending,
  TimeEvents,
  TimeSpan,
  TimeUnit,
} from '../../shared/timeline.ts';
import { addressText, dateText, plainWord } from './hits.ts';
import { count, counted, paragraph, type Screen } from './lines.ts';

/** What a search found along time. */
export interface Told {
  density: Density;
  /** The restrictions that are listed. */
  spans: TimeEvents;
  /** How many other events there are. */
  marks: number;
  /** How the query was understood, where that is not plain. */
  notes: string[];
}

/** Characters of YYYY-MM-DDTHH:MM that name a bin of a unit. */
const LENGTH: Record<TimeUnit, number> = {
  decade: 4,
  year: 4,
  month: 7,
  week: 10,
  day: 10,
  hour: 13,
};

/** The name of the bin of a unit that begins at a minute of the axis: the date of its first day, as short as it can be. */
const binName = (unit: TimeUnit, minute: number) =>
  new Date(minute * 60_000).toISOString().slice(0, LENGTH[unit]);

function filled(unit: TimeUnit, { edges, counts }: Bins): { from: string; count: number }[] {
  return [...counts].flatMap((records, bin) =>
    records > 0 ? [{ from: binName(unit, edges[bin] ?? 0), count: records }] : [],
  );
}

const BAR = 40;

function binLines(unit: TimeUnit, rows: { from: string; count: number }[], most: number): string[] {
  const width = count(most).length;
  return rows.map(({ from, count: records }) => {
    const bar = '#'.repeat(Math.ceil((records / most) * BAR));
    const name = unit === 'decade' ? `${from}s` : from;
    return `${name.padEnd(13)}  ${count(records).padStart(width)}  ${bar}`;
  });
}

/** Counts and restrictions as people read them. */
export function timelineText(screen: Screen, { density, spans, marks, notes }: Told): string {
  const { unit, bins, coarser, total, undated, uncertain } = density;
  const coarse = [
    uncertain > 0 ? `${count(uncertain)} with a date too coarse to be sure` : null,
    undated > 0 ? `${count(undated)} undated` : null,
  ].filter(Boolean);
  const noted = coarse.length > 0 ? ` (${coarse.join(', ')})` : '';
  const rows = filled(unit, bins);
  const others = coarser.map((row) => ({ ...row, rows: filled(row.precision, row) }));
  const most = Math.max(1, ...[rows, ...others.map((row) => row.rows)].flat().map((r) => r.count));
  const parts = others
    .filter((row) => row.rows.length > 0)
    .map((row) =>
      [`Known by the ${row.precision} only`, ...binLines(row.precision, row.rows, most)].join('\n'),
    );
  const head = `${counted(total, 'record')}${noted}, by ${unit}`;
  const counts = [head, ...notes, ...binLines(unit, rows, most)].join('\n');
  return [counts, ...parts, restrictionsText(screen, spans, marks)].filter(Boolean).join('\n\n');
}

const spansOf = ({ events }: TimeEvents): TimeSpan[] =>
  events
    .flatMap((event) => ('span' in event ? [event.span] : []))
    .sort((a, b) => a.from - b.from || b.to - a.to);

function restrictionsText(screen: Screen, spans: TimeEvents, marks: number): string {
  const listed = spansOf(spans);
  const longest =
    listed.length > 0 && listed.length < spans.total
      ? `, the ${listed.length} longest of them`
      : '';
  const parts = [
    spans.total > 0 ? `${counted(spans.total, 'restriction')}${longest}` : null,
    marks > 0 ? counted(marks, 'other event') : null,
  ].filter(Boolean);
  return [parts.join(', and '), ...listed.map((span) => spanText(screen, span))]
    .filter((part) => part !== '')
    .join('\n\n');
}

function spanText(screen: Screen, span: TimeSpan): string {
  const { row, type, recurrence, services, documents, competing, disputed } = span;
  const facts = [
    plainWord(type),
    services.map(({ printed }) => printed).join(', '),
    row.countries.join(' '),
    span.regions.join(', '),
    span.scopes.map(plainWord).join(', '),
    row.confidence === 'high' ? null : `${row.confidence} confidence`,
    counted(row.sources, 'source'),
    documents > 0 ? counted(documents, 'document') : null,
    row.withdrawn === 'no' ? null : 'withdrawn',
    disputed ? 'disputed' : null,
  ];
  return [
    `${dateText(span.start.date)} ${endText(span.end)}`,
    paragraph(screen, row.title, { before: '  ' }),
    paragraph(screen, facts.filter(Boolean).join(' · '), { before: '  ' }),
    recurrence && paragraph(screen, `Again and again: ${recurrence}`, { before: '  ' }),
    ...competing.map((one) => paragraph(screen, competingText(one), { before: '  ' })),
    `  ${addressText(row)}`,
  ]
    .filter(Boolean)
    .join('\n');
}

function endText(end: Ending): string {
  switch (end.type) {
    case 'ended':
      return `to ${dateText(end.edge.date)}`;
    case 'running':
      return `and still so on ${end.asOf}; what came then is not known here`;
    case 'ended_undated':
      return '– over since, nobody says when';
    case 'unknown':
      return '– end unknown';
  }
}

function competingText({ edge, value, who, when }: CompetingDate): string {
  const said = when ? ` (${when})` : '';
  return `${edge === 'start' ? 'Start' : 'End'} by ${who ?? 'others'}${said}: ${value}`;
}

/** Counts and restrictions in the flat form that the help describes. */
export function timelineJson({ density, spans, marks }: Told) {
  const { unit, bins, coarser, undated, before, after, total, uncertain } = density;
  const listed = spansOf(spans);
  return {
    unit,
    bins: filled(unit, bins),
    coarser: coarser.flatMap((row) =>
      filled(row.precision, row).map((bin) => ({ precision: row.precision, ...bin })),
    ),
    undated,
    before,
    after,
    total,
    uncertain,
    restrictions: listed.map(spanJson),
    more_restrictions: spans.total - listed.length,
    other_events: marks,
  };
}

function spanJson({ row, start, end, ...span }: TimeSpan) {
  const ended = end.type === 'ended' ? end.edge.date : null;
  return {
    id: row.id,
    shelf: row.shelf,
    title: row.title,
    type: span.type,
    start: start.date.value,
    start_precision: start.date.precision,
    start_kind: start.date.kind,
    end: ended?.value ?? null,
    end_precision: ended?.precision ?? null,
    end_kind: ended?.kind ?? null,
    ending: end.type,
    as_of: end.type === 'running' ? end.asOf : null,
    recurrence: span.recurrence,
    scopes: span.scopes,
    countries: row.countries,
    services: span.services.map(({ id, printed }) => ({ id, printed })),
    documents: span.documents,
    sources: row.sources,
    confidence: row.confidence,
    withdrawn: row.withdrawn,
    disputed: span.disputed,
    competing_dates: span.competing.map(({ edge, value, who, when, source_class }) => ({
      edge,
      value,
      who,
      when,
      source_class,
    })),
  };
}
