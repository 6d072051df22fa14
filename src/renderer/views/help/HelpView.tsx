// Help: keys, searching, reading, what the archive holds and cannot prove, what happens to what you read.
import { TITLE_ID } from '../../focus.ts';
import { useWords } from '../../wording/useWords.ts';
import { Toolbar } from '../reader/Toolbar.tsx';
import { CannotProve, Contents, Examples } from './ArchiveSummary.tsx';
import styles from './HelpView.module.css';
import { Shortcuts } from './Shortcuts.tsx';

const SECTIONS = {
  searching: ['searchWords', 'searchPhrase', 'searchPrefix', 'searchDates'],
  language: [
    'languageOperators',
    'languageFields',
    'languageDates',
    'languageNames',
    'languageMistakes',
  ],
  narrowing: [
    'narrowFacets',
    'narrowDates',
    'narrowGroups',
    'narrowSelect',
    'narrowCompare',
    'narrowTabs',
  ],
  timeline: ['timelineOpen', 'timelineHands', 'timelineHonest', 'timelineStory'],
  reading: ['readingMarks', 'readingLinks', 'readingSources'],
  packs: ['packsReceive', 'packsTrust', 'packsChanges', 'packsPass', 'packsRemove'],
  private: ['privateText'],
  importing: ['importingText'],
} as const;

/** Everything the first run said, and how the rest works. */
export function HelpView() {
  const { t } = useWords();
  return (
    <>
      <Toolbar />
      <div className={styles.pane}>
        <div className={styles.page}>
          <h1 id={TITLE_ID} tabIndex={-1} className={styles.title}>
            {t('help.title')}
          </h1>
          <section className={styles.section} aria-label={t('help.shortcuts')}>
            <h2 className={styles.heading}>{t('help.shortcuts')}</h2>
            <Shortcuts />
          </section>
          {(Object.keys(SECTIONS) as (keyof typeof SECTIONS)[]).map((section) => (
            <section key={section} className={styles.section} aria-label={t(`help.${section}`)}>
              <h2 className={styles.heading}>{t(`help.${section}`)}</h2>
              <ul className={styles.sentences}>
                {SECTIONS[section].map((sentence) => (
                  <li key={sentence}>{t(`help.${sentence}`)}</li>
                ))}
              </ul>
            </section>
          ))}
          <Contents />
          <CannotProve />
          <Examples />
        </div>
      </div>
    </>
  );
}
