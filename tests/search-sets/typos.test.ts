// "Did you mean" offers the right word first for most slips; the bundled archive's own words are what is offered.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { documentsWith, likelyWords } from '../../src/main/archive/search/likely-words.ts';
import { fold } from '../../src/main/language/fold.ts';
import { record } from '../../src/shared/record.ts';
import { indexed } from '../archive/search/indexed.ts';
import { TYPOS } from './typos.ts';

const CORPUS = join(import.meta.dirname, '../../resources/corpus');

it('the right word comes first for 85 of 100 slips at least, in each language', async () => {
  const lines = readdirSync(CORPUS)
    .filter((name) => name.endsWith('.ndjson'))
    .flatMap((name) => readFileSync(join(CORPUS, name), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '');
  const { index } = await indexed(lines.map((line) => record.parse(JSON.parse(line))));
  for (const [lang, typos] of Object.entries(TYPOS)) {
    for (const [, meant] of typos)
      expect([meant, documentsWith(index, fold(meant))]).not.toEqual([meant, 0]);
    const right = typos.filter(
      ([typed, meant]) => likelyWords(index, fold(typed), 1)[0]?.word === fold(meant),
    );
    expect([lang, right.length / typos.length >= 0.85]).toEqual([lang, true]);
  }
});
