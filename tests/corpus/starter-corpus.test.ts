// The starter corpus itself keeps all rules, and none of its records has gone missing.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCorpus } from '../../scripts/corpus-check.ts';
import { readCorpus, readVocabularies } from '../../scripts/corpus-files.ts';

const RESOURCES = join(import.meta.dirname, '../../resources');
const corpus = readCorpus(RESOURCES);
const vocabularies = readVocabularies(RESOURCES);

describe('the starter corpus', () => {
  it('is written canonically, in its files', () => {
    expect(corpus.problems).toEqual([]);
  });

  it('keeps all its rules', () => {
    expect(checkCorpus(corpus.records, vocabularies)).toEqual([]);
  });

  it('holds 827 records: raise the numbers with every record that is added', () => {
    const kinds = Object.groupBy(corpus.records, ({ kind }) => kind);
    const counts = Object.fromEntries(
      Object.entries(kinds).map(([kind, records]) => [kind, records.length]),
    );
    expect(counts).toEqual({ document: 146, event: 374, organisation: 270, term: 37 });
  });

  it('names the shelf of the program in every id, and the kind in those of organisations and terms', () => {
    const prefix = { organisation: 'mahfuz/org-', term: 'mahfuz/term-' } as const;
    const strange = corpus.records.filter(({ id, kind }) => {
      const wanted = kind === 'organisation' || kind === 'term' ? prefix[kind] : 'mahfuz/';
      const others = Object.values(prefix).filter((other) => other !== wanted);
      return !id.startsWith(wanted) || others.some((other) => id.startsWith(other));
    });
    expect(strange).toEqual([]);
  });

  it('knows X and Twitter, ایکس and ٹوئٹر, as one service of several names', () => {
    const x = vocabularies.services.find(({ id }) => id === 'x');
    expect(x?.names.en).toEqual(['X', 'Twitter']);
    expect(x?.names.ur?.slice(0, 2)).toEqual(['ایکس', 'ٹوئٹر']);
  });
});
