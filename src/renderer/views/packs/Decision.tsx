// The last step of a comparison: trust where all groups match, and a stop where one differs.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { PublisherIdentity } from '../../../shared/pack.ts';
import { client } from '../../client.ts';
import { Button } from '../../components/Button.tsx';
import { say, sayFailure } from '../../components/said.ts';
import { navigate } from '../../navigation.ts';
import { ARCHIVE_KEY } from '../../query-client.ts';
import { useWords } from '../../wording/useWords.ts';
import compare from './ComparePage.module.css';
import styles from './Packs.module.css';
import { publisherName } from './wording.ts';

/** How far the comparison has come: the whole number as it was heard, `differs`, or not yet. */
export type Outcome = { heard: string } | 'differs' | null;

interface DecisionProps {
  publisher: PublisherIdentity;
  outcome: Outcome;
  onAgain: () => void;
}

/** What can be decided now; nothing before the eighth group. */
export function Decision({ publisher, outcome, onAgain }: DecisionProps) {
  const words = useWords();
  const { t } = words;
  const memory = useQueryClient();
  const { showPacks, back } = navigate;
  const { fingerprint } = publisher;
  const trust = async (number: string) => {
    try {
      await client.call('publisher.trust', { publisher: fingerprint, number });
      await memory.invalidateQueries({ queryKey: [ARCHIVE_KEY] });
      showPacks({ show: 'publisher', fingerprint });
      say(t('packs.compare.trusted', { name: publisherName(publisher, words).text }));
    } catch (failure) {
      sayFailure(failure);
    }
  };
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome !== null) place.current?.scrollIntoView({ block: 'nearest' });
  }, [outcome]);
  if (outcome === null) return <p className={styles.hint}>{t('packs.compare.notYet')}</p>;
  if (outcome === 'differs') {
    return (
      <div ref={place} className={styles.refused} role="alert">
        <p className={styles.refusedTitle}>{t('packs.compare.stop')}</p>
        <p>{t('packs.compare.stopText')}</p>
        <div className={styles.actions}>
          <Button onPress={onAgain}>{t('packs.compare.again')}</Button>
          <Button onPress={back}>{t('packs.compare.keep')}</Button>
          <Button onPress={() => showPacks({ show: 'publisher', fingerprint })}>
            {t('packs.done.publisher')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div ref={place} className={compare.match} role="status">
      <p className={compare.matchTitle}>{t('packs.compare.allMatch')}</p>
      <p>{t('packs.compare.allMatchText')}</p>
      <div className={styles.actions}>
        <Button look="primary" onPress={() => void trust(outcome.heard)}>
          {t('packs.compare.trust')}
        </Button>
        <Button look="quiet" onPress={back}>
          {t('packs.compare.keep')}
        </Button>
      </div>
    </div>
  );
}
