// The questions that are asked at every key press are answered from an index, never by reading a whole table.
import { expect, it } from 'vitest';
import { createIndex } from '../../../src/main/archive/search/index-file.ts';

const plan = (sql: string) => {
  const index = createIndex(':memory:');
  const steps = index.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[];
  index.close();
  return steps.map(({ detail }) => detail);
};

it.each([
  ['the record of a document', `SELECT record FROM documents WHERE number = 1`],
  ['the document of a record', `SELECT number FROM documents WHERE record = 1`],
  ['the last number of a day', `SELECT max(number) FROM documents WHERE number BETWEEN 1 AND 9`],
  ['the last number of all', `SELECT max(number) FROM documents`],
  ['the undated', `SELECT count(*) FROM documents WHERE number < 9`],
  ['the names of a document', `SELECT name FROM names WHERE document = 1 ORDER BY position`],
])('%s is looked up', (_, sql) => {
  const steps = plan(sql);
  expect(steps.join()).toContain('SEARCH');
  expect(steps.join()).not.toMatch(/\bSCAN\b|TEMP B-TREE/);
});

it.each([
  [
    'the newest first',
    `SELECT rowid FROM texts WHERE texts MATCH 'a' ORDER BY rowid DESC LIMIT 20`,
  ],
  [
    'those of a span',
    `SELECT rowid FROM texts WHERE texts MATCH 'a' AND rowid >= 5 AND rowid < 9 ORDER BY rowid`,
  ],
  ['all numbers in order', `SELECT number FROM documents ORDER BY number DESC LIMIT 20`],
])('%s need no sorting', (_, sql) => {
  expect(plan(sql).join()).not.toContain('TEMP B-TREE');
});
