// The JSON Schema that publishers read says what the zod schemas say.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readCorpus } from '../../scripts/corpus-files.ts';
import { RECORD_SCHEMA_FILE, recordSchemaText } from '../../scripts/record-schema.ts';

const written = JSON.parse(readFileSync(RECORD_SCHEMA_FILE, 'utf8'));

describe('the JSON Schema of a record', () => {
  it('is up to date: `node scripts/record-schema.ts` writes it', () => {
    expect(written).toEqual(JSON.parse(recordSchemaText()));
  });

  it('accepts every record of the starter corpus', () => {
    const schema = z.fromJSONSchema(written);
    const { records } = readCorpus(join(import.meta.dirname, '../../resources'));
    const refused = records.filter((record) => !schema.safeParse(record).success);
    expect(refused.map(({ id }) => id)).toEqual([]);
  });

  it('refuses a record without a source and a kind that does not exist', () => {
    const schema = z.fromJSONSchema(written);
    const { records } = readCorpus(join(import.meta.dirname, '../../resources'));
    expect(schema.safeParse({ ...records[0], sources: [] }).success).toBe(false);
    expect(schema.safeParse({ ...records[0], kind: 'rumour' }).success).toBe(false);
  });
});
