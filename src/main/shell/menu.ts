// Sets the window's menu in the reader's language.
import { type BrowserWindow, Menu } from 'electron';
import type { ShellCommand } from '../../shared/contract.ts';
import type { InterfaceLanguage } from '../../shared/settings.ts';
import { contextTemplate, menuTemplate } from './menu-template.ts';

/** Sets the menu; each chosen command is given to `send`. */
export function setMenu(
  language: InterfaceLanguage | null,
  send: (command: ShellCommand) => void,
): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, send)));
}

/** Offers to copy what is selected, and to edit where text is typed; `language` is asked at each click. */
export function offerContextMenu(
  window: BrowserWindow,
  language: () => InterfaceLanguage | null,
): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText }) => {
    const hasSelection = selectionText.trim() !== '';
    const template = contextTemplate(language(), { isEditable, hasSelection });
    if (template) Menu.buildFromTemplate(template).popup({ window });
  });
}
