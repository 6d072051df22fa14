// What facets and their values are called.
import type { RecordKind } from '../../shared/record.ts';
import type { FacetName } from '../../shared/search.ts';
import { wordCivil } from './dates.ts';
import { countryName, languageName } from './languages.ts';
import { wordShelf, wordValue } from './rows.ts';
import type { Words } from './words.ts';

/** The name of a value, and its language where it is one that the archive gave. */
export interface FacetWord {
  text: string;
  lang?: string;
}

function named(names: Record<string, string>, value: string, { language }: Words): FacetWord {
  const lang = [language, 'en', ...Object.keys(names)].find((one) => names[one]);
  return lang === undefined ? { text: value } : { text: names[lang] ?? value, lang };
}

/** A value of a facet in words; `names` are those that the archive gave for it. */
export function wordFacetValue(
  facet: FacetName,
  { value, names }: { value: string; names: Record<string, string> },
  words: Words,
): FacetWord {
  switch (facet) {
    case 'kinds':
      return { text: words.t(`kinds.${value as RecordKind}`) };
    case 'years':
      return { text: wordCivil(value, words) };
    case 'countries':
      return { text: countryName(value, words) };
    case 'languages':
      return { text: languageName(value, words) };
    case 'confidence':
      return { text: wordValue('confidence', value, words) };
    case 'sources':
      return { text: wordValue('facet.source', value, words) };
    case 'shelves':
      return { text: wordShelf(value, names.en ?? value, words) };
    case 'services':
    case 'triggers':
    case 'organisations':
      return named(names, value, words);
  }
}
