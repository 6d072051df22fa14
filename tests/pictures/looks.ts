// How every view is pictured: light, dark, Urdu, wide and small.
import type { Settings } from '../../src/shared/settings.ts';

export interface Look {
  name: string;
  settings: Partial<Settings>;
  size: [width: number, height: number];
}

export const LOOKS: Look[] = [
  { name: 'light', settings: { theme: 'light', language: 'en' }, size: [1280, 800] },
  { name: 'dark', settings: { theme: 'dark', language: 'en' }, size: [1280, 800] },
  { name: 'urdu', settings: { theme: 'light', language: 'ur' }, size: [1280, 800] },
  { name: 'urdu-dark', settings: { theme: 'dark', language: 'ur' }, size: [1280, 800] },
  { name: 'small', settings: { theme: 'light', language: 'en' }, size: [900, 600] },
  { name: 'small-urdu', settings: { theme: 'light', language: 'ur' }, size: [900, 600] },
  { name: 'wide', settings: { theme: 'light', language: 'en' }, size: [1680, 1000] },
];
