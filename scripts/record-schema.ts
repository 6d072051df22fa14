// Writes resources/schema/record.schema.json, the JSON Schema of a record, from the zod schemas that define it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { RECORD_SCHEMA, record } from '../src/shared/record.ts';

/** Where the JSON Schema lies. */
export const RECORD_SCHEMA_FILE = join(
  import.meta.dirname,
  '../resources/schema/record.schema.json',
);

/** The JSON Schema (draft 2020-12) of what a publisher may write, as the text of its file; fields with a default may be left out. */
export function recordSchemaText(): string {
  const { $schema, ...schema } = z.toJSONSchema(record, { io: 'input' });
  const description =
    'One record, as one line of a pack carries it. Two rules cannot be said here: a fuzzy date has the form of its precision, and civil dates are real ones.';
  return `${JSON.stringify({ $schema, title: RECORD_SCHEMA, description, ...schema }, null, 2)}\n`;
}

// run.cjs starts a script by importing it: then it is no main module, yet the one that was asked for.
if (process.argv[1] === import.meta.filename) {
  mkdirSync(dirname(RECORD_SCHEMA_FILE), { recursive: true });
  writeFileSync(RECORD_SCHEMA_FILE, recordSchemaText());
}
