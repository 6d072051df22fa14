// What the window remembers: nothing about what is read.
import { z } from 'zod';

export const INTERFACE_LANGUAGES = ['en', 'ur'] as const;

/** Calendars in which dates are told a second time, computed from the Gregorian, by their names in Unicode; or none. */
export const CALENDARS = ['none', 'persian', 'islamic-umalqura', 'buddhist', 'roc'] as const;

export const settings = z.object({
  /** Null until the first run's choice. */
  language: z.enum(INTERFACE_LANGUAGES).nullable(),
  theme: z.enum(['system', 'light', 'dark']),
  /** Steps of text size in the reading column; 0 is the normal size. */
  textSize: z.number().int().min(-3).max(6),
  /** How Urdu texts are set when they are read. */
  urduReading: z.enum(['nastaliq', 'naskh']),
  digits: z.enum(['latin', 'native']),
  calendar: z.enum(CALENDARS),
  /** Whether letters alone ask for commands; who speaks to the computer switches them off. */
  letterKeys: z.boolean(),
  welcomed: z.boolean(),
  window: z
    .object({
      width: z.number().int().min(400).max(20000),
      height: z.number().int().min(300).max(20000),
      maximized: z.boolean(),
    })
    .nullable(),
});
export type Settings = z.infer<typeof settings>;
export type Calendar = Settings['calendar'];
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

/** What is set before anyone chose; kept beside the schema, so that a change of one setting brings no others along. */
export const DEFAULT_SETTINGS: Settings = {
  language: null,
  theme: 'system',
  textSize: 0,
  urduReading: 'nastaliq',
  digits: 'latin',
  calendar: 'none',
  letterKeys: true,
  welcomed: false,
  window: null,
};
