// The reader's own calendar as a second line under the axis, computed from the Gregorian date.
import { useMemo } from 'react';
import { dateFormat } from '../../wording/formats.ts';
import { localeOf, type Words } from '../../wording/words.ts';
import { useSettings } from '../settings/useSettings.ts';
import { asDate } from './civil.ts';
import type { SecondCalendar } from './draw/scene.ts';

/** What the calendar is called and its dates for the minutes of the axis; null where the reader wants none. */
export function useCalendar(words: Words): SecondCalendar | null {
  const calendar = useSettings()?.calendar ?? 'none';
  return useMemo(() => {
    if (calendar === 'none') return null;
    const format = dateFormat(localeOf(words).replace('ca-gregory', `ca-${calendar}`), {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    });
    const name = words.t(`settings.calendars.${calendar}`);
    return { name, date: (minute) => format.format(asDate(minute)) };
  }, [calendar, words]);
}
