// The words of the interface in every language it speaks, and the direction each is written in.
import i18next, { createInstance, type i18n, type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { InterfaceLanguage } from '../shared/settings.ts';
import en from './locales/en/index.ts';
import ur from './locales/ur/index.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

export const CATALOGUES: Record<InterfaceLanguage, object> = { en, ur };

const OPTIONS = {
  resources: { en: { translation: en }, ur: { translation: ur } },
  fallbackLng: 'en',
  // React escapes what it shows.
  interpolation: { escapeValue: false },
  initAsync: false,
} as const;

/** Starts the page's translations in a language. */
export function startTranslations(language: InterfaceLanguage): i18n {
  void i18next.use(initReactI18next).init({ ...OPTIONS, lng: language });
  return i18next;
}

/** The words of one language, for code that runs without a page. */
export function fixedWords(language: InterfaceLanguage): TFunction {
  const instance = createInstance();
  void instance.init({ ...OPTIONS, lng: language });
  return instance.getFixedT(language);
}
