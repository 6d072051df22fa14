// The closed lists of the record schemas, read from the schemas themselves.
import { z } from 'zod';
import * as schemas from '../../src/shared/record.ts';

interface Json {
  enum?: string[];
  [key: string]: unknown;
}

function enumsOf(schema: z.ZodType): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  const root = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as unknown as Json;
  const walk = (node: Json, name: string): void => {
    if (Array.isArray(node.enum)) found[name] = node.enum;
    for (const [key, value] of Object.entries(node)) {
      if (typeof value !== 'object' || value === null || key === 'enum') continue;
      walk(value as Json, key === 'anyOf' || key === 'items' || /^\d+$/.test(key) ? name : key);
    }
  };
  walk(root, '');
  return found;
}

const enums = (schema: z.ZodType, ...names: string[]): Record<string, string[]> => {
  const all = enumsOf(schema);
  return Object.fromEntries(names.map((name) => [name, all[name] ?? []]));
};

export const recordKinds = ['document', 'event', 'organisation', 'term'];
const document = enums(schemas.documentRecord, 'genre', 'text_kind', 'role');
const event = enums(schemas.eventRecord, 'event_type', 'acknowledged', 'confidence');
const inEvent = enums(schemas.eventRecord, 'type', 'extent', 'scope', 'source_class');
const organisation = enums(schemas.organisationRecord, 'organisation_kind');

export const documentRecord = document as Record<'genre' | 'text_kind' | 'role', string[]>;
export const eventRecord = event as Record<'event_type' | 'acknowledged' | 'confidence', string[]>;
export const restriction = inEvent as Record<'type' | 'extent', string[]>;
export const place = inEvent as Record<'scope', string[]>;
export const claim = inEvent as Record<'source_class', string[]>;
export const organisationRecord = organisation as Record<'organisation_kind', string[]>;
export const source = enums(schemas.source, 'read') as Record<'read', string[]>;
