// Controlled vocabularies: what a service, network, place, law or trigger is called in several languages and eras.
import { z } from 'zod';
import { languageTag } from './record.ts';

const name = z.string().trim().min(1).max(300);

/** One entry: a stable id and its names by language, the current one first and older or other ones after it. */
export const vocabularyEntry = z.strictObject({
  id: z
    .string()
    .max(100)
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, { error: 'not an id of letters, digits and hyphens' }),
  names: z.record(languageTag, z.array(name).min(1).max(50)),
  /** When it was called what, or how widely the name is meant; for readers. */
  eras: z.string().max(1000).optional(),
});
export type VocabularyEntry = z.infer<typeof vocabularyEntry>;

/** The vocabularies that records point into; places hold ISO 3166-1 codes for countries and slugs for what is in them. */
export const VOCABULARIES = ['services', 'networks', 'places', 'laws', 'triggers'] as const;
export type VocabularyName = (typeof VOCABULARIES)[number];
export type Vocabularies = Record<VocabularyName, VocabularyEntry[]>;
