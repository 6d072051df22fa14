// All publishers on this computer, each with its one line; and the ways to open a pack and to pass one on.
import type { PublisherRow } from '../../../shared/pack.ts';
import { Button } from '../../components/Button.tsx';
import { navigate } from '../../navigation.ts';
import { languageAttributes } from '../../wording/languages.ts';
import { useWords } from '../../wording/useWords.ts';
import { OpenPack } from './OpenPack.tsx';
import { Notes } from './Notes.tsx';
import styles from './Packs.module.css';
import { Removed } from './Removal.tsx';
import { Status } from './Status.tsx';
import { Title } from './Title.tsx';
import { usePublishers } from './usePacks.ts';
import { counted, publisherName, wordHolding } from './wording.ts';

/** The beginning of the packs page. */
export function PublisherList() {
  const { t } = useWords();
  const publishers = usePublishers();
  const { showPacks } = navigate;
  return (
    <div className={styles.page}>
      <Title isTop>{t('packs.title')}</Title>
      <p className={styles.lead}>{t('packs.lead')}</p>
      <section className={styles.section} aria-label={t('packs.open')}>
        <OpenPack />
      </section>
      <Removed />
      <section className={styles.section} aria-label={t('packs.publishers')}>
        <h2 className={styles.heading}>{t('packs.publishers')}</h2>
        {publishers?.length === 0 && <p className={styles.prose}>{t('packs.none')}</p>}
        <ul className={styles.publishers}>
          {publishers?.map((row) => (
            <PublisherItem key={row.fingerprint} row={row} />
          ))}
        </ul>
        {publishers !== undefined && publishers.length > 0 && (
          <div className={styles.actions}>
            <Button onPress={() => showPacks({ show: 'share', fingerprint: null })}>
              {t('packs.pass')}
            </Button>
          </div>
        )}
      </section>
    </div>
  );
}

function PublisherItem({ row }: { row: PublisherRow }) {
  const words = useWords();
  const { t } = words;
  const { showPacks } = navigate;
  const { fingerprint, status, records, warnings } = row;
  const name = publisherName(row, words);
  return (
    <li className={styles.publisher}>
      <div className={styles.publisherHead}>
        <button
          type="button"
          className={styles.name}
          onClick={() => showPacks({ show: 'publisher', fingerprint })}
        >
          <bdi {...languageAttributes(name.lang)}>{name.text}</bdi>
        </button>
        <Status status={status} />
      </div>
      <p className={styles.holding}>{wordHolding(row, words)}</p>
      <p className={styles.hint}>{t('packs.records', counted(records, words))}</p>
      <Notes notes={warnings.filter(({ severity }) => severity !== 'info')} />
    </li>
  );
}
