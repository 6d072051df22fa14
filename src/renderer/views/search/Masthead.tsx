// The name of the program, and the ways to settings and help.
import { IconButton } from '../../components/Button.tsx';
import { navigate } from '../../navigation.ts';
import { useWords } from '../../wording/useWords.ts';
import styles from './Masthead.module.css';

/** The head of the list side; the name leads back to the beginning. */
export function Masthead() {
  const { t, language } = useWords();
  const { show, showPacks, openTimeline } = navigate;
  return (
    <header className={styles.masthead}>
      <h1 className={styles.name}>
        <button type="button" className={styles.home} onClick={() => show('start')}>
          {t('app.name')}
          <span
            lang={language === 'en' ? 'ur' : 'en'}
            dir={language === 'en' ? 'rtl' : 'ltr'}
            aria-hidden="true"
            className={styles.other}
          >
            {language === 'en' ? 'محفوظ' : 'Mahfuz'}
          </span>
        </button>
      </h1>
      <IconButton
        icon="timeline"
        label={t('timeline.title')}
        shortcut="Ctrl T"
        onPress={() => openTimeline()}
      />
      <IconButton
        icon="packs"
        label={t('packs.title')}
        shortcut="Ctrl Shift O"
        onPress={() => showPacks()}
      />
      <IconButton
        icon="settings"
        label={t('settings.title')}
        shortcut="Ctrl ,"
        onPress={() => show('settings')}
      />
      <IconButton icon="help" label={t('help.title')} shortcut="F1" onPress={() => show('help')} />
    </header>
  );
}
