// The settings: language, appearance, texts; what the archive holds; what the program is.
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { InterfaceLanguage, Settings } from '../../../shared/settings.ts';
import { Button } from '../../components/Button.tsx';
import { TITLE_ID } from '../../focus.ts';
import { CALENDAR_CHOICES } from '../../wording/calendars.ts';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import { Toolbar } from '../reader/Toolbar.tsx';
import { ArchiveSettings } from './ArchiveSettings.tsx';
import styles from './SettingsView.module.css';
import { LARGEST, SMALLEST, steppedSize, textScale } from './textSize.ts';
import { useAppInfo, useSaveSettings } from './useSettings.ts';

interface ChoiceProps<V extends string> {
  label: string;
  hint?: string;
  value: V;
  choices: [V, string][];
  onChange: (value: V) => void;
}

function Choice<V extends string>({ label, hint, value, choices, onChange }: ChoiceProps<V>) {
  return (
    <RadioGroup
      value={value}
      onChange={(chosen) => onChange(chosen as V)}
      orientation="horizontal"
      className={styles.choice}
    >
      <Label className={styles.label}>{label}</Label>
      <div className={styles.radios}>
        {choices.map(([key, name]) => (
          <Radio key={key} value={key} className={styles.radio}>
            <bdi>{name}</bdi>
          </Radio>
        ))}
      </div>
      {hint && <p className={styles.hint}>{hint}</p>}
    </RadioGroup>
  );
}

/** The names of the interface's languages, each in itself. */
export const LANGUAGE_NAMES: [InterfaceLanguage, string][] = [
  ['en', 'English'],
  ['ur', 'اردو'],
];

/** Everything that the window remembers. */
export function SettingsView({ settings }: { settings: Settings }) {
  const words = useWords();
  const { t, language } = words;
  const save = useSaveSettings();
  return (
    <>
      <Toolbar />
      <div className={styles.pane}>
        <div className={styles.page}>
          <h1 id={TITLE_ID} tabIndex={-1} className={styles.title}>
            {t('settings.title')}
          </h1>
          <Choice
            label={t('settings.language')}
            value={language}
            choices={LANGUAGE_NAMES}
            onChange={(chosen) => save({ language: chosen })}
          />
          <Choice
            label={t('settings.theme')}
            value={settings.theme}
            choices={(['system', 'light', 'dark'] as const).map((key) => [
              key,
              t(`settings.${key}`),
            ])}
            onChange={(theme) => save({ theme })}
          />
          <TextSize settings={settings} />
          <Choice
            label={t('settings.urduReading')}
            value={settings.urduReading}
            choices={(['nastaliq', 'naskh'] as const).map((key) => [key, t(`settings.${key}`)])}
            onChange={(urduReading) => save({ urduReading })}
          />
          {language === 'ur' && (
            <Choice
              label={t('settings.digits')}
              hint={t('settings.digitsHint')}
              value={settings.digits}
              choices={(['latin', 'native'] as const).map((key) => [key, t(`settings.${key}`)])}
              onChange={(digits) => save({ digits })}
            />
          )}
          <Choice
            label={t('settings.calendar')}
            hint={t('settings.calendarHint')}
            value={settings.calendar}
            choices={CALENDAR_CHOICES.map((key) => [key, t(`settings.calendars.${key}`)])}
            onChange={(calendar) => save({ calendar })}
          />
          <Choice
            label={t('settings.letterKeys')}
            hint={t('settings.letterKeysHint')}
            value={settings.letterKeys ? 'on' : 'off'}
            choices={(['on', 'off'] as const).map((key) => [key, t(`settings.${key}`)])}
            onChange={(key) => save({ letterKeys: key === 'on' })}
          />
          <p className={styles.hint}>{t('settings.private')}</p>
          <ArchiveSettings />
          <About />
        </div>
      </div>
    </>
  );
}

function TextSize({ settings }: { settings: Settings }) {
  const words = useWords();
  const { t } = words;
  const save = useSaveSettings();
  const step = (by: 1 | -1 | 'normal') => save({ textSize: steppedSize(settings, by) });
  const percent = Math.round(textScale(settings.textSize) * 100);
  return (
    <div className={styles.choice} role="group" aria-label={t('settings.textSize')}>
      <span className={styles.label}>{t('settings.textSize')}</span>
      <div className={styles.radios}>
        <Button isDisabled={settings.textSize <= SMALLEST} onPress={() => step(-1)}>
          {t('toolbar.smaller')}
        </Button>
        <Button isDisabled={settings.textSize >= LARGEST} onPress={() => step(1)}>
          {t('toolbar.larger')}
        </Button>
        <Button isDisabled={settings.textSize === 0} onPress={() => step('normal')}>
          {t('settings.normal')}
        </Button>
        <span role="status" className={styles.percent}>
          {wordNumber(percent, words)} %
        </span>
      </div>
      <p className={styles.sample}>{t('settings.sample')}</p>
      <p className={styles.hint}>{t('settings.textSizeHint')}</p>
    </div>
  );
}

function About() {
  const { t } = useWords();
  const info = useAppInfo();
  if (!info) return null;
  return (
    <section className={styles.section} aria-label={t('settings.about')}>
      <h2 className={styles.heading}>{t('settings.about')}</h2>
      <p>{t('settings.version', { version: info.version })}</p>
      <p className={styles.hint}>{t('settings.runtime', { ...info })}</p>
      {info.fallback && <p className={styles.hint}>{t('settings.fallback')}</p>}
    </section>
  );
}
