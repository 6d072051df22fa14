// What the terminal tells of time, taught by examples.
import { COUNTING_RULE } from '../archive/timeline/rule.ts';
import { COMMON, FILTERS, RUN } from './help-parts.ts';
import { paragraph } from './lines.ts';

const PAGE = { width: 80, bold: false };
const RULE_LINES = COUNTING_RULE.map((sentence) =>
  paragraph(PAGE, sentence, { before: '- ' }),
).join('\n');

/** The explanations of the commands about time. */
export const TIMELINE_TOPICS = {
  timeline: `Count what a search finds along time, and list what was restricted
from when to when.

  ${RUN} timeline WORDS [options]

Words and options are those of search. Each record counts once, by its date: a
document by its publication, an event by its start. A date that is known by its
month or year only is never counted as a day: it stands on a line of its own,
so that the sum is always what search finds.

  ${RUN} timeline --country PK --by year
  ${RUN} timeline service:X --country PK --by month --after 2024-02
  ${RUN} timeline 'service:X kind:restriction' --limit 50 --json

  --by year          or decade, month, week (from Monday on), day or hour (by
                     the clock at the place)
  --limit 20         how many restrictions to list: the longest, at most 5000
${FILTERS}
  --literal          names only as typed
${COMMON}

JSON: { unit, bins: [{ from, count }], coarser: [{ precision, from, count }],
undated, before, after, total, uncertain, restrictions: [{ id, shelf, title,
type, start, start_precision, start_kind, end, end_precision, end_kind, ending,
as_of, recurrence, scopes, countries, services, documents, sources, confidence,
withdrawn, disputed, competing_dates }], more_restrictions, other_events }. Bins
without records are left out. ending is ended, running (as_of says when that was
known), ended_undated or unknown: a missing end is never "ongoing".

Exit code: 0 found, 1 nothing found, 2 wrong use or failure.`,

  figures: `Count the days under restriction of what a search finds.

  ${RUN} figures WORDS [options]

Words and options are those of search; with --after and --before only days from
the one to the other count. What is withdrawn is not counted.

${RULE_LINES}

  ${RUN} figures --country PK --by year
  ${RUN} figures service:X --by country,year --after 2021
  ${RUN} figures --country PK,IN --by country,kind --json

  --by country       or year, kind, service, or several: country,year
${FILTERS}
  --literal          names only as typed
${COMMON}

JSON: { rows: [{ country, year, kind, service, national_least, national_most,
regional_least, regional_most, unstated_least, unstated_most, entries, open,
running, recurring, coarse, one_source }], all, within: { from, to }, withdrawn,
running_as_of: { first, last }, rule }.

Exit code: 0 found, 1 nothing found, 2 wrong use or failure.`,
};
