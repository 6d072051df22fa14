// Keys ask for what the sheet of keys says, in every keyboard layout, and never while typing.
import { describe, expect, it } from 'vitest';
import { commandOf, type KeyPress, turningKeys } from '../../src/renderer/keyboard.ts';

const press = (key: string, code: string, rest: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrl: false,
  alt: false,
  shift: false,
  typing: false,
  letters: true,
  ...rest,
});

describe('keys', () => {
  it('search, leaf and step through matches', () => {
    expect(commandOf(press('/', 'Slash'), false)).toBe('search');
    expect(commandOf(press('k', 'KeyK', { ctrl: true }), false)).toBe('search');
    expect(commandOf(press('j', 'KeyJ'), false)).toBe('next-result');
    expect(commandOf(press('n', 'KeyN'), false)).toBe('next-match');
    expect(commandOf(press('N', 'KeyN', { shift: true }), false)).toBe('previous-match');
    expect(commandOf(press('F3', 'F3', { shift: true }), false)).toBe('previous-match');
    expect(commandOf(press('?', 'Slash', { shift: true }), false)).toBe('help');
  });

  it('open, change, close and bring back tabs', () => {
    const ctrl = (code: string, shift = false) =>
      commandOf(press(code, code, { ctrl: true, shift }), false);
    expect(ctrl('Enter')).toBe('open-beside');
    expect(ctrl('Tab')).toBe('next-tab');
    expect(ctrl('Tab', true)).toBe('previous-tab');
    expect(ctrl('KeyW')).toBe('close-tab');
    expect(ctrl('KeyT', true)).toBe('reopen-tab');
    expect(ctrl('KeyD')).toBe('compare');
  });

  it('are the same places on a keyboard that types Urdu', () => {
    expect(commandOf(press('ن', 'KeyN'), true)).toBe('next-match');
    expect(commandOf(press('ک', 'KeyK', { ctrl: true }), true)).toBe('search');
    expect(commandOf(press('؟', 'Slash', { shift: true }), true)).toBe('help');
  });

  it('turn with the direction of the page', () => {
    const left = press('ArrowLeft', 'ArrowLeft', { alt: true });
    expect(commandOf(left, false)).toBe('back');
    expect(commandOf(left, true)).toBe('forward');
    expect(turningKeys(false)).toEqual({ back: 'Alt ←', forward: 'Alt →' });
    expect(turningKeys(true)).toEqual({ back: 'Alt →', forward: 'Alt ←' });
  });

  it('leave letters alone while the reader types, but not the keys with Ctrl', () => {
    expect(commandOf(press('n', 'KeyN', { typing: true }), false)).toBeNull();
    expect(commandOf(press('/', 'Slash', { typing: true }), false)).toBeNull();
    expect(commandOf(press('f', 'KeyF', { typing: true, ctrl: true }), false)).toBe('find');
    expect(commandOf(press('Escape', 'Escape', { typing: true }), false)).toBe('escape');
  });

  it('are not asked for by letters alone where the reader wants that, but by all others', () => {
    expect(commandOf(press('n', 'KeyN', { letters: false }), false)).toBeNull();
    expect(commandOf(press('/', 'Slash', { letters: false }), false)).toBeNull();
    expect(commandOf(press('F3', 'F3', { letters: false }), false)).toBe('next-match');
    expect(commandOf(press('Escape', 'Escape', { letters: false }), false)).toBe('escape');
  });

  it('leave copying to the system', () => {
    expect(commandOf(press('c', 'KeyC', { ctrl: true }), false)).toBeNull();
    expect(commandOf(press('C', 'KeyC', { ctrl: true, shift: true }), false)).toBe('copy-citation');
    expect(commandOf(press('a', 'KeyA', { ctrl: true }), false)).toBeNull();
  });

  it('do nothing with AltGr, which types letters on many keyboards', () => {
    expect(commandOf(press('@', 'KeyF', { ctrl: true, alt: true }), false)).toBeNull();
  });
});
