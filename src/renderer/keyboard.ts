// Which key asks for which command; the window's menu shows the same keys.
import type { Command } from './commands.ts';

export interface KeyPress {
  key: string;
  /** The physical key, for layouts whose letters are not Latin. */
  code: string;
  ctrl: boolean;
  alt: boolean;
  shift: boolean;
  /** True while the reader types into a field. */
  typing: boolean;
  /** Whether letters and signs alone ask for anything. */
  letters: boolean;
}

const WITH_CTRL: Record<string, Command> = {
  KeyK: 'search',
  KeyL: 'search',
  KeyF: 'find',
  KeyG: 'next-match',
  KeyP: 'print',
  KeyO: 'open-file',
  KeyT: 'timeline',
  KeyD: 'compare',
  KeyW: 'close-tab',
  Tab: 'next-tab',
  Enter: 'open-beside',
  NumpadEnter: 'open-beside',
  Equal: 'larger-text',
  NumpadAdd: 'larger-text',
  Minus: 'smaller-text',
  NumpadSubtract: 'smaller-text',
  Digit0: 'normal-text',
  Numpad0: 'normal-text',
  Comma: 'settings',
};

const WITH_CTRL_SHIFT: Record<string, Command> = {
  KeyC: 'copy-citation',
  KeyO: 'packs',
  KeyG: 'previous-match',
  KeyT: 'reopen-tab',
  Tab: 'previous-tab',
  // On many keyboards plus is typed with Shift.
  Equal: 'larger-text',
};

const ALONE: Record<string, Command> = {
  KeyJ: 'next-result',
  KeyK: 'previous-result',
  KeyN: 'next-match',
};

function functionKey({ key, shift }: KeyPress): Command | null {
  if (key === 'F1') return 'help';
  if (key === 'F3') return shift ? 'previous-match' : 'next-match';
  if (key === 'F6') return 'other-pane';
  return key === 'Escape' ? 'escape' : null;
}

function alone(press: KeyPress): Command | null {
  if (press.key === '/') return 'search';
  if (press.key === '?' || press.key === '؟') return 'help';
  if (press.shift) return press.code === 'KeyN' ? 'previous-match' : null;
  return ALONE[press.code] ?? null;
}

/** The command that a key press asks for; `null` where it asks for none. `rightToLeft` turns Alt and the arrows. */
export function commandOf(press: KeyPress, rightToLeft: boolean): Command | null {
  const { key, code, ctrl, alt, shift, typing, letters } = press;
  if (alt && !ctrl) {
    if (key === 'ArrowLeft') return rightToLeft ? 'forward' : 'back';
    if (key === 'ArrowRight') return rightToLeft ? 'back' : 'forward';
    return null;
  }
  if (ctrl && !alt) return (shift ? WITH_CTRL_SHIFT : WITH_CTRL)[code] ?? null;
  if (alt) return null;
  return functionKey(press) ?? (typing || !letters ? null : alone(press));
}

/** How the keys that go back and forward are written: the arrow points where the page turns. */
export function turningKeys(rightToLeft: boolean): { back: string; forward: string } {
  return rightToLeft ? { back: 'Alt →', forward: 'Alt ←' } : { back: 'Alt ←', forward: 'Alt →' };
}
