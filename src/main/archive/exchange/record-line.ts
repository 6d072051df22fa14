// Reads one line of NDJSON as a record, or says which field is wrong and how; never trusts a byte of it.
import { z } from 'zod';
import { AppError } from '../../../shared/errors.ts';
import { type ArchiveRecord, RECORD_SCHEMA, record } from '../../../shared/record.ts';
import { plainProblem } from './plain-problem.ts';

/** The longest line that is read, in bytes: what a pack's line may have. */
export const MAX_LINE_BYTES = 1 << 20;
const MAX_DEPTH = 16;
const MAX_KEYS = 256;
const MAX_FIELD_NAME = 200;

/** Which line of which file is being read, for the error that may come of it. */
export interface LineAt {
  /** The file's name, without its folder. */
  name: string;
  /** 1 for the first line. */
  line: number;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const KNOWN_MAJOR = Number(RECORD_SCHEMA.split('/')[1]);

/**
 * Reads a line; throws `import_not_utf8`, `import_needs_newer_reader` or `import_malformed` with the field and the
 * problem. Fields that the schema does not know are kept, so that a newer writer's facts are not lost.
 */
export function readRecordLine(bytes: Uint8Array, at: LineAt): ArchiveRecord {
  const value = parseJson(decode(bytes, at), at);
  const shape = strangeShape(value, 0);
  if (shape) throw malformed(at, shape.keys.reverse(), shape.problem);
  const schema = (value as { schema?: unknown } | null)?.schema;
  if (typeof schema === 'string' && majorOf(schema) > KNOWN_MAJOR) {
    throw new AppError('import_needs_newer_reader', { ...at, schema: schema.slice(0, 40) });
  }
  const result = record.safeParse(value, { error: plainProblem });
  if (result.success) return withUnknownFields(result.data, value) as ArchiveRecord;
  const [issue] = result.error.issues;
  throw malformed(at, issue?.path ?? [], issue?.message ?? 'not a record');
}

function decode(bytes: Uint8Array, at: LineAt): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new AppError('import_not_utf8', { ...at });
  }
}

function parseJson(text: string, at: LineAt): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw malformed(at, ['JSON'], `is not valid${placeOf(String(error))}`);
  }
}

// V8 tells where, beside a piece of the text that must not travel in an error.
function placeOf(message: string): string {
  if (message.includes('end of JSON input')) return ': it ends too early';
  const position = / at position (\d+)/.exec(message)?.[1];
  return position === undefined ? '' : ` at character ${Number(position) + 1}`;
}

function malformed(at: LineAt, path: readonly PropertyKey[], problem: string): AppError {
  const field = z.core.toDotPath(path).slice(0, MAX_FIELD_NAME) || 'record';
  return new AppError('import_malformed', { ...at, field, problem });
}

function majorOf(schema: string): number {
  return Number(/^record\/(\d+)$/.exec(schema)?.[1] ?? 0);
}

interface Strange {
  /** From the inside out, so that nothing is built while all is well. */
  keys: PropertyKey[];
  problem: string;
}

// What JSON can carry and a record never needs: shapes that break a stack, a prototype, a text column or a hash.
function strangeShape(value: unknown, depth: number): Strange | null {
  if (typeof value === 'string') return strangeText(value);
  if (typeof value === 'number' && !Number.isFinite(value)) return strange('is too large a number');
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= MAX_DEPTH) return strange('is nested too deeply');
  const keys = Object.keys(value);
  if (!Array.isArray(value) && keys.length > MAX_KEYS)
    return strange(`has more than ${MAX_KEYS} fields`);
  for (const key of keys) {
    if (key === '__proto__') return strange('has a field named __proto__');
    const inner = (value as Record<string, unknown>)[key];
    const found = strangeText(key) ?? strangeShape(inner, depth + 1);
    if (found) {
      found.keys.push(Array.isArray(value) ? Number(key) : key);
      return found;
    }
  }
  return null;
}

function strangeText(text: string): Strange | null {
  if (text.includes('\0')) return strange('has a NUL character in its text');
  if (!text.isWellFormed()) return strange('has half of a surrogate pair in its text');
  return null;
}

const strange = (problem: string): Strange => ({ keys: [], problem });

// The schema drops what it does not know; here it is put back, beside what was parsed.
function withUnknownFields(parsed: unknown, given: unknown): unknown {
  if (typeof parsed !== 'object' || typeof given !== 'object' || !parsed || !given) return parsed;
  if (Array.isArray(parsed)) {
    return parsed.map((item, index) => withUnknownFields(item, (given as unknown[])[index]));
  }
  const known = parsed as Record<string, unknown>;
  const fields = given as Record<string, unknown>;
  for (const key of Object.keys(fields)) {
    known[key] = Object.hasOwn(known, key)
      ? withUnknownFields(known[key], fields[key])
      : fields[key];
  }
  return known;
}
