// Finds the grammatical forms of a word among the words of an index. No stem is stored: words with the same stem stand
// near one another in the index, so a short walk over them finds the same at no cost in size, and tells them by name.
import { beginningsOfForms, STEMMED_LANGUAGES, stemOf } from '../../language/stem.ts';
import type { Database } from '../../sqlite/open.ts';
import { statement } from '../../sqlite/statement.ts';
import type { WordForms } from '../query/unit.ts';
import { columnsOf } from './columns.ts';
import { aboutIndex } from './index-file.ts';

/** Forms of one word in one language, the most used; languages that have more are few. */
const MOST_FORMS = 40;
/** Words whose forms are remembered. */
const MOST_KEPT = 500;

interface Held {
  change: number;
  languages: string[];
  forms: Map<string, WordForms[]>;
}

const held = new WeakMap<Database, Held>();

/** The forms of a folded word in the languages of the texts that an index has, each without the word itself. */
export function formsIn(index: Database, term: string): WordForms[] {
  const { languages, forms } = heldFor(index);
  let known = forms.get(term);
  if (!known) {
    known = languages.flatMap((lang) => formsInLanguage(index, term, lang));
    if (forms.size >= MOST_KEPT) forms.clear();
    forms.set(term, known);
  }
  return known;
}

function heldFor(index: Database): Held {
  const { change } = aboutIndex(index);
  const before = held.get(index);
  if (before?.change === change) return before;
  const there = new Set(columnsOf(index).coded.languages.values.map((tag) => tag.toLowerCase()));
  const languages = STEMMED_LANGUAGES.filter((lang) => there.has(lang));
  const now = { change, languages, forms: new Map<string, WordForms[]>() };
  held.set(index, now);
  return now;
}

function formsInLanguage(index: Database, term: string, lang: string): WordForms[] {
  const stem = stemOf(term, lang);
  if (stem === null) return [];
  const near = beginningsOfForms(stem, lang).flatMap((beginning) =>
    wordsBeginning(index, beginning),
  );
  const forms = near.filter(([word]) => word !== term && stemOf(word, lang) === stem);
  forms.sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  const terms = [...new Set(forms.map(([word]) => word))].slice(0, MOST_FORMS);
  return terms.length === 0 ? [] : [{ lang, terms }];
}

/** The terms of an index that begin so, with the number of documents that have each. */
export function wordsBeginning(
  index: Database,
  beginning: string,
): [word: string, documents: number][] {
  index.exec(
    `CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_held USING fts5vocab(main, texts, row)`,
  );
  return statement<[string, string], [string, number]>(
    index,
    `SELECT term, doc
     FROM temp.words_held
     WHERE term >= ? AND term < ?`,
  )
    .raw()
    .all(beginning, `${beginning}\u{10FFFF}`);
}
