// The reader's own calendar as a second line under the axis, computed from the Gregorian date.
import { useMemo } from 'react';
import { localeOf, type Words } from '../../wording/words.ts';
import { useSettings } from '../settings/useSettings.ts';
import { asDate } from './civil.ts';

/** Dates of a calendar for the minutes of the axis; null where the reader wants no second calendar. */
export function useCalendar(words: Words): ((minute: number) => string) | null {
  const calendar = useSettings()?.calendar ?? 'none';
  return useMemo(() => {
    if (calendar === 'none') return null;
    const format = new Intl.DateTimeFormat(
      localeOf(words).replace('ca-gregory', `ca-${calendar}`),
      {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        timeZone: 'UTC',
      },
    );
    return (minute) => format.format(asDate(minute));
  }, [calendar, words]);
}
