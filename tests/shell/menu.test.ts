// The menu: every command once, in both languages, no key twice.
import { describe, expect, test } from 'vitest';
import { contextTemplate, menuTemplate } from '../../src/main/shell/menu-template.ts';

type Item = ReturnType<typeof menuTemplate>[number];

const COMMANDS = [
  'back',
  'close-tab',
  'compare',
  'copy-citation',
  'find',
  'forward',
  'help',
  'larger-text',
  'next-match',
  'next-tab',
  'normal-text',
  'open-beside',
  'open-file',
  'other-pane',
  'packs',
  'previous-match',
  'previous-tab',
  'print',
  'reopen-tab',
  'search',
  'settings',
  'smaller-text',
  'timeline',
];

function items(language: 'en' | 'ur' | null, send: (command: string) => void = () => {}): Item[] {
  return menuTemplate(language, send).flatMap(({ submenu }) => submenu as Item[]);
}

describe('the menu', () => {
  test('has every command that the page understands, each once', () => {
    const sent: string[] = [];
    for (const item of items('en', (command) => sent.push(command))) (item.click as () => void)?.();
    expect(sent.toSorted()).toEqual(COMMANDS);
  });

  test('has no key twice', () => {
    const keys = items('en').flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('is English until a language was chosen, and all Urdu in Urdu', () => {
    const labels = (language: 'en' | 'ur' | null) =>
      items(language).flatMap(({ label }) => label ?? []);
    expect(labels(null)).toEqual(labels('en'));
    for (const label of labels('ur')) expect(label).toMatch(/^[\u0600-\u06ff …]+$/);
  });

  test('points back to where the reader comes from', () => {
    const key = (language: 'en' | 'ur', id: string) =>
      items(language).find((item) => item.id === id)?.accelerator;
    expect(key('en', 'back')).toBe(key('ur', 'forward'));
    expect(key('ur', 'back')).toBe(key('en', 'forward'));
  });
});

describe('the other mouse button', () => {
  const labels = (isEditable: boolean, hasSelection: boolean) =>
    contextTemplate('en', { isEditable, hasSelection })?.map(({ label }) => label);

  test('copies what is selected, edits where text is typed, and does nothing else', () => {
    expect(labels(false, true)).toEqual(['Copy']);
    expect(labels(true, false)).toEqual(['Cut', 'Copy', 'Paste', 'Select All']);
    expect(labels(false, false)).toBeUndefined();
  });
});
