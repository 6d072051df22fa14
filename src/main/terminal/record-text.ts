// Shows one record to people: what it says, what supports it, and what it is linked to.
import type { RecordView } from '../../shared/reading.ts';
import type { ArchiveRecord } from '../../shared/record.ts';
import type { RecordRow } from '../../shared/search.ts';
import { civilDateInWords } from '../archive/reading/citation/facts.ts';
import { bodyText } from './body-text.ts';
import { rowText } from './hits.ts';
import { count, paragraph, type Screen } from './lines.ts';
import { recordFacts, recordKindText } from './record-facts.ts';

/** What is written about a record in one language, its own where it has no other. */
interface Texts {
  title: string;
  prose: string | null;
  disputed: string | null;
  bodyLang: string;
}

function textsIn(record: ArchiveRecord, lang: string | null): Texts {
  const own = {
    title: record.title,
    prose: ownProse(record),
    disputed: 'disputed' in record ? record.disputed : null,
    bodyLang: record.lang,
  };
  const other = lang === null ? undefined : record.translations[lang];
  if (!other) return own;
  return {
    title: other.title,
    prose: other.summary ?? other.about ?? other.definition ?? own.prose,
    disputed: other.disputed ?? own.disputed,
    bodyLang: other.body ? (lang as string) : record.lang,
  };
}

function ownProse(record: ArchiveRecord): string | null {
  if (record.kind === 'event') return record.summary;
  if (record.kind === 'organisation') return record.about;
  return record.kind === 'term' ? record.definition : null;
}

const section = (title: string, ...lines: (string | null | undefined)[]): string | null => {
  const written = lines.filter(Boolean);
  return written.length > 0 ? [title, ...written].join('\n') : null;
};

/** The record as people read it, in a language of its translations where one is asked for. */
export function recordText(screen: Screen, view: RecordView, lang: string | null): string {
  const { record } = view;
  const { title, prose, disputed, bodyLang } = textsIn(record, lang);
  const body = view.bodies[bodyLang];
  return [
    [paragraph(screen, title), paragraph(screen, recordKindText(record))].join('\n'),
    ...warnings(view).map((warning) => paragraph(screen, warning)),
    facts(screen, recordFacts(view)),
    ...(prose ? prose.split(/\n{2,}/).map((text) => paragraph(screen, text)) : []),
    body?.plain ? 'The markup of this text is too deep to be set; it is shown as written.' : null,
    body && bodyText(screen, body.nodes),
    disputed && section('Disputed', paragraph(screen, disputed, { before: '  ' })),
    particulars(screen, record),
    linkedRows(screen, view),
    incomingRows(screen, view),
    usedIn(screen, view),
    sources(screen, record),
    heldAs(screen, view),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function warnings({ record, conflict, hidden, revisions }: RecordView): string[] {
  const { withdrawn, correction } = record;
  const current = revisions.find((revision) => revision.current);
  return [
    withdrawn &&
      `WITHDRAWN on ${civilDateInWords(withdrawn.at)}${withdrawn.safety ? ' for safety' : ''}: ${withdrawn.why}`,
    hidden && 'Its text is left out for the safety of people. To read it knowingly, add --reveal.',
    conflict && 'Two different texts claim the same revision of this record; one of them is shown.',
    current &&
      current.revision !== record.revision &&
      `This is revision ${record.revision}; the current one is ${current.revision}.`,
    correction && `Corrected in this revision: ${correction}`,
  ].filter((warning) => typeof warning === 'string');
}

function facts(screen: Screen, known: [name: string, value: string][]): string {
  const width = Math.max(...known.map(([name]) => name.length)) + 2;
  return known
    .map(([name, value]) => paragraph(screen, value, { before: name.padEnd(width) }))
    .join('\n');
}

function particulars(screen: Screen, record: ArchiveRecord): string | null {
  if (record.kind !== 'event' && record.kind !== 'document') return null;
  const item = (text: string) => paragraph(screen, text, { before: '  ' });
  const claims = record.kind === 'event' ? record.claims : [];
  const demands = record.kind === 'document' ? record.demands : [];
  const sections = [
    section('Figures', ...record.figures.map(({ what, value }) => item(`${what}: ${value}`))),
    section(
      'Who says what',
      ...claims.map(({ field, value, who, when }) =>
        item(
          `${field.replaceAll('_', ' ')}: ${value} (${[who ?? 'unnamed', when].filter(Boolean).join(', ')})`,
        ),
      ),
    ),
    section('Demands', ...demands.map(item)),
  ];
  return sections.filter(Boolean).join('\n\n') || null;
}

const LINKS_SHOWN = 20;

function rows(screen: Screen, title: string, list: RecordRow[], total: number): string | null {
  const different = [...new Map(list.map((row) => [`${row.shelf} ${row.id}`, row])).values()];
  const shown = different.slice(0, LINKS_SHOWN).map((row) => rowText(screen, row, '  '));
  const left = Math.max(total, different.length) - shown.length;
  const more = left > 0 ? `  and ${count(left)} more` : null;
  return section(
    `${title} (${count(Math.max(total, different.length))})`,
    shown.join('\n\n'),
    more,
  );
}

const KINDS = {
  document: 'Documents',
  event: 'Events',
  organisation: 'Organisations',
  term: 'Terms',
};

function linkedRows(screen: Screen, { linked }: RecordView): string | null {
  const list = Object.values(linked);
  const sections = Object.entries(KINDS).map(([kind, title]) => {
    const ofKind = list.filter((row) => row.kind === kind);
    return ofKind.length > 0 ? rows(screen, title, ofKind, 0) : null;
  });
  return sections.filter(Boolean).join('\n\n') || null;
}

function incomingRows(screen: Screen, { incoming, incomingTotal, linked }: RecordView) {
  const known = new Set(Object.values(linked).map(({ shelf, id }) => `${shelf} ${id}`));
  const list = incoming
    .map(({ row }) => row)
    .filter(({ shelf, id }) => !known.has(`${shelf} ${id}`));
  if (list.length === 0) return null;
  return rows(screen, 'Linked from', list, incomingTotal > incoming.length ? incomingTotal : 0);
}

function usedIn(screen: Screen, { usedIn: list, usedInTotal }: RecordView): string | null {
  return list.length > 0 ? rows(screen, 'Used in', list, usedInTotal) : null;
}

const READ = { whole: 'read whole', excerpt: 'read as an excerpt', not_read: 'not read' };

function sources(screen: Screen, { sources: list }: ArchiveRecord): string | null {
  const written = list.map((source, index) => {
    const before = `  ${index + 1}. `;
    const indent = ' '.repeat(before.length);
    const { author, title, publisher, date, url, archived_url: archived, read, supports } = source;
    const named = [author, title ?? 'Untitled', publisher, date ?? 'undated', READ[read]];
    return [
      paragraph(screen, named.filter(Boolean).join(' · '), { before }),
      // Addresses are not wrapped, so that they can be copied whole.
      url && paragraph({ ...screen, width: null }, url, { before: indent }),
      archived &&
        paragraph({ ...screen, width: null }, `archived: ${archived}`, { before: indent }),
      supports && paragraph(screen, `supports: ${supports}`, { before: indent }),
    ]
      .filter(Boolean)
      .join('\n');
  });
  return section(
    list.length === 1 ? 'Source (the only one)' : `Sources (${list.length})`,
    ...written,
  );
}

function heldAs(screen: Screen, { record, revisions, shelfName }: RecordView): string {
  const hash = revisions.find(({ revision }) => revision === record.revision)?.hash ?? '';
  const held = `${record.id}, revision ${record.revision} of ${civilDateInWords(record.updated)}, SHA-256 ${hash.slice(0, 16)}…`;
  const others = Object.keys(record.translations);
  return [
    paragraph(screen, `${held} · ${shelfName} · ${record.rights}`),
    others.length > 0 ? `Also in: ${others.map((lang) => `--lang ${lang}`).join(', ')}` : null,
  ]
    .filter(Boolean)
    .join('\n');
}
