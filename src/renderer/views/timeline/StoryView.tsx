// The story of an event or an organisation along time: its steps in order, each with its documents.
import { useEffect } from 'react';
import { ErrorMessage } from '../../components/ErrorMessage.tsx';
import { focusTitle, READING_ID, TITLE_ID } from '../../focus.ts';
import type { Address } from '../../history.ts';
import { navigate } from '../../navigation.ts';
import { languageAttributes } from '../../wording/languages.ts';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import { Toolbar } from '../reader/Toolbar.tsx';
import { StoryStep } from './StoryStep.tsx';
import { StoryStrip } from './StoryStrip.tsx';
import styles from './StoryView.module.css';
import { titleIn } from './story.ts';
import { useTimelineRead } from './useTimeline.ts';

/** All steps of one story, the earliest first. */
export function StoryView({ story, opening }: { story: Address; opening: number }) {
  const words = useWords();
  const { t } = words;
  const { open, openTimeline } = navigate;
  const { id, shelf } = story;
  const { data: chain, error, behind } = useTimelineRead('timeline.chain', { id, shelf });
  const ready = chain !== undefined && !behind;
  useEffect(() => {
    if (ready) focusTitle();
  }, [ready, opening]);
  const subject = chain && titleIn(chain.subject, words);
  return (
    <>
      <Toolbar>
        <button type="button" className={styles.all} onClick={() => openTimeline()}>
          {t('story.toTimeline')}
        </button>
      </Toolbar>
      <div id={READING_ID} tabIndex={-1} className={styles.pane}>
        {error !== null && <ErrorMessage error={error} />}
        {chain && subject && (
          <article className={styles.story} aria-labelledby={TITLE_ID}>
            <p className={styles.kind}>
              {t(chain.subject.kind === 'organisation' ? 'story.ofOrganisation' : 'story.ofEvent')}
            </p>
            <h1
              id={TITLE_ID}
              tabIndex={-1}
              className={styles.title}
              {...languageAttributes(subject.lang)}
            >
              {subject.title}
            </h1>
            <p className={styles.count}>
              {t('story.steps', {
                count: chain.steps.length,
                n: wordNumber(chain.steps.length, words),
              })}{' '}
              <button type="button" className={styles.link} onClick={() => open(chain.subject)}>
                {t('story.openRecord')}
              </button>
            </p>
            <StoryStrip chain={chain} />
            <ol className={styles.steps}>
              {chain.steps.map((step, index) => (
                <StoryStep
                  key={`${step.row.shelf} ${step.row.id}`}
                  step={step}
                  before={chain.steps[index - 1]}
                  number={index + 1}
                  onOpen={open}
                />
              ))}
            </ol>
            {chain.more > 0 && (
              <p className={styles.count}>
                {t('story.more', { count: chain.more, n: wordNumber(chain.more, words) })}
              </p>
            )}
          </article>
        )}
      </div>
    </>
  );
}
