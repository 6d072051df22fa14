// The query that stands on a drawing: in the reader's own words, not in the archive's.
import { expect, it } from 'vitest';
import { EMPTY_QUERY } from '../../../src/renderer/history.ts';
import { fixedWords } from '../../../src/renderer/i18n.ts';
import { wordQuery } from '../../../src/renderer/views/timeline/take/wordQuery.ts';

it('names what was asked for and what was kept out as the window does', () => {
  const filters = { kinds: ['event' as const], not: { countries: ['PK'] } };
  const query = { ...EMPTY_QUERY, text: 'ban', filters };
  const worded = (language: 'en' | 'ur') =>
    wordQuery(query, { language, digits: 'latin', t: fixedWords(language) });
  expect(worded('en')).toBe('Query: “ban”, Kind: Events, without Country: Pakistan.');
  expect(worded('ur').replace('ban', '')).not.toMatch(/[A-Za-z]/);
});
