// A second calendar tells only days that are known as days, and says that it is computed.
import { describe, expect, it } from 'vitest';
import { fixedWords } from '../../../src/renderer/i18n.ts';
import {
  CALENDAR_CHOICES,
  wordInCalendar,
  wordSecondCalendar,
} from '../../../src/renderer/wording/calendars.ts';
import type { Words } from '../../../src/renderer/wording/words.ts';
import type { FuzzyDate } from '../../../src/shared/record.ts';
import { CALENDARS } from '../../../src/shared/settings.ts';

const en: Words = { language: 'en', digits: 'latin', t: fixedWords('en') };
const ur: Words = { language: 'ur', digits: 'native', t: fixedWords('ur') };
const day = (value: string, precision: FuzzyDate['precision'] = 'day'): FuzzyDate => ({
  value,
  precision,
  kind: 'actual',
});

describe('a second calendar', () => {
  it('tells a known day', () => {
    expect(wordInCalendar('2024-02-17', 'persian', en)).toContain('28 Bahman 1402');
    expect(wordInCalendar('2024-02-17', 'islamic-umalqura', en)).toContain('1445');
    expect(wordInCalendar('2024-02-17', 'buddhist', en)).toContain('2567');
    expect(wordInCalendar('2024-02-17', 'persian', ur)).toContain('۱۴۰۲');
  });

  it('takes the day at the place, whatever the zone of a minute', () => {
    expect(wordInCalendar('2024-02-17T23:30+05:00', 'persian', en)).toContain('28 Bahman');
  });

  it('says nothing of a month or a year, which lie in two of another calendar', () => {
    expect(wordInCalendar('2024-02', 'persian', en)).toBeNull();
    const span = { date: day('2024-02-17'), end: day('2024-05', 'month') };
    expect(wordSecondCalendar(span, 'persian', en)).toBeNull();
  });

  it('says that it is computed, and nothing where none is wanted', () => {
    const span = { date: day('2024-02-17'), end: day('2024-02-18') };
    expect(wordSecondCalendar(span, 'persian', en)).toMatch(/28 Bahman.*29 Bahman.*computed/);
    expect(wordSecondCalendar(span, 'none', en)).toBeNull();
    expect(wordSecondCalendar({ date: null, end: null }, 'persian', en)).toBeNull();
  });

  it('can be chosen among all that the settings keep', () => {
    expect(CALENDAR_CHOICES).toEqual([...CALENDARS]);
  });
});
