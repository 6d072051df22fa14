// Where the page's calls arrive: only our own window's own page is heard, and tokens become paths here.
import { type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { CHANNELS } from '../../shared/channels.ts';
import {
  contract,
  type GrantRequest,
  type Method,
  type Reply,
  type ShellMethod,
} from '../../shared/contract.ts';
import { AppError, toWireError } from '../../shared/errors.ts';
import { isOwnAddress } from './addresses.ts';
import type { ArchiveHost } from './archive-host.ts';
import { askForFile } from './dialogs.ts';
import type { Grants } from './grants.ts';

interface IpcOptions {
  window: BrowserWindow;
  archive: ArchiveHost;
  grants: Grants;
  /** Answers the methods that are the shell's own; never rejects. */
  answerShell: (method: ShellMethod, input: unknown, path?: string) => Promise<Reply>;
}

/** Answers the window's page until the program ends. */
export function serveIpc({ window, archive, grants, answerShell }: IpcOptions): void {
  const { webContents } = window;
  const heard = (event: IpcMainEvent | IpcMainInvokeEvent) => isFromPage(event, window);

  ipcMain.handle(CHANNELS.call, async (event, method: unknown, input: unknown, id: unknown) => {
    if (!heard(event)) throw new Error('refused');
    try {
      if (typeof method !== 'string' || typeof id !== 'number') {
        throw new AppError('invalid_input', { field: 'method', problem: 'a name and a number' });
      }
      const path = pathBehind(grants, method, input);
      if (isShellMethod(method)) return await answerShell(method, input, path);
      return await archive.call({ caller: webContents.id, id, method, input, path });
    } catch (error) {
      return refusal(error);
    }
  });
  ipcMain.on(CHANNELS.cancel, (event, id: unknown) => {
    if (heard(event) && typeof id === 'number') archive.cancel(webContents.id, id);
  });
  ipcMain.handle(CHANNELS.grant, async (event, purpose: unknown, name: unknown) => {
    if (!heard(event) || !isRequest(purpose)) return null;
    return askForFile(window, grants, {
      purpose,
      suggestedName: typeof name === 'string' ? name : '',
    });
  });
  ipcMain.handle(CHANNELS.grantDropped, (event, path: unknown) => {
    return heard(event) && typeof path === 'string' && path ? grants.give(path, 'open') : null;
  });
  // A page that is loaded anew has forgotten what it asked.
  webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) archive.cancel(webContents.id);
  });
}

function isFromPage(event: IpcMainEvent | IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame;
  return (
    !window.isDestroyed() &&
    event.sender === window.webContents &&
    frame === window.webContents.mainFrame &&
    isOwnAddress(frame.url)
  );
}

function pathBehind(grants: Grants, method: string, input: unknown): string | undefined {
  const called = Object.hasOwn(contract, method) ? contract[method as Method] : null;
  if (!called || !('grant' in called)) return undefined;
  return grants.take((input as { grant?: unknown } | null)?.grant, called.grant);
}

function isShellMethod(method: string): method is ShellMethod {
  return method.startsWith('shell.') && Object.hasOwn(contract, method);
}

const REQUESTS: ReadonlySet<unknown> = new Set<GrantRequest>([
  'open',
  'open-folder',
  'save',
  'save-folder',
]);

function isRequest(value: unknown): value is GrantRequest {
  return REQUESTS.has(value);
}

function refusal(error: unknown): Reply {
  return { ok: false, error: toWireError(error) };
}
