// The interface's language before the reader has chosen one.
import type { InterfaceLanguage } from '../../shared/settings.ts';

/** The first of the system's languages that the interface speaks; English where it speaks none. */
export function systemLanguage(languages: readonly string[]): InterfaceLanguage {
  const spoken = languages.map((tag) => tag.split('-')[0]?.toLowerCase());
  return spoken.find((language) => language === 'en' || language === 'ur') === 'ur' ? 'ur' : 'en';
}
