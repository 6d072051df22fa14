// The glance that passes over most words never passes over one that is wanted.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mayHold } from '../../src/main/language/glance.ts';
import { eachWordOfRun, nextRun } from '../../src/main/language/words.ts';
import { awkwardText } from './awkward.ts';

it('never passes over a run that holds a word which begins so, in any text', () => {
  fc.assert(
    fc.property(awkwardText, (text) => {
      for (let run = nextRun(text, 0); run; run = nextRun(text, run.end)) {
        const here = run;
        eachWordOfRun(text, here, (term) => {
          expect(mayHold(text, here, new Set([term.charCodeAt(0)]))).toBe(true);
        });
      }
    }),
    { numRuns: 5000 },
  );
});

it('passes over words that begin with other letters', () => {
  const wanted = new Set(['b'.charCodeAt(0), '网'.charCodeAt(0)]);
  const seen = (text: string) => {
    const run = nextRun(text, 0);
    return run && mayHold(text, run, wanted);
  };
  expect(['ban', 'Ban', 'ｂan', '互联网', '在2024年X网'].map(seen)).toEqual(Array(5).fill(true));
  expect(['cab', 'été', '互联', 'محمد', 'မြန်မာ'].map(seen)).toEqual(Array(5).fill(false));
});
