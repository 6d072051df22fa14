// The timeline: the results of the query along time, or the story of one record.
import { TITLE_ID } from '../../focus.ts';
import type { Page, Place } from '../../history.ts';
import { useWords } from '../../wording/useWords.ts';

export type TimelinePlace = Place & { page: Extract<Page, { view: 'timeline' }> };

/** The page of the timeline. */
export function TimelineView(_props: { place: TimelinePlace }) {
  const { t } = useWords();
  return (
    <h1 id={TITLE_ID} tabIndex={-1}>
      {t('timeline.title')}
    </h1>
  );
}
