// Checks the controlled vocabularies, and that the records' wordings point into them.
import type { ArchiveRecord, VocabularyRef } from '../src/shared/record.ts';
import type { Vocabularies, VocabularyEntry, VocabularyName } from '../src/shared/vocabulary.ts';

/** Wordings that deliberately point to no entry: too wide, or no service at all. */
export const WITHOUT_ENTRY: readonly string[] = [
  'HTTPS (TCP port 443)',
  'SIM sales',
  'online content',
  'search',
];

// What a law is called is printed with its sections; for the others the wording must be one of the entry's names.
const NAMED_AS_PRINTED: readonly VocabularyName[] = ['services', 'networks', 'triggers'];

/** What is wrong with the vocabularies themselves: order, repeated ids, ambiguous names. */
export function checkVocabularies(vocabularies: Vocabularies): string[] {
  const meaning = new Map<string, string>();
  return Object.entries(vocabularies).flatMap(([vocabulary, entries]) =>
    entries.flatMap((entry, index) => [
      ...entryProblems(vocabulary, entry, entries[index - 1]),
      ...ambiguous(vocabulary, entry, meaning),
    ]),
  );
}

function entryProblems(
  vocabulary: string,
  entry: VocabularyEntry,
  previous: VocabularyEntry | undefined,
): string[] {
  return [
    ...(previous && previous.id >= entry.id
      ? [`${vocabulary}/${entry.id}: is out of order, or the id is used twice`]
      : []),
    ...(entry.names.en ? [] : [`${vocabulary}/${entry.id}: has no English name`]),
  ];
}

function ambiguous(
  vocabulary: string,
  { id, names }: VocabularyEntry,
  meaning: Map<string, string>,
): string[] {
  const here = `${vocabulary}/${id}`;
  return Object.values(names)
    .flat()
    .flatMap((name) => {
      const key = name.toLowerCase();
      const other = meaning.get(key);
      if (!other) meaning.set(key, here);
      return other ? [`${here}: “${name}” also names ${other}`] : [];
    });
}

interface Wording {
  vocabulary: VocabularyName;
  ref: VocabularyRef;
}

function wordingsOf(record: ArchiveRecord): Wording[] {
  if (record.kind !== 'document' && record.kind !== 'event') return [];
  const { services, networks } = record.kind === 'event' ? record.restriction : record;
  const of = (vocabulary: VocabularyName, refs: readonly VocabularyRef[]) =>
    refs.map((ref) => ({ vocabulary, ref }));
  return [
    ...of('services', services),
    ...of('networks', networks),
    ...of('laws', record.legal_basis),
    ...of('triggers', record.trigger ? [record.trigger] : []),
  ];
}

/** What is wrong with the vocabulary ids that a record gives beside its printed wordings. */
export function wordingProblems(record: ArchiveRecord, vocabularies: Vocabularies): string[] {
  return [
    ...wordingsOf(record).flatMap(({ vocabulary, ref }) =>
      refProblem(vocabulary, ref, vocabularies),
    ),
    ...placeProblems(record, vocabularies),
  ];
}

function refProblem(
  vocabulary: VocabularyName,
  { id, printed }: VocabularyRef,
  vocabularies: Vocabularies,
): string[] {
  if (id === null) {
    return WITHOUT_ENTRY.includes(printed)
      ? []
      : [`“${printed}” points to no entry of ${vocabulary}`];
  }
  const entry = vocabularies[vocabulary].find((candidate) => candidate.id === id);
  if (!entry) return [`${vocabulary} has no entry ${id}`];
  if (!NAMED_AS_PRINTED.includes(vocabulary)) return [];
  return Object.values(entry.names).flat().includes(printed)
    ? []
    : [`“${printed}” is not among the names of ${vocabulary}/${id}`];
}

function placeProblems(record: ArchiveRecord, { places }: Vocabularies): string[] {
  const known = new Set(places.map(({ id }) => id));
  const countries = 'country' in record ? [record.country] : [];
  const inPlaces = 'places' in record ? record.places : [];
  return [
    ...[...countries, ...inPlaces.map(({ country }) => country)]
      .filter((country) => country !== null && !known.has(country))
      .map((country) => `places has no entry ${country}`),
    ...inPlaces.flatMap(({ country, region, region_ids: ids }) => [
      ...(region !== null && ids.length === 0 ? [`“${region}” points to no entry of places`] : []),
      ...ids.filter((id) => !known.has(id)).map((id) => `places has no entry ${id}`),
      ...ids
        .filter((id) => country !== null && !id.startsWith(`${country.toLowerCase()}-`))
        .map((id) => `${id} is not in ${country}`),
    ]),
  ];
}
