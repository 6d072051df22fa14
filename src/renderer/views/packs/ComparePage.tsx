// Comparing a publisher's number by telephone, step by step; trust is the last step and never the first.
import { useState } from 'react';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import type { PublisherIdentity } from '../../../shared/pack.ts';
import { Decision, type Outcome } from './Decision.tsx';
import styles from './Packs.module.css';
import compare from './ComparePage.module.css';
import { PublisherPage } from './PublisherPage.tsx';
import { Resembling } from './Resembling.tsx';
import { TickedGroups } from './TickedGroups.tsx';
import { Title } from './Title.tsx';
import { TypedGroups } from './TypedGroups.tsx';
import { usePublishers } from './usePacks.ts';
import { publisherName } from './wording.ts';

/** The guided comparison of one publisher's number. */
export function ComparePage({ fingerprint }: { fingerprint: string }) {
  const { t } = useWords();
  const publishers = usePublishers();
  const publisher = publishers?.find((row) => row.fingerprint === fingerprint);
  // It was removed since: its own page says so.
  if (publishers && !publisher) return <PublisherPage fingerprint={fingerprint} />;
  if (!publisher) return <p role="status">{t('record.loading')}</p>;
  return <Steps publisher={publisher} />;
}

function Steps({ publisher }: { publisher: PublisherIdentity }) {
  const words = useWords();
  const { t } = words;
  const name = publisherName(publisher, words).text;
  const [how, setHow] = useState<'type' | 'tick'>('type');
  const [outcome, setOutcome] = useState<Outcome>(null);
  const [round, setRound] = useState(0);
  const begin = (next: 'type' | 'tick') => {
    setHow(next);
    setOutcome(null);
    setRound(round + 1);
  };
  return (
    <div className={styles.page}>
      <Title kicker={<bdi>{name}</bdi>}>{t('packs.compare.title')}</Title>
      <p className={styles.lead}>{t('packs.compare.lead', { name })}</p>
      <Resembling publisher={publisher} />
      <ol className={compare.steps}>
        <li>
          <Step n={1}>{t('packs.compare.stepReach')}</Step>
          <ul className={styles.bullets}>
            <li>{t('packs.compare.reach1', { name })}</li>
            <li>{t('packs.compare.reach2')}</li>
            <li>{t('packs.compare.reach3')}</li>
          </ul>
        </li>
        <li>
          <Step n={2}>{t('packs.compare.stepCompare')}</Step>
          <HowToCompare how={how} onChoose={begin} />
          {how === 'type' ? (
            <TypedGroups key={round} digits={publisher.digits} onOutcome={setOutcome} />
          ) : (
            <TickedGroups key={round} digits={publisher.digits} onOutcome={setOutcome} />
          )}
        </li>
        <li>
          <Step n={3}>{t('packs.compare.stepTrust')}</Step>
          <Decision publisher={publisher} outcome={outcome} onAgain={() => begin(how)} />
        </li>
      </ol>
    </div>
  );
}

function Step({ n, children }: { n: number; children: string }) {
  const words = useWords();
  return (
    <h2 className={compare.step}>
      <span className={compare.ordinal}>{wordNumber(n, words)}</span>
      {children}
    </h2>
  );
}

function HowToCompare(props: { how: 'type' | 'tick'; onChoose: (how: 'type' | 'tick') => void }) {
  const { t } = useWords();
  const { how, onChoose } = props;
  return (
    <div className={compare.how} role="group" aria-label={t('packs.compare.stepCompare')}>
      {(['type', 'tick'] as const).map((way) => (
        <button
          key={way}
          type="button"
          aria-pressed={how === way}
          className={compare.way}
          onClick={() => onChoose(way)}
        >
          {t(`packs.compare.${way}`)}
        </button>
      ))}
    </div>
  );
}
