// What a publisher says of itself and its keys.
import type { Root } from '@tufjs/models';
import { packField, publisherField, revokedField, type Revocation } from '../format/fields.ts';
import { PACK_FORMAT } from '../format/fields.ts';
import type { List } from './lists.ts';
import { Refusal } from './refusal.ts';
import type { Publisher, Verdict } from './verdict.ts';
import type { Accepted } from './policy.ts';

/** Keys that a root takes back. */
export function revocationsOf({ signed }: Accepted<Root>): Revocation[] {
  const found = revokedField.safeParse(signed['x-revoked']);
  if (!found.success) throw new Refusal('malformed', { role: 'root' });
  return found.data.map((one) => ({ ...one, why: plain(one.why.replace(/\s+/g, ' ')) }));
}

// Controls and direction marks could make a name look like another's.
const INVISIBLE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu;
const plain = (text: string) => text.replace(INVISIBLE, '').trim();

// Letters of some scripts that are only there to be empty, beside joiners and other signs that show nothing.
const SHOWN = /[^\s\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Tells whether a publisher's name has anything that can be seen. */
export const isName = (text: string): boolean => SHOWN.test(plain(text));

/** The publisher as its newest root describes it. */
export function publisherOf(root: Accepted<Root>, fingerprint: string): Publisher {
  const found = publisherField.safeParse(root.signed['x-publisher']);
  if (!found.success) throw new Refusal('malformed', { role: 'root' });
  const { name, about, contact } = found.data;
  return {
    fingerprint,
    rootVersion: root.version,
    name: Object.fromEntries(
      Object.entries(name)
        .map(([lang, text]) => [lang, plain(text)] as const)
        .filter(([, text]) => isName(text)),
    ),
    about,
    contact,
    thresholds: Object.fromEntries(
      Object.entries(root.typed.roles).map(([role, { keyIDs, threshold }]) => [
        role,
        { keys: keyIDs.length, threshold },
      ]),
    ),
    revocations: revocationsOf(root),
  };
}

/** What the publisher's own list says of itself; a later format is `newer-format`. */
export function packOf({ role, signed, version }: List): NonNullable<Verdict['pack']> {
  const given = signed['x-pack'];
  const format = (given as { format?: unknown } | null | undefined)?.format;
  if (typeof format === 'number' && format > PACK_FORMAT) {
    throw new Refusal('newer-format', { role, format });
  }
  const found = packField.safeParse(given);
  if (!found.success) throw new Refusal('malformed', { role });
  return { ...found.data, version };
}
