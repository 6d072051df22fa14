// What can be done with a publisher: compare its number, search it, pass it on, save its ledger, remove it.
import { useQueryClient } from '@tanstack/react-query';
import { Switch } from 'react-aria-components';
import type { PublisherLedger } from '../../../shared/pack.ts';
import { client } from '../../client.ts';
import { Button } from '../../components/Button.tsx';
import { say, sayFailure } from '../../components/said.ts';
import { focusResults } from '../../focus.ts';
import { navigate, useAsked } from '../../navigation.ts';
import { ARCHIVE_KEY } from '../../query-client.ts';
import { useWords } from '../../wording/useWords.ts';
import { Section } from '../reader/Section.tsx';
import controls from './Controls.module.css';
import styles from './Packs.module.css';
import { Removal } from './Removal.tsx';
import { exportLedger } from './usePacks.ts';
import { counted, publisherName } from './wording.ts';

/** The first things to do: compare the number of a publisher in quarantine, or show its records. */
export function PublisherTrust({ ledger }: { ledger: PublisherLedger }) {
  const { t } = useWords();
  const { fingerprint, status } = ledger.publisher;
  const { showPacks, ask } = navigate;
  if (status === 'trusted') {
    return (
      <div className={styles.actions}>
        <Button
          onPress={() => {
            ask({ text: '', unfinished: false, filters: { shelves: [fingerprint] } });
            focusResults();
          }}
        >
          {t('packs.trust.search')}
        </Button>
        <Button onPress={() => showPacks({ show: 'share', fingerprint })}>{t('packs.pass')}</Button>
      </div>
    );
  }
  return (
    <>
      <div className={styles.actions}>
        <Button look="primary" onPress={() => showPacks({ show: 'compare', fingerprint })}>
          {t('packs.trust.compare')}
        </Button>
        <Button onPress={() => showPacks({ show: 'share', fingerprint })}>{t('packs.pass')}</Button>
      </div>
      <ShelfSwitch fingerprint={fingerprint} />
    </>
  );
}

/** Shows the quarantined records alone in the list, and shows them no more. */
function ShelfSwitch({ fingerprint }: { fingerprint: string }) {
  const { t } = useWords();
  const { filters } = useAsked();
  const { ask } = navigate;
  const on = filters.shelves?.includes(fingerprint) ?? false;
  const change = (wanted: boolean) => {
    ask({ text: '', unfinished: false, filters: wanted ? { shelves: [fingerprint] } : {} });
    if (wanted) say(t('packs.trust.searchOn'));
  };
  return (
    <div>
      <Switch isSelected={on} onChange={change} className={controls.switch}>
        <span className={controls.track} aria-hidden="true" />
        {t('packs.trust.searchSwitch')}
      </Switch>
      <p className={styles.hint}>{t('packs.trust.searchHint')}</p>
    </div>
  );
}

/** The last things to do: what leaves traces or takes something away. */
export function PublisherActions({ ledger }: { ledger: PublisherLedger }) {
  const words = useWords();
  const { t, language } = words;
  const { showPacks } = navigate;
  const { publisher, records } = ledger;
  const { fingerprint, status } = publisher;
  const name = publisherName(publisher, words).text;
  return (
    <Section title={t('packs.ledger.more')}>
      <div className={styles.actions}>
        <Button onPress={() => void exportLedger(fingerprint, language)}>
          {t('packs.ledger.export')}
        </Button>
        {status === 'trusted' && <Quarantine fingerprint={fingerprint} />}
        <Removal
          label={t('packs.ledger.removePublisher')}
          title={t('packs.remove.publisherTitle', { name })}
          honest={[t('packs.remove.backWhole'), t('packs.remove.flash')]}
          begin={() => client.call('publisher.remove', { publisher: fingerprint })}
          onBegin={() => showPacks()}
        >
          <p>
            {t('packs.remove.publisherText', {
              records: t('packs.records', counted(records.current, words)),
            })}
          </p>
        </Removal>
      </div>
    </Section>
  );
}

function Quarantine({ fingerprint }: { fingerprint: string }) {
  const { t } = useWords();
  const memory = useQueryClient();
  const quarantine = async () => {
    try {
      await client.call('publisher.quarantine', { publisher: fingerprint });
      await memory.invalidateQueries({ queryKey: [ARCHIVE_KEY] });
      say(t('packs.trust.quarantined'));
    } catch (failure) {
      sayFailure(failure);
    }
  };
  return <Button onPress={() => void quarantine()}>{t('packs.trust.quarantine')}</Button>;
}
