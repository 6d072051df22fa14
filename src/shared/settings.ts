// What the window remembers: nothing about what is read.
import { z } from 'zod';

export const INTERFACE_LANGUAGES = ['en', 'ur'] as const;

export const settings = z.object({
  /** Null until the first run's choice. */
  language: z.enum(INTERFACE_LANGUAGES).nullable().default(null),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Steps of text size in the reading column; 0 is the normal size. */
  textSize: z.number().int().min(-3).max(6).default(0),
  /** How Urdu texts are set when they are read. */
  urduReading: z.enum(['nastaliq', 'naskh']).default('nastaliq'),
  digits: z.enum(['latin', 'native']).default('latin'),
  welcomed: z.boolean().default(false),
  window: z
    .object({
      width: z.number().int().min(400).max(20000),
      height: z.number().int().min(300).max(20000),
      maximized: z.boolean(),
    })
    .nullable()
    .default(null),
});
export type Settings = z.infer<typeof settings>;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];
