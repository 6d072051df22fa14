// Chooses the passage of a record that shows best what a query found in it.
import type { SearchHit } from '../../../shared/search.ts';
import { type Match, type Matcher, marksOf } from './matches.ts';
import type { SearchedText } from './texts.ts';

export type Passage = NonNullable<SearchHit['passage']>;

/** The length of a passage in UTF-16 units; what scripts with dense letters need less of. */
const LENGTH = 240;
const DENSE_LENGTH = 120;
const DENSE = /^(?:zh|ja|ko)\b/;
/** How far before the first match a passage begins at most, of its length: a list shows little more than that. */
const LEAD = 3 / 8;
const SENTENCE_END =
  /[.!?\u061F\u06D4\u0964\u104B\u3002\uFF01\uFF1F][)\]"'”’»]*\s+|[\u3002\uFF01\uFF1F]|\n/gu;

interface Window {
  text: SearchedText;
  matches: readonly Match[];
  start: number;
  end: number;
  /** How many different words and phrases of the query are in it. */
  units: number;
}

/**
 * The best passage of a record's texts: where something stands as it was typed, then what shows most of the query beside
 * the title, in the main texts if those are as good as names and sources, and where most of it stands closest together. Where only a title matches, or nothing was
 * asked for, how the text of that language begins; null where there is no text.
 */
export function bestPassage(texts: readonly SearchedText[], matcher: Matcher): Passage | null {
  const titles = texts.filter(({ column }) => column === 'title');
  const others = withNamesJoined(texts.filter(({ column }) => column !== 'title'));
  const matched = titles.map((title) => ({ title, matches: matcher.find(title.text) }));
  const [shown] = matched;
  const inTitle = new Set(shown?.matches.map(({ unit }) => unit));
  let best: { window: Window; rank: readonly number[] } | null = null;
  for (const text of others) {
    // Of a single word the first place is as good as any, and what stands near it is marked too.
    const near = matcher.units === 1 ? LENGTH : Infinity;
    const window = bestWindow(text, matcher.find(text.text, near));
    if (!window) continue;
    const rank = rankOf(window, inTitle);
    if (!best || isHigher(rank, best.rank)) best = { window, rank };
    if (rank[0] === 1 && text.column === 'body' && window.units === matcher.units) break;
  }
  // Names and sources that only repeat the title say less than the text does.
  if (best?.rank.slice(2, 4).some(Boolean)) return excerpt(best.window);
  const lang = matched.find(({ matches }) => matches.length > 0)?.title.lang;
  const first = others.find((text) => text.column === 'body' && text.lang === lang) ?? others[0];
  return first ? excerpt({ text: first, matches: [], start: 0, end: 0, units: 0 }) : null;
}

function rankOf(window: Window, inTitle: ReadonlySet<number>): readonly number[] {
  const inside = window.matches.filter(
    ({ start, end }) => start >= window.start && end <= window.end,
  );
  const beside = new Set(inside.map(({ unit }) => unit).filter((unit) => !inTitle.has(unit)));
  // Before a translation in a script that the query is not in, however many other names stand there.
  const asTyped = inside.some(({ isOther }) => !isOther);
  const { column } = window.text;
  // A list of names tells a reader least.
  return [
    asTyped ? 1 : 0,
    column === 'names' ? 0 : 1,
    beside.size,
    column === 'body' ? 1 : 0,
    window.units,
  ];
}

function isHigher(rank: readonly number[], other: readonly number[]): boolean {
  const differs = rank.findIndex((value, at) => value !== other[at]);
  return differs >= 0 && (rank[differs] ?? 0) > (other[differs] ?? 0);
}

/** Names shorter than this are followed by the text, so that a passage says more than a name. */
const FEW_NAMES = 80;

// A name alone says little; beside the others, and before the text, it says what kind of name it is.
function withNamesJoined(texts: readonly SearchedText[]): SearchedText[] {
  const joined: SearchedText[] = [];
  for (const text of texts) {
    const last = joined.at(-1);
    if (text.column === 'names' && last?.column === 'names' && last.lang === text.lang) {
      joined[joined.length - 1] = { ...last, text: `${last.text} · ${text.text}` };
    } else joined.push(text);
  }
  return joined.map((text) => {
    if (text.column !== 'names' || text.text.length > FEW_NAMES) return text;
    const body = joined.find(({ column, lang }) => column === 'body' && lang === text.lang);
    return body ? { ...text, text: `${text.text} — ${body.text.slice(0, LENGTH)}` } : text;
  });
}

function bestWindow(text: SearchedText, matches: readonly Match[]): Window | null {
  const length = lengthFor(text);
  const counts = new Map<number, number>();
  let best: Window | null = null;
  let first = 0;
  for (const match of matches) {
    counts.set(match.unit, (counts.get(match.unit) ?? 0) + 1);
    for (;;) {
      const oldest = matches[first] ?? match;
      const count = counts.get(oldest.unit) ?? 0;
      // What stands in the window again later is not needed at its beginning.
      if (oldest === match || (count === 1 && match.end - oldest.start <= length)) break;
      if (count === 1) counts.delete(oldest.unit);
      else counts.set(oldest.unit, count - 1);
      first++;
    }
    const start = matches[first]?.start ?? match.start;
    const found = { text, matches, start, end: match.end, units: counts.size };
    if (!best || isBetter(found, best)) best = found;
  }
  return best;
}

function isBetter(one: Window, other: Window): boolean {
  if (one.units !== other.units) return one.units > other.units;
  // Of a single word the first place is as good as any.
  return one.units > 1 && one.end - one.start < other.end - other.start;
}

function lengthFor({ lang }: SearchedText): number {
  return DENSE.test(lang) ? DENSE_LENGTH : LENGTH;
}

function excerpt({ text: searched, matches, start, end }: Window): Passage {
  const { text, lang, column } = searched;
  const length = lengthFor(searched);
  const lead = length * LEAD;
  const isWhole = text.length <= length * 1.2 && start <= lead;
  const from = isWhole ? 0 : passageStart(text, start, lead);
  const to =
    text.length - from <= length * 1.2
      ? text.length
      : passageEnd(text, Math.max(end, from + length));
  const [before, after] = [from > 0 ? '… ' : '', to < text.length ? ' …' : ''];
  const shift = before.length - from;
  const inside = matches
    .filter((match) => match.start >= from && match.end <= to)
    .map((match) => ({ ...match, start: match.start + shift, end: match.end + shift }));
  return {
    text: before + text.slice(from, to).replace(/\s/g, ' ') + after,
    marks: marksOf(inside),
    lang,
    part: column === 'names' || column === 'sources' ? column : 'text',
  };
}

// At the beginning of the sentence of the first match, or else between words.
function passageStart(text: string, match: number, lead: number): number {
  const earliest = Math.max(0, match - lead);
  if (earliest === 0 && match < lead / 2) return 0;
  const before = text.slice(earliest, match);
  const sentences = [...before.matchAll(SENTENCE_END)];
  const last = sentences.at(-1);
  if (last) return earliest + last.index + last[0].length;
  if (earliest === 0) return 0;
  const space = before.indexOf(' ', lead / 2);
  return space >= 0 ? earliest + space + 1 : letterStart(text, match - Math.floor(lead / 3));
}

function passageEnd(text: string, wanted: number): number {
  const space = text.slice(wanted - 20, wanted).search(/\s\S*$/u);
  return space >= 0 ? wanted - 20 + space : letterStart(text, wanted);
}

// Neither between the halves of a character nor between a letter and its marks.
function letterStart(text: string, place: number): number {
  let start = place;
  while (
    start > 0 &&
    start < text.length &&
    /^[\p{M}\uDC00-\uDFFF\u200C\u200D]/u.test(text[start] ?? '')
  ) {
    start--;
  }
  return start;
}
