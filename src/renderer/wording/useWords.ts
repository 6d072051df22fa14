// The words of the interface for a component: language, digits and catalogue.
import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { InterfaceLanguage, Settings } from '../../shared/settings.ts';
import type { Words } from './words.ts';

/** The digits that the reader chose. */
export const Digits = createContext<Settings['digits']>('latin');

/** Everything that wording needs, in the interface's present language. */
export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const digits = useContext(Digits);
  const language = i18n.language as InterfaceLanguage;
  return useMemo(() => ({ t, language, digits }), [t, language, digits]);
}
