// What is read before any record: at the first run the language and what to know, later a quiet beginning.
import type { Settings } from '../../../shared/settings.ts';
import { Button } from '../../components/Button.tsx';
import { focusResults } from '../../focus.ts';
import { useWords } from '../../wording/useWords.ts';
import { LANGUAGE_NAMES } from '../settings/SettingsView.tsx';
import { useSaveSettings } from '../settings/useSettings.ts';
import { CannotProve, Contents, Examples } from './ArchiveSummary.tsx';
import styles from './HelpView.module.css';

/** The page beside the list while no record is open. */
export function StartView({ settings }: { settings: Settings }) {
  const { t } = useWords();
  const first = !settings.welcomed;
  return (
    <div className={styles.pane}>
      <div className={styles.page}>
        {first ? <FirstRun /> : <p className={styles.nameplate}>{t('start.nameplate')}</p>}
        <Contents />
        <Examples />
        {first && <CannotProve />}
        {first ? <Begin /> : <p className={styles.hint}>{t('start.choose')}</p>}
      </div>
    </div>
  );
}

function FirstRun() {
  const { t, language } = useWords();
  const save = useSaveSettings();
  return (
    <header className={styles.first}>
      <h1 className={styles.title}>{t('start.firstTitle')}</h1>
      <p className={styles.prose}>{t('start.firstLead')}</p>
      <div role="group" aria-label={t('start.languageTitle')} className={styles.languages}>
        {LANGUAGE_NAMES.map(([key, name]) => (
          <button
            key={key}
            type="button"
            lang={key}
            aria-pressed={language === key}
            className={styles.language}
            onClick={() => save({ language: key })}
          >
            {name}
          </button>
        ))}
      </div>
    </header>
  );
}

function Begin() {
  const { t, language } = useWords();
  const save = useSaveSettings();
  const begin = () => {
    save({ welcomed: true, language });
    focusResults();
  };
  return (
    <div className={styles.begin}>
      <Button look="primary" onPress={begin}>
        {t('start.begin')}
      </Button>
      <span className={styles.hint}>{t('start.helpLater')}</span>
    </div>
  );
}
