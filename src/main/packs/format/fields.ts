// What our packs add to TUF's metadata, in the places that its specification leaves for it.
import { z } from 'zod';
import { isCivilDate, languageTag } from '../../../shared/record.ts';

const whole = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const version = whole.min(1);
const instant = z.iso.datetime();
const day = z.string().refine((value) => value.length === 10 && isCivilDate(value));
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The publisher's name and what it says of itself, in its root: claimed, not checked by anybody. */
export const publisherField = z.object({
  name: z
    .record(languageTag, z.string().min(1).max(120))
    .refine((names) => Object.keys(names).length > 0),
  about: z.string().max(2000).default(''),
  contact: z.string().max(500).default(''),
});
export type PublisherField = z.infer<typeof publisherField>;

/** A key that the publisher took back: lists of its role from this version on do not count if it signed them. */
export const revocation = z.object({
  keyid: sha256,
  role: z.string().regex(/^[a-z0-9-]{1,40}$/),
  from_version: version,
  at: day,
  why: z.string().max(1000),
});
export type Revocation = z.infer<typeof revocation>;

export const revokedField = z.array(revocation).max(200).default([]);

/** What kind of pack a list is for, and when the publisher made it. */
export const packField = z.object({
  format: version,
  issued: instant,
  next_expected: instant,
});
export type PackField = z.infer<typeof packField>;

/** The SHA-256 of the signed part of each earlier version of the same list. */
export const historyField = z.record(z.string().regex(/^[1-9]\d{0,15}$/), sha256).default({});

/** What a list says of one file beside its length and hash. */
export const fileField = z.object({
  /** Grows with every file of a list. */
  seq: whole,
  /** The version of the list in which the file first stood. */
  since: version,
  kind: z.enum(['records', 'media', 'notice', 'schema']),
  schema: z.string().regex(/^record\/[1-9]\d{0,3}$/),
  records: whole,
  /** Bytes after unpacking. */
  raw: whole,
  /** The languages of the records, as BCP 47 tags. */
  lang: z.array(languageTag).max(50),
  /** The first and last civil date that its records tell of; null where none is dated. */
  covers: z.tuple([z.string().refine(isCivilDate), z.string().refine(isCivilDate)]).nullable(),
  /** Whether its records could endanger somebody: such a file can be left out when a pack is passed on. */
  sensitive: z.boolean().default(false),
  withdrawn: z
    .object({ at: day, why: z.string().max(1000) })
    .nullable()
    .default(null),
});
export type FileField = z.infer<typeof fileField>;

/** The version of the pack format that this reader knows. */
export const PACK_FORMAT = 1;
