// The timeline: the results of the query along time, or the story of one record.
import { useEffect } from 'react';
import { ErrorMessage } from '../../components/ErrorMessage.tsx';
import { focusTitle, READING_ID } from '../../focus.ts';
import type { Page, Place } from '../../history.ts';
import { useWords } from '../../wording/useWords.ts';
import { Toolbar } from '../reader/Toolbar.tsx';
import { tellShown } from '../search/useSearch.ts';
import { Explorer } from './Explorer.tsx';
import { Heading } from './Heading.tsx';
import { StoryView } from './StoryView.tsx';
import styles from './TimelineView.module.css';
import { useExtent } from './useTimeline.ts';

export type TimelinePlace = Place & { page: Extract<Page, { view: 'timeline' }> };

/** The page of the timeline. */
export function TimelineView({ place }: { place: TimelinePlace }) {
  const { opening, page } = place;
  if (page.story) return <StoryView story={page.story} opening={opening} />;
  return <ResultsAlongTime place={place} />;
}

function ResultsAlongTime({ place }: { place: TimelinePlace }) {
  const { opening, query } = place;
  const { known, error } = useExtent(query);
  const ready = known !== undefined;
  useEffect(() => {
    if (ready) focusTitle();
  }, [opening, ready]);
  useEffect(() => {
    if (known && !known.behind) tellShown('timeline', known.total);
  }, [known]);
  if (known?.extent) return <Explorer place={place} extent={known.extent} />;
  return (
    <>
      <Toolbar />
      <div id={READING_ID} tabIndex={-1} className={styles.page}>
        <Heading />
        {error !== null && <ErrorMessage error={error} />}
        {error === null && known && <Undated />}
      </div>
    </>
  );
}

function Undated() {
  const { t } = useWords();
  return <p className={styles.message}>{t('timeline.nothing')}</p>;
}
