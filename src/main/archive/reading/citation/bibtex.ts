// Citations as BibTeX: one entry for the record, one for each source it rests on.
import type { CitationFacts, SourceFacts } from './facts.ts';

const MONTH_MACROS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const SPECIAL: Record<string, string> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts even an escaped brace, so an odd one must be spelled out.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '#': '\\#',
  $: '\\$',
  '%': '\\%',
  '&': '\\&',
  _: '\\_',
};

/** Writes a text so that BibTeX and LaTeX give it back unchanged; letters beyond ASCII stay, as biber and newer styles read UTF-8. */
export function escapeBibtex(text: string): string {
  return text.replace(/[\\{}~^#$%&_]/g, (character) => SPECIAL[character] ?? character);
}

/** Doubled braces keep names and titles in the spelling and order that was printed. */
const literal = (text: string) => `{{${escapeBibtex(text)}}}`;
const value = (text: string) => `{${escapeBibtex(text)}}`;
/** An address is read verbatim, so what would end the field is percent-encoded instead of escaped. */
const address = (url: string) => `{${url.replace(/[\s{}\\]/g, encodeURIComponent)}}`;

type Field = [name: string, written: string | null];

function dateFields(date: string | null): Field[] {
  if (date === null) return [['year', '{n.d.}']];
  const [year, month, day] = date.split('-');
  return [
    ['year', `{${year}}`],
    ['month', (month && MONTH_MACROS[Number(month) - 1]) ?? null],
    ['day', day ? `{${Number(day)}}` : null],
  ];
}

function entry(key: string, fields: Field[]): string {
  const written = fields
    .filter((field): field is [string, string] => field[1] !== null)
    .map(([name, text]) => `  ${name} = ${text}`);
  return `@misc{${key},\n${written.join(',\n')}\n}`;
}

const authors = (names: string[]) =>
  names.length > 0 ? names.map((name) => `{${escapeBibtex(name)}}`).join(' and ') : null;

function recordEntry(key: string, facts: CitationFacts): string {
  const own = authors(facts.authors);
  const note = [
    `${facts.what}, ${facts.when}.`,
    `${facts.id}, revision ${facts.revision}, SHA-256 ${facts.hashPrefix}…`,
    ...facts.notes,
  ].join(' ');
  return entry(key, [
    ['author', own && `{${own}}`],
    ['title', literal(facts.title)],
    ...dateFields(facts.updated),
    ['howpublished', value(facts.archive)],
    ['note', value(note)],
    ['langid', value(facts.lang)],
  ]);
}

function sourceEntry(key: string, facts: SourceFacts): string {
  const archived = facts.archivedUrl ? `Archived at ${facts.archivedUrl}. ` : '';
  return entry(key, [
    ['author', facts.author && literal(facts.author)],
    ['title', literal(facts.title)],
    ['publisher', facts.publisher && literal(facts.publisher)],
    ...dateFields(facts.date),
    ['url', facts.url && address(facts.url)],
    ['note', value(`${archived}${facts.read[0]?.toUpperCase()}${facts.read.slice(1)}.`)],
  ]);
}

/** The record and its sources as BibTeX entries; the date of the record is that of its revision, the event's own is in the note. */
export function bibtexCitation(facts: CitationFacts): string {
  const key = facts.id.replace('/', ':');
  return [
    recordEntry(key, facts),
    ...facts.sources.map((source, index) => sourceEntry(`${key}:source-${index + 1}`, source)),
  ].join('\n\n');
}
