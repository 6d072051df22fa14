// One step of a story: when, what, and its documents.
import type { ChainStep } from '../../../shared/timeline.ts';
import type { Address } from '../../history.ts';
import { wordCivil } from '../../wording/dates.ts';
import { languageAttributes } from '../../wording/languages.ts';
import { wordCountries, wordKind, wordValue } from '../../wording/rows.ts';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber, wordSeries } from '../../wording/words.ts';
import styles from './StoryView.module.css';
import { titleIn, wordPause, wordStepWhen } from './story.ts';

interface StoryStepProps {
  step: ChainStep;
  before: ChainStep | undefined;
  number: number;
  onOpen: (address: Address) => void;
}

/** A step with its number, as it stands on the strip above. */
export function StoryStep({ step, before, number, onOpen }: StoryStepProps) {
  const words = useWords();
  const { t } = words;
  const { row, role, documents, moreDocuments, asked } = step;
  const { title, lang } = titleIn(row, words);
  const pause = wordPause(before, step, words);
  const kind = role === 'order' ? t('story.order') : wordKind(row, words);
  return (
    <li className={styles.step} data-role={role} aria-current={asked ? 'true' : undefined}>
      {pause && <p className={styles.pause}>{pause}</p>}
      <span className={styles.number} aria-hidden="true">
        {wordNumber(number, words)}
      </span>
      <div className={styles.said}>
        <p className={styles.when}>
          <span className={styles.date}>{wordStepWhen(step, words)}</span>{' '}
          {wordSeries([kind, wordCountries(row.countries, words)], words)}
          {asked && <span className={styles.asked}>{t('story.asked')}</span>}
        </p>
        <button
          type="button"
          className={styles.name}
          onClick={() => onOpen(row)}
          {...languageAttributes(lang)}
        >
          {title}
        </button>
        {documents.length > 0 && (
          <ul className={styles.documents} aria-label={t('story.documents')}>
            {documents.map(({ row: document, role: does }) => {
              const named = titleIn(document, words);
              return (
                <li key={`${document.shelf} ${document.id}`}>
                  <span className={styles.does}>
                    {wordSeries(
                      [
                        does in ABOUT && wordValue('aboutRole', does, words),
                        wordKind(document, words),
                        document.date && wordCivil(document.date.value, words, 'short'),
                      ],
                      words,
                    )}
                  </span>
                  <button
                    type="button"
                    className={styles.link}
                    onClick={() => onOpen(document)}
                    {...languageAttributes(named.lang)}
                  >
                    {named.title}
                  </button>
                </li>
              );
            })}
          </ul>
        )}
        {moreDocuments > 0 && (
          <p className={styles.does}>
            {t('story.moreDocuments', {
              count: moreDocuments,
              n: wordNumber(moreDocuments, words),
            })}
          </p>
        )}
      </div>
    </li>
  );
}

/** What documents do about an event, as records say it; other links say only that they are of it. */
const ABOUT: Record<string, true> = {
  reports: true,
  orders: true,
  denies: true,
  corrects: true,
  demands: true,
  analyses: true,
};
