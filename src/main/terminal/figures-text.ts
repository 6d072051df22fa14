// Shows days under restriction: a table with its rule for people, one JSON object for programs.
import { flatFigures } from '../archive/timeline/export/flat-figures.ts';
import { COUNTING_RULE } from '../archive/timeline/rule.ts';
import type { DayRange, Figures, FiguresRow } from '../../shared/timeline.ts';
import { plainWord } from './hits.ts';
import { count, paragraph, type Screen } from './lines.ts';

const range = ({ least, most }: DayRange) =>
  least === most ? count(most) : `${count(least)} to ${count(most)}`;

function groupName({ key, names }: FiguresRow): string {
  const country = key.country && (names.country?.en?.[0] ?? key.country);
  const service = key.service && (names.service?.en?.[0] ?? key.service);
  const parts = [
    key.country === '' ? 'no country' : country,
    key.year,
    key.kind && plainWord(key.kind),
    key.service === '' ? 'no service named' : service,
  ];
  return parts.filter(Boolean).join(', ') || 'Everything';
}

function notes(row: FiguresRow): string {
  const { entries, open, running, recurring, coarse, oneSource } = row;
  const said = [
    open > 0 ? `${count(open)} open` : null,
    running > 0 ? `${count(running)} running` : null,
    recurring > 0 ? `${count(recurring)} again and again` : null,
    coarse > 0 ? `${count(coarse)} by month or year` : null,
    oneSource > 0 ? `${count(oneSource)} on one source` : null,
  ].filter(Boolean);
  return `${count(entries)}${said.length > 0 ? ` (${said.join(', ')})` : ''}`;
}

/** A table of days with the rule by which they were counted. */
export function figuresText(screen: Screen, found: Figures): string {
  const head = ['Days under restriction', 'national', 'regional', 'reach unstated', 'entries'];
  const rows = [...found.rows, ...(found.rows.length === 1 ? [] : [found.all])];
  const cells = rows.map((row) => [
    groupName(row),
    range(row.national),
    range(row.regional),
    range(row.unstated),
    notes(row),
  ]);
  const table = aligned([head, ...cells]);
  const { from, to } = found.within;
  const said = [
    from || to
      ? `Only days ${from ? `from ${from} ` : ''}${to ? `to ${to} ` : ''}are counted.`
      : null,
    found.withdrawn > 0 ? withdrawnText(found.withdrawn) : null,
    found.asOf && `What is running was said to be so ${asOf(found.asOf)}.`,
    'How it is counted:',
    ...COUNTING_RULE.map((sentence) => `- ${sentence}`),
  ].filter((line) => line !== null);
  return [table, said.map((line) => paragraph(screen, line)).join('\n')].join('\n\n');
}

const withdrawnText = (entries: number) =>
  entries === 1
    ? '1 withdrawn entry is not counted.'
    : `${count(entries)} withdrawn entries are not counted.`;

const asOf = ({ first, last }: NonNullable<Figures['asOf']>) =>
  first === last ? `as of ${first}` : `as of days from ${first} to ${last}`;

function aligned(table: string[][]): string {
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  );
  const set = (cell: string, column: number) => {
    const width = widths[column] ?? 0;
    if (column === widths.length - 1) return cell;
    return column === 0 ? cell.padEnd(width) : cell.padStart(width);
  };
  return table.map((row) => row.map(set).join('  ')).join('\n');
}

const rowJson = (row: FiguresRow) => ({ ...row.key, ...flatFigures(row) });

/** The figures in the flat form that the help describes. */
export function figuresJson({ rows, all, within, withdrawn, asOf: running }: Figures) {
  return {
    rows: rows.map(rowJson),
    all: rowJson(all),
    within,
    withdrawn,
    running_as_of: running,
    rule: COUNTING_RULE,
  };
}
