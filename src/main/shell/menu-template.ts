// What is in the window's menu: items only send commands to the page, so that keys and menu always agree.
import type { MenuItemConstructorOptions } from 'electron';
import type { ShellCommand } from '../../shared/contract.ts';
import type { InterfaceLanguage } from '../../shared/settings.ts';
import { type MenuWord, menuLabels } from './menu-labels.ts';

const GAP = '-';

const MENUS: [MenuWord, (MenuWord | typeof GAP)[]][] = [
  ['file', ['open-file', 'packs', GAP, 'print', GAP, 'settings', GAP, 'quit']],
  ['edit', ['undo', 'redo', GAP, 'cut', 'copy', 'paste', 'select-all', GAP, 'copy-citation']],
  [
    'view',
    ['timeline', 'compare', GAP, 'larger-text', 'smaller-text', 'normal-text', GAP, 'full-screen'],
  ],
  ['go', ['search', 'back', 'forward', 'other-pane', GAP, 'find', 'next-match', 'previous-match']],
  ['tabs', ['open-beside', 'next-tab', 'previous-tab', GAP, 'close-tab', 'reopen-tab']],
  ['help', ['help']],
];

/** What the system does by itself. */
const ROLES: Partial<Record<MenuWord, MenuItemConstructorOptions['role']>> = {
  undo: 'undo',
  redo: 'redo',
  cut: 'cut',
  copy: 'copy',
  paste: 'paste',
  'select-all': 'selectAll',
  'full-screen': 'togglefullscreen',
  quit: 'quit',
};

const onMac = process.platform === 'darwin';

/** Back points to where a reader comes from: to the left, and to the right in a language read from there. */
const arrowKeys = (language: InterfaceLanguage | null): Partial<Record<MenuWord, string>> => {
  const [left, right] = onMac ? ['Cmd+[', 'Cmd+]'] : ['Alt+Left', 'Alt+Right'];
  return language === 'ur' ? { back: right, forward: left } : { back: left, forward: right };
};

const KEYS: Partial<Record<MenuWord, string>> = {
  search: 'CmdOrCtrl+K',
  find: 'CmdOrCtrl+F',
  'next-match': onMac ? 'Cmd+G' : 'F3',
  'previous-match': onMac ? 'Cmd+Shift+G' : 'Shift+F3',
  compare: 'CmdOrCtrl+D',
  'other-pane': 'F6',
  'open-beside': 'CmdOrCtrl+Enter',
  'next-tab': 'Ctrl+Tab',
  'previous-tab': 'Ctrl+Shift+Tab',
  'close-tab': 'CmdOrCtrl+W',
  'reopen-tab': 'CmdOrCtrl+Shift+T',
  'copy-citation': 'CmdOrCtrl+Shift+C',
  print: 'CmdOrCtrl+P',
  'larger-text': 'CmdOrCtrl+Plus',
  'smaller-text': 'CmdOrCtrl+-',
  'normal-text': 'CmdOrCtrl+0',
  'open-file': 'CmdOrCtrl+O',
  packs: 'CmdOrCtrl+Shift+O',
  timeline: 'CmdOrCtrl+T',
  settings: 'CmdOrCtrl+,',
  help: 'F1',
};

/** The menu in a language; each chosen command is given to `send`. */
export function menuTemplate(
  language: InterfaceLanguage | null,
  send: (command: ShellCommand) => void,
): MenuItemConstructorOptions[] {
  const labels = menuLabels(language);
  const keys = { ...KEYS, ...arrowKeys(language) };
  const item = (name: MenuWord | typeof GAP): MenuItemConstructorOptions => {
    if (name === GAP) return { type: 'separator' };
    const role = ROLES[name];
    if (role) return { label: labels[name], role };
    const click = () => send(name as ShellCommand);
    return { id: name, label: labels[name], accelerator: keys[name], click };
  };
  return MENUS.map(([name, items]) => ({ label: labels[name], submenu: items.map(item) }));
}

/** What a click with the other mouse button offers for a text; null where nothing can be done with it. */
export function contextTemplate(
  language: InterfaceLanguage | null,
  { isEditable, hasSelection }: { isEditable: boolean; hasSelection: boolean },
): MenuItemConstructorOptions[] | null {
  if (!isEditable && !hasSelection) return null;
  const labels = menuLabels(language);
  const names = isEditable
    ? (['cut', 'copy', 'paste', 'select-all'] as const)
    : (['copy'] as const);
  return names.map((name) => ({ label: labels[name], role: ROLES[name] }));
}
