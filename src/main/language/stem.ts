// What a word's grammatical forms have in common, by the language of the text that it stands in.
import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as armenian } from '@orama/stemmers/armenian';
import { stemmer as bulgarian } from '@orama/stemmers/bulgarian';
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as greek } from '@orama/stemmers/greek';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as hindi } from '@orama/stemmers/indian';
import { stemmer as indonesian } from '@orama/stemmers/indonesian';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as lithuanian } from '@orama/stemmers/lithuanian';
import { stemmer as nepali } from '@orama/stemmers/nepali';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as tamil } from '@orama/stemmers/tamil';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';

const LATIN = /^\p{sc=Latn}+$/u;
const CYRILLIC = /^\p{sc=Cyrl}+$/u;
const ARABIC = /^\p{sc=Arab}+$/u;
const DEVANAGARI = /^\p{sc=Deva}+$/u;

type Stemmer = (word: string) => string;

const STEMMERS = new Map<string, [script: RegExp, stem: Stemmer]>(
  Object.entries({
    ar: [ARABIC, (word) => arabic(asArabic(word))],
    bg: [CYRILLIC, bulgarian],
    da: [LATIN, danish],
    de: [LATIN, german],
    el: [/^\p{sc=Grek}+$/u, greek],
    en: [LATIN, (word) => ENGLISH_ALONE.get(word) ?? english(word)],
    es: [LATIN, spanish],
    fa: [ARABIC, persian],
    fi: [LATIN, finnish],
    fr: [LATIN, french],
    hi: [DEVANAGARI, hindi],
    hu: [LATIN, hungarian],
    hy: [/^\p{sc=Armn}+$/u, armenian],
    id: [LATIN, indonesian],
    it: [LATIN, italian],
    lt: [LATIN, lithuanian],
    nb: [LATIN, norwegian],
    ne: [DEVANAGARI, nepali],
    nl: [LATIN, dutch],
    nn: [LATIN, norwegian],
    no: [LATIN, norwegian],
    pt: [LATIN, portuguese],
    ro: [LATIN, romanian],
    ru: [CYRILLIC, russian],
    sv: [LATIN, swedish],
    ta: [/^[\p{sc=Taml}]+$/u, tamil],
    tr: [LATIN, turkish],
    uk: [CYRILLIC, ukrainian],
    ur: [ARABIC, urdu],
  }),
);

/** Words that Porter's rules take for forms of others. */
const ENGLISH_ALONE = new Map([
  ['news', 'news'],
  ['united', 'united'],
  ['times', 'times'],
  ['authority', 'authority'],
  ['authorities', 'authority'],
  ['organisation', 'organisation'],
  ['organisations', 'organisation'],
  ['organization', 'organisation'],
  ['organizations', 'organisation'],
  ['universal', 'universal'],
  ['university', 'university'],
  ['universities', 'university'],
  ['communication', 'communication'],
  ['communications', 'communication'],
]);

// The stemmer knows the letters that Arabic itself is written with, which folding has made one with others.
const asArabic = (word: string) =>
  word
    .replaceAll('\u06CC', '\u064A')
    .replaceAll('\u06A9', '\u0643')
    .replace(/\u0647$/u, '\u0629');

// Endings of number and case; what is left must be long enough to be a word.
const URDU_ENDING =
  /(?<=.{3})(?:\u06CC\u0648\u06BA|\u06CC\u0627\u06BA|\u0648\u06BA|\u06CC\u06BA|\u06D2|\u0627|\u06CC|\u0647)$/u;
const PERSIAN_ENDING =
  /(?<=.{4})(?:\u0647\u0627\u06CC\u06CC|\u0647\u0627\u06CC|\u0647\u0627|\u0627\u0646|\u06CC)$/u;

function urdu(word: string): string {
  return word.replace(URDU_ENDING, '');
}

function persian(word: string): string {
  return word.replace(PERSIAN_ENDING, '');
}

/** The shortest word that has forms worth looking for, and the shortest stem that still says what was meant. */
const SHORTEST_WORD = 3;
const SHORTEST_STEM = 3;

/** The languages, by their primary subtags, whose words have stems here. */
export const STEMMED_LANGUAGES: readonly string[] = [...STEMMERS.keys()];

/**
 * The stem of a folded word in a language, by its primary subtag; null where this knows nothing of the language, or the
 * word is not of its script, or too short. Two words are forms of one where their stems are equal; a stem need be no word.
 */
export function stemOf(word: string, lang: string): string | null {
  const [script, stem] = STEMMERS.get(lang) ?? [];
  if (!stem || !script?.test(word) || word.length < SHORTEST_WORD) return null;
  const found = stem(word);
  return found.length >= SHORTEST_STEM ? found : null;
}

/** What Arabic writes before a word and as part of it: the article, prepositions and conjunctions. */
const ARABIC_BEFORE = ['', 'ال', 'وال', 'بال', 'فال', 'کال', 'لل', 'و', 'ب', 'ل', 'ف'];

/**
 * Beginnings, folded, one of which every form of a word has: an ending may change the last letter of the stem, and Arabic
 * writes short words before it.
 */
export function beginningsOfForms(stem: string, lang: string): string[] {
  const own = stem.slice(0, Math.max(SHORTEST_STEM, stem.length - 1));
  if (lang !== 'ar') return [own];
  const folded = own.replaceAll('\u064A', '\u06CC').replaceAll('\u0643', '\u06A9');
  return ARABIC_BEFORE.map((before) => before + folded);
}
