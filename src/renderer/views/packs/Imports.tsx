// The imports of a publisher's packs; each can be taken back as a whole.
import type { PublisherLedger } from '../../../shared/pack.ts';
import { client } from '../../client.ts';
import { navigate } from '../../navigation.ts';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import { Section } from '../reader/Section.tsx';
import styles from './Packs.module.css';
import { Removal } from './Removal.tsx';
import { counted } from './wording.ts';

/** What was imported, in its order; each can be taken back as a whole. */
export function Imports({ ledger }: { ledger: PublisherLedger }) {
  const words = useWords();
  const { t } = words;
  const { showPacks } = navigate;
  const { fingerprint } = ledger.publisher;
  if (ledger.imports.length === 0) return null;
  return (
    <Section title={t('packs.ledger.imports')}>
      <ul className={styles.imports}>
        {ledger.imports.map((one) => (
          <li key={one.import}>
            <span>
              {t('packs.ledger.import', {
                ...counted(one.files, words),
                number: wordNumber(one.import, words),
                version: wordNumber(one.listVersion, words),
              })}
            </span>
            <Removal
              label={t('packs.ledger.undo')}
              title={t('packs.remove.undoTitle')}
              honest={[t('packs.remove.back'), t('packs.remove.flash')]}
              confirm={t('packs.remove.confirmUndo')}
              begin={() => client.call('pack.undo', { publisher: fingerprint, import: one.import })}
              onBegin={() => one.first && showPacks()}
            >
              <p>{t('packs.remove.undoText')}</p>
              {one.first && <p>{t('packs.remove.undoFirst')}</p>}
            </Removal>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{t('packs.ledger.noTimes')}</p>
    </Section>
  );
}
