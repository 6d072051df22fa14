// Shows what a search found: lines for people, one JSON object for programs.
import type { Output } from '../../shared/contract.ts';
import type { FuzzyDate } from '../../shared/record.ts';
import type { HitGroup, RecordRow, SearchHit, SearchQueryInput } from '../../shared/search.ts';
import { count, counted, paragraph, type Screen } from './lines.ts';
import { queryNotes } from './query-text.ts';

type Results = Output<'archive.search'>;

/** A date as precisely as it is known, with how it is known where that is not certain. */
export function dateText(date: FuzzyDate | null): string {
  if (!date) return 'undated';
  return date.kind === 'actual' ? date.value : `${date.value} (${date.kind})`;
}

/** When something was, from and to. */
export function periodText({ date, end }: { date: FuzzyDate | null; end: FuzzyDate | null }) {
  const [from, to] = [dateText(date), dateText(end)];
  return end && to !== from ? `${from} to ${to}` : from;
}

/** An underscored word of the data model as people write it. */
export const plainWord = (word: string) => word.replaceAll('_', ' ');

const WITHDRAWN = { no: null, retracted: 'withdrawn', safety: 'withdrawn for safety' };

function rowFacts(row: RecordRow, dateUncertain: boolean): string {
  return [
    row.kind === 'organisation' || row.kind === 'term' ? null : periodText(row),
    dateUncertain ? 'date uncertain' : null,
    row.subtype && row.subtype !== row.kind ? `${row.kind}, ${plainWord(row.subtype)}` : row.kind,
    row.countries.join(' '),
    row.status,
    row.confidence && row.confidence !== 'high' ? `${row.confidence} confidence` : null,
    counted(row.sources, 'source'),
    WITHDRAWN[row.withdrawn],
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The address as it is typed after `show`. */
export function addressText({ shelf, id }: { shelf: string; id: string }): string {
  return shelf === 'mahfuz' ? id : `${id} --shelf ${shelf}`;
}

/** A record as a row of a list: title, facts, address. */
export function rowText(screen: Screen, row: RecordRow, before: string): string {
  const indent = ' '.repeat(before.length);
  return [
    paragraph(screen, row.title, { before }),
    paragraph(screen, rowFacts(row, false), { before: indent }),
    indent + addressText(row),
  ].join('\n');
}

function hitText(screen: Screen, hit: SearchHit, number: string): string {
  const indent = ' '.repeat(number.length);
  const { passage } = hit;
  return [
    paragraph(screen, hit.title, { before: number, marks: hit.titleMarks }),
    paragraph(screen, rowFacts(hit, hit.dateUncertain), { before: indent }),
    passage && paragraph(screen, passage.text, { before: indent, marks: passage.marks }),
    indent + addressText(hit),
  ]
    .filter(Boolean)
    .join('\n');
}

function summary(results: Results, offset: number): string {
  const { total, uncertain, undated, hits, groups, groupsTotal } = results;
  const shown =
    hits.length === groupsTotal ? '' : `, ${count(offset + 1)} to ${count(offset + hits.length)}`;
  const notes = [
    groups ? `in ${counted(groupsTotal, 'group')}` : null,
    uncertain > 0 ? `${count(uncertain)} with a date too coarse to be sure` : null,
    undated > 0 ? `${count(undated)} undated` : null,
  ].filter(Boolean);
  const noted = notes.length > 0 ? ` (${notes.join(', ')})` : '';
  return `${counted(total, 'record')}${noted}${hits.length > 0 ? shown : ''}`;
}

/** The page of results that was asked for, as people read it. */
export function hitsText(screen: Screen, results: Results, query: SearchQueryInput): string {
  const offset = query.offset ?? 0;
  const width = String(offset + results.hits.length).length;
  const hits = results.hits.flatMap((hit, index) => {
    const number = `${String(offset + index + 1).padStart(width)}  `;
    return [hitText(screen, hit, number), ...othersText(screen, results.groups?.[index], number)];
  });
  const next = offset + results.hits.length;
  const more = hits.length > 0 && next < results.groupsTotal ? [`More: add --offset ${next}`] : [];
  const head = [summary(results, offset), ...queryNotes(screen, results)].join('\n');
  return [head, ...hits, ...more].join('\n\n');
}

// What stands in a group beside its best is set in under it.
function othersText(screen: Screen, group: HitGroup | undefined, number: string): string[] {
  if (!group) return [];
  const indent = ' '.repeat(number.length);
  const others = group.others.map((other) => hitText(screen, other, `${indent}+ `));
  const left = group.records - 1 - others.length;
  return left > 0
    ? [...others, `${indent}and ${counted(left, 'other record')} of the same`]
    : others;
}

function jsonDate(name: string, date: FuzzyDate | null) {
  return {
    [name]: date?.value ?? null,
    [`${name}_precision`]: date?.precision ?? null,
    [`${name}_kind`]: date?.kind ?? null,
  };
}

/** What a search found, in the flat form that the help describes. */
export function hitsJson({ hits, groups, groupsTotal, ...results }: Results) {
  const { total, uncertain, undated, terms, understood, mistakes, also } = results;
  return {
    total,
    uncertain,
    undated,
    terms,
    understood,
    mistakes,
    also,
    groups_total: groupsTotal,
    hits: hits.map((hit, at) => {
      const group = groups?.[at];
      if (!group) return hitJson(hit);
      const { records, others } = group;
      return { ...hitJson(hit), group: { records, others: others.map(hitJson) } };
    }),
  };
}

function hitJson({
  titleMarks,
  titlesMarks,
  passage,
  dateUncertain,
  date,
  end,
  ...row
}: SearchHit) {
  return {
    id: row.id,
    shelf: row.shelf,
    kind: row.kind,
    subtype: row.subtype,
    title: row.title,
    title_marks: titleMarks,
    titles: row.titles,
    titles_marks: titlesMarks,
    lang: row.lang,
    ...jsonDate('date', date),
    date_uncertain: dateUncertain,
    ...jsonDate('end', end),
    status: row.status,
    countries: row.countries,
    confidence: row.confidence,
    sources: row.sources,
    withdrawn: row.withdrawn,
    passage: passage?.text ?? null,
    passage_lang: passage?.lang ?? null,
    passage_marks: passage?.marks ?? [],
  };
}
