// Languages of texts: which way each is written, what it is called, and which one to show first.
import { displayNames } from './formats.ts';
import { localeOf, type Words } from './words.ts';

const RIGHT_TO_LEFT = new Set(
  'ar arc azb bal ckb dv fa he ks lrc mzn pnb ps sd skr syr ug ur yi'.split(' '),
);
const RTL_SCRIPTS = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Aran']);

/** The direction of a language by its tag; a script in the tag decides. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  const [language = '', ...rest] = lang.split('-');
  const script = rest.find((part) => /^[A-Za-z]{4}$/.test(part));
  if (script) return RTL_SCRIPTS.has(script) ? 'rtl' : 'ltr';
  return RIGHT_TO_LEFT.has(language.toLowerCase()) ? 'rtl' : 'ltr';
}

/** The attributes that a text of a language carries. */
export function languageAttributes(lang: string): { lang: string; dir: 'ltr' | 'rtl' } {
  return { lang, dir: directionOf(lang) };
}

const primary = (lang: string) => lang.split('-')[0]?.toLowerCase();

/** The tag, of those that a record has, that a reader of a language should see; the record's own when theirs is missing. */
export function preferredLanguage(available: string[], own: string, wanted: string): string {
  return available.find((lang) => primary(lang) === primary(wanted)) ?? own;
}

/** The name of a language in the interface's language, or its tag where it has none. */
export function languageName(lang: string, words: Words): string {
  return nameOf(lang, 'language', words);
}

/** The name of a country by its ISO 3166-1 alpha-2 code, or the code where it has none. */
export function countryName(code: string, words: Words): string {
  return nameOf(code, 'region', words);
}

function nameOf(code: string, type: 'language' | 'region', words: Words): string {
  try {
    return displayNames(localeOf(words), { type }).of(code) ?? code;
  } catch {
    // A code that only looks like one, such as an unassigned pair of letters in an imported record.
    return code;
  }
}
