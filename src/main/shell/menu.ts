// Sets the window's menu in the reader's language.
import { Menu } from 'electron';
import type { ShellCommand } from '../../shared/contract.ts';
import type { InterfaceLanguage } from '../../shared/settings.ts';
import { menuTemplate } from './menu-template.ts';

/** Sets the menu; each chosen command is given to `send`. */
export function setMenu(
  language: InterfaceLanguage | null,
  send: (command: ShellCommand) => void,
): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, send)));
}
