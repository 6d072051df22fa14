// How the files of the corpus are written: one canonical line a record, sorted, each record in its file.
import { describe, expect, it } from 'vitest';
import { readCorpusFile } from '../../scripts/corpus-files.ts';
import { smallCorpus } from './small-corpus.ts';

const { document, event, organisation, term } = smallCorpus();
const lines = (...records: unknown[]) => `${records.map((r) => JSON.stringify(r)).join('\n')}\n`;
const problems = (name: string, text: string) => readCorpusFile(name, text).problems;

describe('a file of the corpus', () => {
  it('is read as it is written', () => {
    const file = readCorpusFile('events-pk.ndjson', lines(event));
    expect(file).toEqual({ records: [event], problems: [] });
  });

  it('may not leave out what the schema would fill in', () => {
    const { recurrence: _, ...shorter } = event;
    expect(problems('events-pk.ndjson', lines(shorter))).toEqual([
      'events-pk.ndjson:1: is not written canonically',
    ]);
  });

  it('may not carry a field that the schema does not know', () => {
    expect(problems('events-pk.ndjson', lines({ ...event, mood: 'grey' }))).toEqual([
      'events-pk.ndjson:1: is not written canonically',
    ]);
  });

  it('may not order its keys otherwise', () => {
    const { id, ...rest } = event;
    expect(problems('events-pk.ndjson', lines({ ...rest, id }))).toEqual([
      'events-pk.ndjson:1: is not written canonically',
    ]);
  });

  it('may not hold what is no record, and names the field', () => {
    const [problem] = problems('terms.ndjson', lines({ ...term, updated: '2026-02-30' }));
    expect(problem).toMatch(/^terms\.ndjson:1: .*YYYY-MM-DD[\s\S]*at updated/);
  });

  it('may not hold a line that is not JSON', () => {
    expect(problems('terms.ndjson', `${JSON.stringify(term)}\n{"id":\n`)).toEqual([
      'terms.ndjson:2: is not JSON',
    ]);
  });

  it('may not be out of order', () => {
    const second = { ...organisation, id: 'mahfuz/org-early' };
    expect(problems('organisations.ndjson', lines(organisation, second))).toEqual([
      'organisations.ndjson:2: mahfuz/org-early is out of order',
    ]);
  });

  it('may not hold what belongs in another', () => {
    expect(problems('documents-world.ndjson', lines(document))).toEqual([
      'documents-world.ndjson:1: mahfuz/order belongs in another file',
    ]);
  });

  it('ends with a line feed and is in NFC', () => {
    const decomposed = { ...term, definition: 'Cafe\u0301' };
    expect(problems('terms.ndjson', lines(decomposed).trimEnd())).toEqual([
      'terms.ndjson: does not end with a line feed',
      'terms.ndjson: is not in NFC',
    ]);
  });
});
