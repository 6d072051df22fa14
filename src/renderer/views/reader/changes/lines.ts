// The values of a record's fields as lines of words (pure).
import type { RecordView } from '../../../../shared/reading.ts';
import type {
  ArchiveRecord,
  Claim,
  FuzzyDate,
  Place,
  Source,
  VocabularyRef,
} from '../../../../shared/record.ts';
import { wordCivil, wordDate } from '../../../wording/dates.ts';
import { countryName, languageName } from '../../../wording/languages.ts';
import { wordValue } from '../../../wording/rows.ts';
import { type Words, wordBytes, wordSeries } from '../../../wording/words.ts';
import { wordField } from '../claimField.ts';
import { entryName, type Named, placeName, type Vocabulary } from '../vocabulary.ts';

export interface Lines {
  /** The language that the lines are written in; null where they are the interface's own words. */
  lang: string | null;
  blocks: string[];
}

interface Scene {
  view: RecordView;
  words: Words;
}

type Mention = Extract<ArchiveRecord, { kind: 'event' }>['mentions'][number];
type Attachment = ArchiveRecord['attachments'][number];

const VOCABULARIES: Partial<Record<string, Vocabulary>> = {
  services: 'services',
  networks: 'networks',
  legal_basis: 'laws',
  trigger: 'triggers',
};

/** Closed lists, by the field that takes its value from them. */
const LISTS: Partial<Record<string, string>> = {
  genre: 'genre',
  text_kind: 'textKind',
  event_type: 'eventType',
  type: 'restrictionType',
  extent: 'extent',
  acknowledged: 'acknowledged',
  confidence: 'confidence',
  organisation_kind: 'organisationKind',
  status: 'changes.status',
};

const joined = (parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join(' · ');

const printedBeside = ({ name, printed }: Named, { t }: Words) =>
  printed ? `${name} (${t('record.printed', { text: printed })})` : name;

function entry(vocabulary: Vocabulary, ref: VocabularyRef, { view, words }: Scene): string {
  return printedBeside(entryName(view, vocabulary, ref, words), words);
}

function source(value: Source, words: Words): string {
  const { title, author, publisher, date, url, archived_url, sha256, supports } = value;
  return joined([
    title ?? words.t('record.sourceUntitled'),
    author,
    publisher,
    date && wordCivil(date, words),
    wordValue('read', value.read, words),
    supports && words.t('record.sourceSupports', { text: supports }),
    url,
    archived_url,
    sha256,
  ]);
}

function claim({ field, value, who, when, source_class, confidence }: Claim, words: Words): string {
  const said = `${wordField(field, words)}: ${value}`;
  return joined([
    said,
    who ?? words.t('record.claimWhoNot'),
    source_class && wordValue('sourceClass', source_class, words),
    when && wordCivil(when, words),
    confidence && wordValue('confidence', confidence, words),
  ]);
}

const titleOf = (link: string, { view }: Scene) => view.linked[link]?.title ?? link;

type Worded = { [field: string]: (item: never, scene: Scene) => string };

/** How one item of a list is worded. */
const ITEMS: Worded = {
  places: (place: Place, { view, words }) => printedBeside(placeName(view, place, words), words),
  sources: (item: Source, { words }) => source(item, words),
  claims: (item: Claim, { words }) => claim(item, words),
  figures: ({ what, value }: { what: string; value: string }) => `${what}: ${value}`,
  mentions: ({ printed, role }: Mention) => joined([printed, role]),
  about: ({ event, role }: { event: string; role: string }, scene) =>
    `${wordValue('aboutRole', role, scene.words)}: ${titleOf(event, scene)}`,
  documents: (link: string, scene) => titleOf(link, scene),
  related: (link: string, scene) => titleOf(link, scene),
  attachments: ({ title, media_type, bytes }: Attachment, { words }) =>
    joined([title, media_type, wordBytes(bytes, words)]),
};

const ownWords = (blocks: string[]): Lines => ({ lang: null, blocks });

function single(key: string, value: unknown, { view, words }: Scene): Lines {
  if (key === 'country') return ownWords([countryName(String(value), words)]);
  if (key === 'lang') return ownWords([languageName(String(value), words)]);
  if (key === 'status_as_of') return ownWords([wordCivil(String(value), words)]);
  const list = LISTS[key];
  if (list) return ownWords([wordValue(list, String(value), words)]);
  if (typeof value === 'string') return { lang: view.record.lang, blocks: [value] };
  return ownWords([JSON.stringify(value)]);
}

/** A value of a field as lines; what no field is known for is shown as it stands. */
export function linesOf(key: string, value: unknown, scene: Scene): Lines {
  const { words, view } = scene;
  if (key === 'start' || key === 'end' || key === 'published') {
    return ownWords([wordDate(value as FuzzyDate, words)]);
  }
  const vocabulary = VOCABULARIES[key];
  if (vocabulary) {
    const refs = [value].flat() as VocabularyRef[];
    return ownWords(refs.map((ref) => entry(vocabulary, ref, scene)));
  }
  if (key === 'aliases') {
    const names = Object.entries(value as Record<string, string[]>);
    return ownWords(
      names.map(([lang, some]) => `${languageName(lang, words)}: ${wordSeries(some, words)}`),
    );
  }
  if (!Array.isArray(value)) return single(key, value, scene);
  const item = ITEMS[key];
  const blocks = value.map((one) => {
    if (item) return item(one as never, scene);
    return typeof one === 'string' ? one : JSON.stringify(one);
  });
  return { lang: item ? null : view.record.lang, blocks };
}
