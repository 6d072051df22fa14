// What search finds in every language, in one real archive with the texts of all: recall and false hits, measured.
import { beforeAll, describe, expect, it } from 'vitest';
import { type Asked, askAll, byPromise, scoreOf } from './asked.ts';
import { SETS } from './sets.ts';

/** The least part of what should be found, and the part of what is found that must stay below. */
const GOALS = { recall: 0.99, falseHits: 0.06 };
const BURMESE_RECALL = 0.95;

let asked: Asked[] = [];

beforeAll(async () => {
  asked = await askAll(SETS);
});

describe('the search sets', () => {
  it('name only texts that there are, each once', () => {
    const ids = SETS.flatMap(({ texts }) => Object.keys(texts));
    expect(new Set(ids).size).toBe(ids.length);
    const wanted = SETS.flatMap(({ queries }) =>
      queries.flatMap(([, , finds]) => finds.split(' ')),
    );
    expect(wanted.filter((id) => id !== '' && !ids.includes(id))).toEqual([]);
    for (const { lang, texts } of SETS) {
      for (const id of Object.keys(texts)) expect(id).toMatch(new RegExp(`^${lang}-`));
    }
  });

  it('ask each thing once, and enough of them', () => {
    for (const { queries } of SETS) {
      const texts = queries.map(([trial, text]) => `${trial} ${text}`);
      expect(new Set(texts).size).toBe(texts.length);
      expect(queries.length).toBeGreaterThanOrEqual(20);
    }
  });
});

describe('searching', () => {
  it.each(SETS.map(({ lang }) => lang))('finds what is there, and little else, in %s', (lang) => {
    const { typed } = byPromise(asked.filter((one) => one.lang === lang));
    const { recall, falseHits } = scoreOf(typed);
    const least = lang === 'my' ? BURMESE_RECALL : GOALS.recall;
    const wrong = typed.filter((one) => one.missed.length > 0 || one.wrong.length > 0);
    expect(recall, JSON.stringify(wrong)).toBeGreaterThanOrEqual(least);
    expect(falseHits, JSON.stringify(wrong)).toBeLessThan(GOALS.falseHits);
  });
});
