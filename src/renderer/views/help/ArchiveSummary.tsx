// What is in the archive, what it cannot prove, and searches to begin with.
import type { ArchiveStats } from '../../../shared/contract.ts';
import { showList } from '../../focus.ts';
import { navigate } from '../../navigation.ts';
import { wordCivil } from '../../wording/dates.ts';
import { useWords } from '../../wording/useWords.ts';
import { type Words, wordList, wordNumber } from '../../wording/words.ts';
import { useArchiveStats } from '../opening/useArchiveState.ts';
import styles from './HelpView.module.css';

/** The archive in one sentence of counts. */
function wordContents(stats: ArchiveStats, words: Words): string {
  const { t } = words;
  const n = (count: number) => ({ count, n: wordNumber(count, words) });
  const kinds = [
    t('start.events', n(stats.byKind.event ?? 0)),
    t('start.documents', n(stats.byKind.document ?? 0)),
    t('start.organisations', n(stats.byKind.organisation ?? 0)),
    t('start.terms', n(stats.byKind.term ?? 0)),
  ];
  return wordList(kinds, words);
}

/** Counts of the archive, in the words of the language. */
export function Contents() {
  const words = useWords();
  const { t } = words;
  const stats = useArchiveStats();
  if (!stats) return null;
  const { firstDate, lastDate, countries, sources } = stats;
  const n = (count: number) => ({ count, n: wordNumber(count, words) });
  const span =
    firstDate &&
    lastDate &&
    t('start.span', { from: wordCivil(firstDate, words), to: wordCivil(lastDate, words) });
  return (
    <section className={styles.section} aria-label={t('start.contains')}>
      <h2 className={styles.heading}>{t('start.contains')}</h2>
      <p className={styles.prose}>{wordContents(stats, words)}</p>
      <p className={styles.hint}>
        {[t('start.countries', n(countries.length)), t('start.sources', n(sources)), span]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </section>
  );
}

/** What no reader should take the archive for. */
export function CannotProve() {
  const words = useWords();
  const { t } = words;
  const oneSource = useArchiveStats()?.oneSource ?? 0;
  const sentences = [
    t('prove.notComplete'),
    t('prove.digest'),
    t('prove.notWhole'),
    t('prove.missingEnd'),
    t('prove.disputes'),
    ...(oneSource > 0
      ? [t('prove.oneSource', { count: oneSource, n: wordNumber(oneSource, words) })]
      : []),
    t('prove.unsigned'),
  ];
  return (
    <section className={styles.section} aria-label={t('start.cannotProve')}>
      <h2 className={styles.heading}>{t('start.cannotProve')}</h2>
      <ul className={styles.sentences}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

/** Three searches that show what can be asked. */
export function Examples() {
  const { t } = useWords();
  const { ask } = navigate;
  return (
    <section className={styles.section} aria-label={t('start.examples')}>
      <h2 className={styles.heading}>{t('start.examples')}</h2>
      <ul className={styles.examples}>
        {(['first', 'second', 'third'] as const).map((key) => (
          <li key={key}>
            <button
              type="button"
              className={styles.example}
              onClick={() => {
                ask({ text: t(`example.${key}`), unfinished: false, filters: {} });
                showList();
              }}
            >
              <bdi>{t(`example.${key}`)}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
