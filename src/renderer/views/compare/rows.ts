// Two records as the rows of a table: every field that either has, in one order for all kinds of record (pure).
import type { RecordView } from '../../../shared/reading.ts';
import type { ArchiveRecord } from '../../../shared/record.ts';
import { wordCivil, wordSpan } from '../../wording/dates.ts';
import { preferredLanguage } from '../../wording/languages.ts';
import { wordShelf, wordValue } from '../../wording/rows.ts';
import { type Words, wordSeries } from '../../wording/words.ts';
import { linesOf } from '../reader/changes/lines.ts';
import { spanOf, wordKinds } from '../reader/heading.ts';
import { languagesOf, type TextField, textsIn } from '../reader/readingLanguages.ts';
import { knownTrigger } from '../reader/vocabulary.ts';
import { type Lines, type Pair, pairOfLists, pairOfTexts } from './pairs.ts';

export interface Row extends Pair {
  key: string;
  label: string;
}

interface Side {
  view: RecordView;
  /** The language that its texts are shown in. */
  lang: string;
  words: Words;
}

/** A field as it is read from a record; texts are compared word by word, all else item by item. */
interface Field {
  /** The key of its label in the catalogue. */
  label: string;
  read: (side: Side) => Lines;
  isText?: true;
}

const NOTHING: Lines = { lang: null, blocks: [] };
const own = (...said: (string | null | undefined | false)[]): Lines => ({
  lang: null,
  blocks: said.flatMap((one) => one || []),
});

const isEmpty = (value: unknown) =>
  value === null ||
  value === undefined ||
  value === '' ||
  /^(?:\[\]|\{\})$/.test(JSON.stringify(value));

/** A field of the record, or of what it restricts, by its name in the data model. */
const named =
  (...names: string[]) =>
  ({ view, words }: Side): Lines => {
    const { record } = view;
    const restriction = record.kind === 'event' ? record.restriction : {};
    const values: Record<string, unknown> = { ...restriction, ...record };
    const name = names.find((one) => !isEmpty(values[one]));
    return name === undefined ? NOTHING : linesOf(name, values[name], { view, words });
  };

/** The first of some texts that the record has; the plain text of a body, not its markup. */
const text =
  (...fields: TextField[]) =>
  ({ view, lang }: Side): Lines => {
    const [field, found] =
      fields
        .map((name) => [name, textsIn(view.record, name, [lang])[0]] as const)
        .find(([, said]) => said) ?? [];
    if (!found || view.hidden) return NOTHING;
    const plain = field === 'body' ? view.bodies[found.lang]?.canonical : undefined;
    return { lang: found.lang, blocks: [plain ?? found.text] };
  };

function restricted({ view, words }: Side): Lines {
  const { record } = view;
  if (record.kind !== 'event' || record.restriction.type === 'none') return NOTHING;
  const { type, extent } = record.restriction;
  const kind = words.t(`restrictionType.${type}`);
  return own(wordSeries([kind, extent && words.t(`extent.${extent}`)], words));
}

function when({ view, words }: Side): Lines {
  const span = spanOf(view.record);
  return span?.date ? own(wordSpan(span, words)) : NOTHING;
}

function acknowledged({ view: { record }, words }: Side): Lines {
  if (record.kind !== 'event' || record.restriction.type === 'none') return NOTHING;
  return own(words.t(`acknowledged.${record.acknowledged}`));
}

function occasion(side: Side): Lines {
  const { record } = side.view;
  const known = 'trigger' in record ? knownTrigger(record.trigger) : [];
  return known.length > 0 ? named('trigger')(side) : NOTHING;
}

// Each part may be written in another direction than its neighbours.
const apart = (part: string) => `\u2068${part}\u2069`;

/** Sources as whoever weighs them needs them: what, from whom, when, and how it was read; addresses stand in the record. */
function sources({ view, words }: Side): Lines {
  return own(
    ...view.record.sources.map(({ title, author, publisher, date, read }) =>
      wordSeries(
        [
          apart(title ?? words.t('record.sourceUntitled')),
          author && apart(author),
          publisher && apart(publisher),
          date && apart(wordCivil(date, words)),
          apart(wordValue('read', read, words)),
        ],
        words,
      ),
    ),
  );
}

function confidence({ view: { record }, words: { t } }: Side): Lines {
  const level = 'confidence' in record ? record.confidence : null;
  return level ? own(`${t(`confidence.${level}`)}: ${t(`confidenceMeans.${level}`)}`) : NOTHING;
}

function provenance({ view, words }: Side): Lines {
  const { record, shelf, shelfName } = view;
  const revision = `${words.t('record.revision')} ${record.revision}`;
  return own(record.id, wordShelf(shelf, shelfName, words), revision);
}

const FIELDS: Record<string, Field> = {
  title: { label: 'compare.field.title', read: text('title'), isText: true },
  kind: {
    label: 'record.kind',
    read: ({ view, words }) => own(wordKinds(view.record, words).join(' · ')),
  },
  when: { label: 'record.when', read: when },
  status: { label: 'claimField.status', read: named('status') },
  where: { label: 'record.where', read: named('places', 'country') },
  what: { label: 'record.what', read: restricted },
  services: { label: 'record.services', read: named('services') },
  networks: { label: 'record.networks', read: named('networks') },
  domains: { label: 'record.domains', read: named('domains') },
  method: { label: 'record.method', read: named('method'), isText: true },
  recurrence: { label: 'record.recurrence', read: named('recurrence') },
  orderedBy: { label: 'record.orderedBy', read: named('ordered_by') },
  reason: { label: 'record.reason', read: named('official_reason'), isText: true },
  trigger: { label: 'record.trigger', read: occasion },
  legalBasis: { label: 'record.legalBasis', read: named('legal_basis') },
  acknowledged: { label: 'record.acknowledged', read: acknowledged },
  text: {
    label: 'record.text',
    read: text('summary', 'body', 'about', 'definition'),
    isText: true,
  },
  disputed: { label: 'record.disputed', read: text('disputed'), isText: true },
  figures: { label: 'record.figures', read: named('figures') },
  claims: { label: 'record.claims', read: named('claims') },
  demands: { label: 'record.demands', read: named('demands') },
  who: { label: 'record.who', read: named('mentions') },
  authors: { label: 'record.authors', read: named('authors') },
  signatories: { label: 'record.signatories', read: named('signatories') },
  topics: { label: 'record.topics', read: named('topics') },
  aliases: { label: 'record.aliases', read: named('aliases') },
  confidence: { label: 'record.confidence', read: confidence },
  sources: { label: 'record.sources', read: sources },
  provenance: { label: 'record.id', read: provenance },
};

/** The languages that two records' texts are shown in: the reader's, else one that both have, so that words can be compared. */
export function comparedLanguages(
  first: ArchiveRecord,
  second: ArchiveRecord,
  reader: string,
): [string, string] {
  const [a, b] = [languagesOf(first), languagesOf(second)];
  const preferred: [string, string] = [
    preferredLanguage(a, first.lang, reader),
    preferredLanguage(b, second.lang, reader),
  ];
  const shared = preferred[0] === preferred[1] ? undefined : a.find((lang) => b.includes(lang));
  return shared ? [shared, shared] : preferred;
}

/** Every field that at least one of two records has. */
export function compareRecords(first: RecordView, second: RecordView, words: Words): Row[] {
  const langs = comparedLanguages(first.record, second.record, words.language);
  const [a, b] = [first, second].map((view, index) => ({ view, lang: langs[index] ?? '', words }));
  if (!a || !b) return [];
  return Object.entries(FIELDS).flatMap(([key, { label, read, isText }]) => {
    const [left, right] = [read(a), read(b)];
    if (left.blocks.length + right.blocks.length === 0) return [];
    const pair = isText ? pairOfTexts(left, right) : pairOfLists(left, right);
    return [{ key, label: words.t(label as 'record.when'), ...pair }];
  });
}
