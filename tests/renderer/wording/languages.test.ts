// Every text gets its own language and direction, and the reader theirs first.
import { describe, expect, it } from 'vitest';
import { fixedWords } from '../../../src/renderer/i18n.ts';
import {
  countryName,
  directionOf,
  languageName,
  preferredLanguage,
} from '../../../src/renderer/wording/languages.ts';
import { systemLanguage } from '../../../src/renderer/wording/systemLanguage.ts';
import { type Words, wordBytes } from '../../../src/renderer/wording/words.ts';

const en: Words = { language: 'en', digits: 'latin', t: fixedWords('en') };
const ur: Words = { language: 'ur', digits: 'latin', t: fixedWords('ur') };

describe('languages', () => {
  it('are written the way their script runs', () => {
    for (const lang of ['ur', 'ur-PK', 'fa', 'ps', 'ckb', 'ug', 'ar', 'uz-Arab', 'SD']) {
      expect(directionOf(lang)).toBe('rtl');
    }
    for (const lang of ['en', 'ru', 'my', 'ur-Latn', 'tr', 'pa']) {
      expect(directionOf(lang)).toBe('ltr');
    }
  });

  it('are offered in the reader’s own where the record has it', () => {
    expect(preferredLanguage(['en', 'ur'], 'en', 'ur')).toBe('ur');
    expect(preferredLanguage(['en', 'ur-PK'], 'en', 'ur')).toBe('ur-PK');
    expect(preferredLanguage(['en'], 'en', 'ur')).toBe('en');
  });

  it('and countries are called what the reader calls them', () => {
    expect(languageName('ur', en)).toBe('Urdu');
    expect(languageName('ur', ur)).toBe('اردو');
    expect(countryName('PK', en)).toBe('Pakistan');
    expect(countryName('PK', ur)).toBe('پاکستان');
  });

  it('of the system decide the first words that are shown', () => {
    expect(systemLanguage(['de-DE', 'ur-PK', 'en-GB'])).toBe('ur');
    expect(systemLanguage(['en-GB', 'ur'])).toBe('en');
    expect(systemLanguage(['de'])).toBe('en');
  });
});

describe('sizes', () => {
  it.each([
    [0, '0 kB'],
    [918, '0.9 kB'],
    [1000, '1 kB'],
    [1_700_000, '1.7 MB'],
    [3_400_000_000, '3.4 GB'],
  ])('%i bytes are said as %s', (bytes, words) => {
    expect(wordBytes(bytes, en)).toBe(words);
  });
});
