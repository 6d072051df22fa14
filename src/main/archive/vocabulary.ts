// The controlled vocabularies: stable ids for services, networks, places, laws and triggers, with what each is called.
import laws from '../../../resources/vocabularies/laws.json' with { type: 'json' };
import networks from '../../../resources/vocabularies/networks.json' with { type: 'json' };
import places from '../../../resources/vocabularies/places.json' with { type: 'json' };
import services from '../../../resources/vocabularies/services.json' with { type: 'json' };
import triggers from '../../../resources/vocabularies/triggers.json' with { type: 'json' };
import type { RecordView, VocabularyNames } from '../../shared/reading.ts';
import type { ArchiveRecord, Place, VocabularyRef } from '../../shared/record.ts';
import { words } from '../language/words.ts';

/** One entry of a vocabulary. */
export interface VocabularyEntry {
  id: string;
  /** What it is and was called, by language; the first name is the current one. */
  names: VocabularyNames;
  /** When which name was used, or what the entry covers. */
  eras?: string;
}

const ENTRIES = {
  laws,
  networks,
  places,
  services,
  triggers,
} as unknown as Record<'laws' | 'networks' | 'places' | 'services' | 'triggers', VocabularyEntry[]>;

export type Vocabulary = keyof typeof ENTRIES;

const byId = Object.fromEntries(
  Object.entries(ENTRIES).map(([vocabulary, entries]) => [
    vocabulary,
    new Map(entries.map((entry) => [entry.id, entry])),
  ]),
) as Record<Vocabulary, Map<string, VocabularyEntry>>;

/** The entry with an id; undefined where the vocabulary has none. */
export function vocabularyEntry(vocabulary: Vocabulary, id: string): VocabularyEntry | undefined {
  return byId[vocabulary].get(id);
}

/** All entries of a vocabulary. */
export function vocabularyEntries(vocabulary: Vocabulary): readonly VocabularyEntry[] {
  return ENTRIES[vocabulary];
}

/** Every entry that is, or was ever, called so in any language; spelling variants count as the same. */
export function entriesNamed(name: string): { vocabulary: Vocabulary; entry: VocabularyEntry }[] {
  return entriesByName().get(folded(name)) ?? [];
}

const folded = (name: string) =>
  words(name)
    .map(({ term }) => term)
    .join(' ');

type Named = ReturnType<typeof entriesNamed>;
let named: Map<string, Named> | undefined;

function entriesByName(): Map<string, Named> {
  if (named) return named;
  named = new Map();
  for (const [vocabulary, entries] of Object.entries(ENTRIES) as [
    Vocabulary,
    VocabularyEntry[],
  ][]) {
    for (const entry of entries) {
      for (const name of new Set(Object.values(entry.names).flat().map(folded))) {
        const same = named.get(name) ?? [];
        named.set(name, [...same, { vocabulary, entry }]);
      }
    }
  }
  return named;
}

/** What the entries that a record uses are called, by vocabulary and id; ids that no vocabulary knows are left out. */
export function vocabularyNames(record: ArchiveRecord): RecordView['vocabulary'] {
  const used: RecordView['vocabulary'] = {};
  for (const [vocabulary, id] of idsUsed(record)) {
    const entry = vocabularyEntry(vocabulary, id);
    if (entry) (used[vocabulary] ??= {})[id] = entry.names;
  }
  return used;
}

type Used = [vocabulary: Vocabulary, id: string];

function idsUsed(record: ArchiveRecord): Used[] {
  if (record.kind === 'term') return [];
  if (record.kind === 'organisation') return record.country ? [['places', record.country]] : [];
  const { networks: cut, services: blocked } =
    record.kind === 'event' ? record.restriction : record;
  return [
    ...refs('networks', cut),
    ...refs('services', blocked),
    ...refs('laws', record.legal_basis),
    ...refs('triggers', record.trigger ? [record.trigger] : []),
    ...record.places.flatMap(placeIds),
  ];
}

const refs = (vocabulary: Vocabulary, list: VocabularyRef[]): Used[] =>
  list.flatMap(({ id }): Used[] => (id === null ? [] : [[vocabulary, id]]));

const placeIds = ({ country, region_ids }: Place): Used[] =>
  [...(country ? [country] : []), ...region_ids].map((id) => ['places', id]);
