// The name of what a claim is about.
import { wordValue } from '../../wording/rows.ts';
import type { Words } from '../../wording/words.ts';

/** A field of the record, and what of it after a colon. */
export function wordField(field: string, words: Words): string {
  const [name = field, ...rest] = field.split(':');
  return [wordValue('claimField', name, words), ...rest.map((part) => part.trim())].join(': ');
}
