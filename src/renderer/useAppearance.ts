// Language, direction, theme and text size of the whole page, as the settings say.
import { useEffect, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../shared/settings.ts';
import { textScale } from './views/settings/textSize.ts';
import { directionOf } from './wording/languages.ts';
import { systemLanguage } from './wording/systemLanguage.ts';

const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

function watchSystem(changed: () => void): () => void {
  systemIsDark.addEventListener('change', changed);
  return () => systemIsDark.removeEventListener('change', changed);
}

/** Keeps the page's root element true to the settings. */
export function useAppearance(settings: Settings): void {
  const { i18n } = useTranslation();
  const dark = useSyncExternalStore(watchSystem, () => systemIsDark.matches);
  const language = settings.language ?? systemLanguage(navigator.languages);
  const theme = settings.theme === 'system' ? (dark ? 'dark' : 'light') : settings.theme;
  const { textSize, urduReading } = settings;

  useEffect(() => {
    if (i18n.language !== language) void i18n.changeLanguage(language);
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
    document.title = i18n.getFixedT(language)('app.name');
  }, [i18n, language]);
  useEffect(() => {
    const root = document.documentElement;
    root.dataset.theme = theme;
    root.dataset.urduReading = urduReading;
    root.style.setProperty('--text-scale', String(textScale(textSize)));
  }, [theme, urduReading, textSize]);
}
