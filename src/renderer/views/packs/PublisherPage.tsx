// One publisher: who it says it is, its number, what it issued, what of it is here, and what can be done with it.
import type { PublisherLedger } from '../../../shared/pack.ts';
import { ErrorMessage } from '../../components/ErrorMessage.tsx';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import pageStyles from '../reader/RecordPage.module.css';
import { Section } from '../reader/Section.tsx';
import { Imports } from './Imports.tsx';
import { Evidence, Keys, Lists } from './LedgerHistory.tsx';
import { LedgerFiles } from './LedgerFiles.tsx';
import { Notes } from './Notes.tsx';
import styles from './Packs.module.css';
import { PublisherActions, PublisherTrust } from './PublisherActions.tsx';
import { PublisherNumber } from './PublisherNumber.tsx';
import { Removed } from './Removal.tsx';
import { Resembling } from './Resembling.tsx';
import { Status } from './Status.tsx';
import { Title } from './Title.tsx';
import { useLedger } from './usePacks.ts';
import { counted, publisherName, wordFiles, wordList, wordThresholds } from './wording.ts';
import { wordCivil } from '../../wording/dates.ts';

/** The page of a publisher. */
export function PublisherPage({ fingerprint }: { fingerprint: string }) {
  const { t } = useWords();
  const { ledger, error } = useLedger(fingerprint);
  if (error || !ledger) {
    return (
      <div className={styles.page}>
        <Title>{t('packs.publishers')}</Title>
        <Removed />
        {error ? <ErrorMessage error={error} /> : <p role="status">{t('record.loading')}</p>}
      </div>
    );
  }
  return <Ledger ledger={ledger} />;
}

function Ledger({ ledger }: { ledger: PublisherLedger }) {
  const words = useWords();
  const { t } = words;
  const { publisher, notes } = ledger;
  const { fingerprint, status, digits } = publisher;
  return (
    <article className={pageStyles.record}>
      <div className={styles.ledgerHead}>
        <Title kicker={<Status status={status} />}>{publisherName(publisher, words)}</Title>
        <p className={styles.lead}>{t(`packs.statusMeans.${status}`)}</p>
        <PublisherTrust ledger={ledger} />
        <Removed />
        <Notes notes={notes} />
      </div>
      <Section title={t('packs.number.title')}>
        <PublisherNumber digits={digits} />
        <Resembling publisher={publisher} />
      </Section>
      <Section title={t('packs.receive.list')}>
        <ListLines ledger={ledger} />
      </Section>
      <AboutPublisher ledger={ledger} />
      <Section title={t('packs.ledger.files')}>
        <LedgerFiles ledger={ledger} />
      </Section>
      <Section title={t('packs.ledger.keys')}>
        <div className={styles.lines}>
          {wordThresholds(publisher, words).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <Keys ledger={ledger} />
      </Section>
      <Evidence ledger={ledger} />
      <Lists ledger={ledger} />
      <Imports ledger={ledger} />
      <PublisherActions ledger={ledger} key={fingerprint} />
    </article>
  );
}

/** The list and what of it is here, in sentences. */
function ListLines({ ledger }: { ledger: PublisherLedger }) {
  const words = useWords();
  const { t } = words;
  const { list, files, records } = ledger;
  const { current, revisions, withdrawn, stolenKey, delisted } = records;
  return (
    <div className={styles.lines}>
      <p className={styles.first}>
        {t('packs.list.join', {
          list: wordList(list.version, list.issued, words),
          files: wordFiles(files, words),
        })}
      </p>
      <p>
        {t('packs.ledger.recordsLine', {
          current: t('packs.records', counted(current, words)),
          revisions: t('packs.revisions', counted(revisions, words)),
        })}
      </p>
      {withdrawn > 0 && <p>{t('packs.ledger.withdrawn', counted(withdrawn, words))}</p>}
      {stolenKey > 0 && (
        <p className={styles.grave}>{t('packs.ledger.stolen', counted(stolenKey, words))}</p>
      )}
      {delisted > 0 && <p>{t('packs.ledger.delisted', counted(delisted, words))}</p>}
      {list.nextExpected && (
        <p className={styles.hint}>
          {t('packs.list.next', { date: wordCivil(list.nextExpected, words) })}
        </p>
      )}
      {list.seen > list.version && (
        <p className={styles.grave}>
          {t('packs.list.seen', { version: wordNumber(list.seen, words) })}
        </p>
      )}
    </div>
  );
}

/** What the publisher says of itself; a contact from a pack is no way to compare its number. */
function AboutPublisher({ ledger }: { ledger: PublisherLedger }) {
  const { t } = useWords();
  const { about, contact, status } = ledger.publisher;
  if (about === '' && contact === '') return null;
  return (
    <Section title={t('packs.ledger.about')}>
      <div className={styles.lines}>
        {status !== 'trusted' && <p className={styles.hint}>{t('packs.claimed')}</p>}
        {about !== '' && <p dir="auto">{about}</p>}
        {contact !== '' && (
          <p>
            {t('packs.ledger.contact')}: <bdi>{contact}</bdi>
          </p>
        )}
      </div>
    </Section>
  );
}
