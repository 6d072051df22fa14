// A query as it was understood, and what is wrong in it, in words.
import type { QueryMistake, Understood } from '../../shared/search.ts';
import { wordCivil } from './dates.ts';
import { listFormat } from './formats.ts';
import { localeOf, type Words, wordList } from './words.ts';

/** What a query asks for; null where plain words and phrases stand as they were typed. */
export function wordUnderstood(understood: Understood | null, words: Words): string | null {
  if (!understood || isPlain(understood)) return null;
  return meaning(understood, words);
}

/** Why a piece of a query does not mean what it seems to. */
export function wordMistake({ reason, nearest }: QueryMistake, { t }: Words): string {
  return t(`query.mistake.${reason}`, { field: nearest ? `${nearest}:` : '' });
}

function isPlain(understood: Understood): boolean {
  return understood.type === 'all' ? understood.parts.every(isWord) : isWord(understood);
}

const isWord = ({ type }: Understood) => type === 'word' || type === 'phrase' || type === 'prefix';

function meaning(understood: Understood, words: Words): string {
  const { t } = words;
  switch (understood.type) {
    case 'all':
      return wordList(
        understood.parts.map((part) => within(part, words)),
        words,
      );
    case 'any':
      return wordChoice(
        understood.parts.map((part) => within(part, words)),
        words,
      );
    case 'not':
      return t('query.not', { part: within(understood.part, words) });
    case 'word':
    case 'phrase':
      return t('common.quoted', { text: understood.text });
    case 'prefix':
      return t('common.quoted', { text: `${understood.text}…` });
    case 'field':
      return t(`query.${understood.field}`, { value: wordValue(understood, words) });
    case 'date':
      return t(`query.${understood.field}`, { date: wordCivil(understood.value, words) });
  }
}

function within(part: Understood, words: Words): string {
  const worded = meaning(part, words);
  return part.type === 'all' || part.type === 'any' ? `(${worded})` : worded;
}

function wordValue({ text, known }: Extract<Understood, { type: 'field' }>, words: Words): string {
  const names = known.map(
    (name) => name[words.language]?.[0] ?? name.en?.[0] ?? Object.values(name)[0]?.[0] ?? text,
  );
  if (names.length === 0) return words.t('common.quoted', { text });
  return wordChoice([...new Set(names)], words);
}

function wordChoice(items: string[], words: Words): string {
  return listFormat(localeOf(words), { type: 'disjunction' }).format(items);
}
