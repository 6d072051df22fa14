// Citations to be read by people: plain text and Markdown.
import { type CitationFacts, civilDateInWords, type SourceFacts } from './facts.ts';

interface Style {
  /** Makes a text safe where markup would be read. */
  plain: (text: string) => string;
  title: (text: string) => string;
  address: (url: string) => string;
}

/** White space and angle brackets would end an address that stands in text. */
const wholeAddress = (url: string) => url.replace(/[\s<>]/g, encodeURIComponent);

const plainStyle: Style = { plain: (text) => text, title: (text) => text, address: wholeAddress };

const escapeMarkdown = (text: string) =>
  text
    .replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');

const markdownStyle: Style = {
  plain: escapeMarkdown,
  title: (text) => `*${escapeMarkdown(text)}*`,
  address: (url) => `<${wholeAddress(url)}>`,
};

type Part = [text: string | null, write: (text: string) => string];

/** Ends each part with a full stop, unless it ends with a mark of its own. */
const sentences = (parts: Part[]) =>
  parts
    .filter((part): part is [string, Part[1]] => Boolean(part[0]))
    .map(([text, write]) => (/[.!?…؟۔]$/u.test(text) ? write(text) : `${write(text)}.`))
    .join(' ');

function source(facts: SourceFacts, style: Style): string {
  const date = facts.date === null ? 'n.d.' : civilDateInWords(facts.date);
  const published = [facts.publisher, date].filter(Boolean).join(', ');
  const said = sentences([
    [facts.author, style.plain],
    [facts.title, style.title],
    [published, style.plain],
  ]);
  const archived = facts.archivedUrl && `archived at ${style.address(facts.archivedUrl)}`;
  const addresses = [facts.url && style.address(facts.url), archived].filter(Boolean).join(', ');
  return `${[said, addresses].filter(Boolean).join(' ')} (${facts.read})`;
}

function record(facts: CitationFacts, style: Style): string {
  const { archive, id, revision, updated, hashPrefix } = facts;
  const held = `${archive}, ${id}, revision ${revision} of ${civilDateInWords(updated)}`;
  return sentences([
    [facts.authors.join('; '), style.plain],
    [facts.title, style.title],
    [`${facts.what[0]?.toUpperCase()}${facts.what.slice(1)}, ${facts.when}`, style.plain],
    [`${held}, SHA-256 ${hashPrefix}…`, style.plain],
  ]);
}

function lines(facts: CitationFacts, style: Style): string[] {
  const sources = facts.sources.map((each, index) => `${index + 1}. ${source(each, style)}`);
  return [
    record(facts, style),
    ...facts.notes.map(style.plain),
    ...(sources.length > 0 ? [sources.length === 1 ? 'Source:' : 'Sources:', ...sources] : []),
  ];
}

/** The citation as plain text, one line for the record, one for each note and source. */
export function textCitation(facts: CitationFacts): string {
  return lines(facts, plainStyle).join('\n');
}

/** The citation as Markdown: paragraphs and a numbered list, everything of the record's own escaped. */
export function markdownCitation(facts: CitationFacts): string {
  const paragraphs = lines(facts, markdownStyle);
  const listStart = paragraphs.length - facts.sources.length;
  return paragraphs
    .map((line, index) => (index < listStart ? `${line}\n` : line))
    .join('\n')
    .trim();
}
