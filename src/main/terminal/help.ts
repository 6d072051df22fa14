// What the terminal can do, taught by examples.
import type { CommandName } from './arguments.ts';
import { type Group, isGroup } from './options.ts';
import { PACKS_TOPICS } from './help-packs.ts';
import { RECEIVING_TOPICS } from './help-received.ts';
import { COMMON, FILTERS, RUN } from './help-parts.ts';
import { TIMELINE_TOPICS } from './help-timeline.ts';

const TOPICS: Record<CommandName, string> = {
  ...PACKS_TOPICS,
  ...RECEIVING_TOPICS,

  search: `Search the archive.

  ${RUN} search WORDS [options]

Every word must match; "quoted words" must stand together. Capitals, accents,
vowel signs and keyboard variants of letters make no difference. Without words,
everything that the options allow is listed. Your shell takes one pair of
quotes away and reads brackets and a leading minus in its own way, so put a
query with any of these in a pair of single quotes. OR joins the words beside
it; a minus or NOT takes away; brackets group.

  ${RUN} search X ban
  ${RUN} search '"national security"' --country Pakistan
  ${RUN} search 'Lahore OR Karachi shutdown'
  ${RUN} search 'VPN -TikTok'
  ${RUN} search '(WhatsApp OR Signal) -place:Pakistan'

One part of a record is asked by its name, in English or Urdu, and a colon; a
value of several words is quoted, and a list of values means any of them:

  title:  org:  place:  service:  law:  source:   names and words
  kind:event      document, event, organisation or term; or statement, report,
                  law, "court order", restriction, restoration, shutdown, ...
  lang:ur         has a text in this language     status:ongoing  ended, unknown
  before:2024-02  after:2024  on:2024-02-17       what may lie there

  ${RUN} search 'service:X place:Lahore,Karachi after:2024'
  ${RUN} search 'org:"Sindh High Court" kind:"court order"'
  ${RUN} search 'قانون:پیکا گرفتاری'

A service, place, organisation or law is found by any of its names: Twitter
finds X and ایکس, and the answer says so. Quote a name, or add --literal, to
find it only as typed. Where words find next to nothing, their other forms
(ban, banned, bans) are found too, and this is said. What cannot be understood
is said and looked for as words. Where nothing is found, you are told what would
find something.

  ${RUN} search X ban --after 2024-02 --country PK --limit 20 --json
  ${RUN} search --kind event --sort newest

${FILTERS}
  --literal          names only as typed, not what else the same is called
  --sort relevance   or newest, or oldest; undated records come last
  --group            a document and the events that it is about as one
  --facets           how many there are of each kind, year, country, ...
                     instead of the records
  --limit 20         how many to show, at most 200
  --offset 20        how many to pass over first
${COMMON}

A date that is only known by its month or year matches when it may lie inside
--after and --before; such records are marked "date uncertain".

JSON: { total, uncertain, undated, terms, understood, mistakes: [{ range,
reason, nearest }], also: [{ typed, names, forms }], groups_total, hits: [{ id,
shelf, kind, subtype, title, title_marks, titles, titles_marks, lang, date,
date_precision, date_kind, date_uncertain, end, ..., status, countries,
confidence, sources, withdrawn, passage, passage_lang, passage_marks }] }. Marks
are [start, end) in UTF-16 units. With --group each hit also has its group: {
records, others: [hits] }; where nothing is found there is nearest: { meant:
[{ query, total, words }], relaxed: [{ how, query, total, ... }] }. With
--facets: { total, facets: { kinds: { values: [{ value, names, count, chosen }],
others }, ... } }.

Exit code: 0 found, 1 nothing found, 2 wrong use or failure.`,

  ...TIMELINE_TOPICS,

  show: `Show one record with its sources and everything linked to it.

  ${RUN} show ID [options]

  ${RUN} show mahfuz/org-pta
  ${RUN} show mahfuz/org-pta --lang ur
  ${RUN} show mahfuz/org-pta --cite bibtex

  --lang ur          the text in this language, where there is one
  --cite STYLE       its citation instead: text, markdown, bibtex or csl
  --revision 1       an earlier state of the record
  --shelf local      which record, where more than one has the id
  --reveal           also what was withdrawn for someone's safety
${COMMON}

Exit code: 0 found, 1 no such record, 2 wrong use or failure.`,

  import: `Take records from NDJSON files (one record a line) into the archive.

  ${RUN} import FILE.ndjson [FILE ...]

The whole file is checked before anything of it is taken; a line that is wrong
is named with its field, and then nothing of that file is taken. Records whose
revision is here already are passed over, so a file may be imported again.
They stand on the shelf "local": nobody vouches for them.

${COMMON}

Exit code: 0 imported, 2 wrong use or failure.`,

  export: `Write records as NDJSON, one a line, for this or another program.

  ${RUN} export [FILE] [options]

Without FILE they go to standard output. A file that exists is not overwritten.
What was withdrawn for someone's safety is left out, and that is said.

  ${RUN} export everything.ndjson
  ${RUN} export --query '"X ban"' --after 2024 | wc -l

  --query WORDS      only what a search for this finds
  --literal          names in it only as typed
${FILTERS}
  --data FOLDER      use this data folder instead of your own

Exit code: 0 exported, 1 nothing to export, 2 wrong use or failure.`,

  stats: `Count what is in the archive.

  ${RUN} stats

${COMMON}`,

  'rebuild-index': `Make the search index anew from the archive.

  ${RUN} rebuild-index

Mahfuz does this by itself when the index is missing, older or damaged.

${COMMON}`,

  check: `Check the whole archive: its files, its index, its links.

  ${RUN} check

${COMMON}

Exit code: 0 all is well, 2 something is wrong.`,

  help: `Mahfuz keeps an archive of censorship news and statements readable without any
network. This is its terminal; npm start opens its window.

  ${RUN} search WORDS      find records
  ${RUN} timeline WORDS    count them along time
  ${RUN} figures WORDS     count days under restriction
  ${RUN} show ID           read one, with its sources
  ${RUN} import FILE       take records from a file
  ${RUN} export [FILE]     write records to a file
  ${RUN} stats             count what is here
  ${RUN} check             check that everything is whole
  ${RUN} rebuild-index     make the search index anew
  ${RUN} remove ID         remove a record, really
  ${RUN} help pack         import packs, pass them on; build them
  ${RUN} help publisher    whom you trust; keys and signatures
  ${RUN} ledger PUBLISHER  what it issued, and what is here
  ${RUN} help COMMAND      explain a command, with examples

Try:
  ${RUN} search Wikipedia blocked
  ${RUN} search '"election day"' --country PK --sort newest

  --data FOLDER      use this data folder instead of your own
  --version          which Mahfuz this is

Searching, showing, counting and exporting work while the window is open;
importing, checking and rebuilding do not.
Exit code: 0 found or done, 1 nothing found, 2 wrong use or failure,
130 stopped with Ctrl-C.`,
};

/** The explanation of a command, of the commands that begin with a word, or of the whole terminal. */
export function helpText(topic: CommandName | Group | null): string {
  if (topic !== null && isGroup(topic)) return groupText(topic);
  return TOPICS[topic ?? 'help'];
}

function groupText(group: Group): string {
  const names = Object.keys(TOPICS).filter((name) => name.startsWith(`${group} `));
  const lines = names.map((name) => {
    const [first] = TOPICS[name as CommandName].split('\n\n');
    return `  ${RUN} ${name}\n      ${first?.replaceAll('\n', '\n      ')}`;
  });
  return `${lines.join('\n\n')}\n\nMore of each: ${RUN} help ${group} ...`;
}
