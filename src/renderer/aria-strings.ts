// The few words that React Aria says by itself, in the interface's language (it knows no Urdu).
import type { i18n } from 'i18next';

declare global {
  interface Window {
    [key: symbol]: unknown;
  }
}

/**
 * Gives React Aria its words; must run before anything is drawn. It looks them up once and keeps what it finds,
 * so each is a function that answers in the language of the moment.
 */
export function giveAriaStrings(words: i18n): void {
  window[Symbol.for('react-aria.i18n.locale')] = 'en-US';
  window[Symbol.for('react-aria.i18n.strings')] = {
    '@react-aria/overlays': { dismiss: () => words.t('aria.dismiss') },
    '@react-aria/menu': { longPressMessage: () => words.t('aria.longPress') },
    'react-aria-components': { selectPlaceholder: () => words.t('aria.choose') },
  };
}
