// The glance that passes over most words never passes over one that is wanted.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextCandidate, wordStarts } from '../../src/main/language/glance.ts';
import { eachWordOfRun, nextRun, type Run } from '../../src/main/language/words.ts';
import { awkwardText } from './awkward.ts';

const termsAt = (text: string, start: number, end: number) => {
  const found: string[] = [];
  eachWordOfRun(text, { start, end, plain: false }, (term, at) => {
    if (at === start) found.push(term);
  });
  return found;
};

const candidates = (text: string, letters: ReadonlySet<number>) => {
  const runs: Run[] = [];
  let run = nextCandidate(text, 0, letters);
  for (; run; run = nextCandidate(text, run.end, letters)) runs.push(run);
  return runs;
};

it('never passes over a word that begins so, and cuts it there as in the whole run, in any text', () => {
  fc.assert(
    fc.property(awkwardText, (text) => {
      for (let run = nextRun(text, 0); run; run = nextRun(text, run.end)) {
        const { start, end } = run;
        const all = wordsOf(text, run);
        for (const { term } of all) {
          const letters = new Set([term.charCodeAt(0)]);
          expect(candidates(text, letters)).toContainEqual(expect.objectContaining({ start, end }));
          const starts = wordStarts(text, run, letters);
          if (starts === null) continue;
          const seen = starts.flatMap((place) => termsAt(text, place, end));
          expect(seen).toContain(term);
          for (const one of seen) expect(all.map((word) => word.term)).toContain(one);
        }
      }
    }),
    { numRuns: 5000 },
  );
});

const wordsOf = (text: string, run: Run) => {
  const found: { term: string; start: number }[] = [];
  eachWordOfRun(text, run, (term, start) => found.push({ term, start }));
  return found;
};

it('passes over words that begin with other letters', () => {
  const wanted = new Set(['b'.charCodeAt(0), '网'.charCodeAt(0)]);
  const starts = (text: string) =>
    candidates(text, wanted).flatMap((run) => wordStarts(text, run, wanted));
  expect(['ban', 'Ban', 'a ｂan', '互联网', '在2024年X网'].map(starts)).toEqual([
    [0],
    [0],
    [2],
    [2],
    [7],
  ]);
  expect(['cab', 'été', '互联', 'محمد', 'မြန်မာ'].map(starts)).toEqual([[], [], [], [], []]);
});
