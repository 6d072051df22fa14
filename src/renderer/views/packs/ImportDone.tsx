// What an import did, and what can be done next.
import type { PackImportReport } from '../../../shared/pack.ts';
import { client } from '../../client.ts';
import { Button } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { focusResults } from '../../focus.ts';
import { navigate } from '../../navigation.ts';
import { useWords } from '../../wording/useWords.ts';
import { Notes } from './Notes.tsx';
import cards from './Card.module.css';
import styles from './Packs.module.css';
import { Removal } from './Removal.tsx';
import { forgetPack } from './usePacks.ts';
import { wordPackImport } from './wording.ts';

/** The report of an import. */
export function ImportDone({ report }: { report: PackImportReport }) {
  const words = useWords();
  const { t } = words;
  const { showPacks, ask } = navigate;
  const { publisher, status, notes, cancelled } = report;
  return (
    <section className={cards.card} aria-label={t('packs.done.title')} role="status">
      <h2 className={cards.doneTitle}>
        <Icon name={cancelled ? 'warning' : 'check'} />
        {t(cancelled ? 'packs.done.stopped' : 'packs.done.title')}
      </h2>
      <ul className={styles.lines}>
        {wordPackImport(report, words).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Notes notes={notes.filter(({ code }) => code !== 'no-root')} />
      <div className={styles.actions}>
        {status === 'quarantined' && (
          <Button
            look="primary"
            onPress={() => showPacks({ show: 'compare', fingerprint: publisher })}
          >
            {t('packs.trust.compare')}
          </Button>
        )}
        <Button
          onPress={() => {
            ask({ text: '', unfinished: false, filters: { shelves: [publisher] } });
            focusResults();
          }}
        >
          {t('packs.done.records')}
        </Button>
        <Button onPress={() => showPacks({ show: 'publisher', fingerprint: publisher })}>
          {t('packs.done.publisher')}
        </Button>
        <Button onPress={() => showPacks({ show: 'share', fingerprint: publisher })}>
          {t('packs.done.pass')}
        </Button>
        {report.import !== null && <Undo publisher={publisher} number={report.import} />}
      </div>
    </section>
  );
}

function Undo({ publisher, number }: { publisher: string; number: number }) {
  const { t } = useWords();
  return (
    <Removal
      label={t('packs.done.undo')}
      title={t('packs.remove.undoTitle')}
      honest={[t('packs.remove.back'), t('packs.remove.flash')]}
      confirm={t('packs.remove.confirmUndo')}
      begin={() => client.call('pack.undo', { publisher, import: number })}
      onBegin={forgetPack}
    >
      <p>{t('packs.remove.undoText')}</p>
    </Removal>
  );
}
