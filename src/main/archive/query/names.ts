// Knows what things are called, in every language and era: so that a query by one name finds what bears another.
import { type Vocabulary, vocabularyEntries } from '../vocabulary.ts';
import { joined, type QueryNode, type Thing, type ThingField, type WordsNode } from './tree.ts';
import { termsOf } from './unit.ts';

/** Everything that has names, to be asked by the terms of a name. */
export interface KnownNames {
  /** The most terms that a name has. */
  longest: number;
  thingsNamed: (terms: readonly string[]) => readonly Thing[];
}

// Names that are also words of every day. Typed, they mean the thing only where capitals say so; and no other name of
// the thing ever stands for them, since they would be found everywhere: a record that means the thing says so by its id.
const ORDINARY = new Set(
  [
    'us it who in no is am as at may na ca ap ai pin cip access agora apple tagged threads signal steam tango web',
    'شام کرم چن سگنل ٹیگڈ سٹیم تھریڈز ویب',
  ]
    .join(' ')
    .split(' ')
    .flatMap((word) => termsOf(word)),
);

/** A name as it is compared. */
const keyOf = (terms: readonly string[]) => terms.join(' ');

/** Things of one name beyond these are known by their printed names only. */
const MOST_ALIKE = 40;

const VOCABULARIES: [ThingField, Vocabulary][] = [
  ['service', 'services'],
  ['place', 'places'],
  ['law', 'laws'],
];

/** The names of the vocabularies' services, places and laws, and of these organisations. */
export function knownNames(organisations: readonly Thing[]): KnownNames {
  const byName = new Map<string, Thing[]>();
  let longest = 0;
  const add = (thing: Thing, terms: readonly string[]) => {
    longest = Math.max(longest, terms.length);
    const name = keyOf(terms);
    const alike = byName.get(name) ?? [];
    if (name === '' || alike.includes(thing) || alike.length >= MOST_ALIKE) return;
    byName.set(name, [...alike, thing]);
  };
  for (const thing of vocabularyThings())
    for (const terms of termsOfNames(thing)) add(thing, terms);
  const named = organisations.map((thing) => ({ thing, names: termsOfNames(thing) }));
  for (const { thing, names } of named) for (const terms of names) add(thing, terms);
  leaveOutGeneric(byName, named);
  return { longest, thingsNamed: (terms) => byName.get(keyOf(terms)) ?? [] };
}

const termsOfNames = (thing: Thing) => namesOf(thing).map(termsOf);

/** A thing with the terms of each of its names. */
interface Named {
  thing: Thing;
  names: string[][];
}

/** Names of more terms are looked into no further. */
const LONGEST_CUT = 12;

// A further name of an organisation that is part of what another is called (Ministry of Education, of one country and of
// many) names neither.
function leaveOutGeneric(byName: Map<string, Thing[]>, organisations: readonly Named[]): void {
  // Most names begin nowhere within others, which their first two terms tell.
  const beginnings = new Set(
    organisations.flatMap(({ names }) => names.map((terms) => keyOf(terms.slice(0, 2)))),
  );
  for (const { thing, names } of organisations) {
    for (const all of names) {
      const terms = all.slice(0, LONGEST_CUT);
      for (let from = 0; from + 2 <= terms.length; from++) {
        if (!beginnings.has(keyOf(terms.slice(from, from + 2)))) continue;
        for (let to = from + 2; to <= terms.length; to++) {
          const part = keyOf(terms.slice(from, to));
          const alike = byName.get(part);
          const kept = alike?.filter((other) => other === thing || !isFurtherName(other, part));
          if (alike && kept && kept.length < alike.length) byName.set(part, kept);
        }
      }
    }
  }
}

function isFurtherName({ field, names }: Thing, name: string): boolean {
  const current = Object.values(names).map(([first = '']) => keyOf(termsOf(first)));
  return field === 'org' && !current.includes(name);
}

let vocabulary: Thing[] | undefined;

function vocabularyThings(): Thing[] {
  vocabulary ??= VOCABULARIES.flatMap(([field, name]) =>
    vocabularyEntries(name).map(({ id, names }) => ({ field, id, names })),
  );
  return vocabulary;
}

const namesOf = ({ names }: Thing) => Object.values(names).flat();

/**
 * The tree with every name in it recognised: unquoted words that together are a name, the longest first, and the values
 * of fields. With `literal`, only fields that ask for things know names.
 */
export function withNames(root: QueryNode | null, names: KnownNames, literal: boolean) {
  return root && named(root, names, literal);
}

function named(node: QueryNode, names: KnownNames, literal: boolean): QueryNode {
  switch (node.type) {
    case 'all':
      return literal
        ? { type: 'all', parts: deeper(node.parts, names, literal) }
        : (joined('all', inRow(node.parts, names)) ?? node);
    case 'any':
      return { type: 'any', parts: deeper(node.parts, names, literal) };
    case 'not':
      return { type: 'not', part: named(node.part, names, literal) };
    case 'words':
      return literal ? node : (nameAt([node], 0, names) ?? node);
    case 'field': {
      const { field, unit } = node;
      const things = names.thingsNamed(unit.terms);
      if (field !== 'title' && field !== 'source') {
        return { ...node, things: things.filter((thing) => thing.field === field) };
      }
      return literal || unit.quoted ? node : { ...node, things: [...things] };
    }
    default:
      return node;
  }
}

const deeper = (parts: QueryNode[], names: KnownNames, literal: boolean) =>
  parts.map((part) => named(part, names, literal));

function inRow(parts: QueryNode[], names: KnownNames): QueryNode[] {
  const row: QueryNode[] = [];
  for (let at = 0; at < parts.length; at++) {
    const found = nameAt(parts, at, names);
    const part = parts[at];
    if (found) at += found.units.length - 1;
    if (part) row.push(found ?? named(part, names, false));
  }
  return row;
}

// The longest name that the words from one place on are.
function nameAt(parts: readonly QueryNode[], at: number, names: KnownNames): WordsNode | null {
  const words: WordsNode[] = [];
  let found: WordsNode | null = null;
  let terms: string[] = [];
  for (const part of parts.slice(at)) {
    if (part.type !== 'words' || part.units.some(({ quoted }) => quoted)) break;
    words.push(part);
    terms = [...terms, ...part.units.flatMap((unit) => unit.terms)];
    if (terms.length > names.longest) break;
    const text = words.map((word) => word.text).join(' ');
    const things = names.thingsNamed(terms);
    if (things.length > 0 && !isOrdinary(terms, text)) found = together(words, text, things);
  }
  return found;
}

function isOrdinary(terms: readonly string[], text: string): boolean {
  if (!ORDINARY.has(keyOf(terms))) return false;
  return text !== text.toUpperCase() || text === text.toLowerCase();
}

function together(words: readonly WordsNode[], text: string, things: readonly Thing[]): WordsNode {
  const [first, last] = [words[0], words.at(-1)];
  return {
    type: 'words',
    units: words.flatMap(({ units }) => units),
    text,
    range: [first?.range[0] ?? 0, last?.range[1] ?? 0],
    things: [...things],
  };
}

/**
 * The tree as it was typed: where words, titles and sources are asked for, neither another name of anything nor another
 * form of a word stands for them.
 */
export function asTyped(node: QueryNode): QueryNode {
  switch (node.type) {
    case 'all':
    case 'any':
      return { type: node.type, parts: node.parts.map(asTyped) };
    case 'words':
      return {
        ...node,
        units: node.units.map((unit) => ({ ...unit, forms: undefined })),
        things: [],
      };
    case 'field':
      return node.field === 'title' || node.field === 'source' ? { ...node, things: [] } : node;
    default:
      return node;
  }
}

/** Another name of a thing that was asked for. */
export interface OtherName {
  name: string;
  terms: string[];
  /** False where the name alone is too short or too common to mean the thing in a text. */
  telling: boolean;
}

/** Other names than these count no more. */
const MOST_NAMES = 24;

/**
 * What the things that a name stands for are called beside it. Where a service and an organisation share a name it is the
 * service's: whoever asks for Facebook does not ask for every Meta, nor with Google for every YouTube. Names that contain
 * the typed one are left out: it finds them already.
 */
export function otherNames(typed: readonly string[], things: readonly Thing[]): OtherName[] {
  const others = new Map<string, OtherName>();
  const isService = serviceNames().has(keyOf(typed));
  for (const thing of things) {
    if (thing.field === 'org' && isService) continue;
    for (const name of namesOf(thing)) {
      const terms = termsOf(name);
      const key = keyOf(terms);
      if (others.size >= MOST_NAMES || others.has(key) || holds(terms, typed)) continue;
      if (thing.field === 'org' && serviceNames().has(key)) continue;
      others.set(key, { name, terms, telling: isTelling(terms) });
    }
  }
  return [...others.values()];
}

function isTelling(terms: readonly string[]): boolean {
  const [first = ''] = terms;
  return terms.length > 1 || (first.length > 2 && !ORDINARY.has(first));
}

function holds(terms: readonly string[], typed: readonly string[]): boolean {
  return ` ${keyOf(terms)} `.includes(` ${keyOf(typed)} `);
}

let services: Set<string> | undefined;

function serviceNames(): Set<string> {
  services ??= new Set(
    vocabularyThings()
      .filter(({ field }) => field === 'service')
      .flatMap((thing) => namesOf(thing).map((name) => keyOf(termsOf(name)))),
  );
  return services;
}
