// Puts the window together: settings, session, archive, menu and what the page may ask.
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { CHANNELS } from '../../shared/channels.ts';
import type { ArchiveState, Handlers, Reply, ShellMethod } from '../../shared/contract.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Emit } from '../../shared/wire.ts';
import { layout } from '../data-folder/layout.ts';
import { ArchiveHost } from './archive-host.ts';
import { launchArchive } from './archive-launch.ts';
import { endInOrder } from './ending.ts';
import { createGrants } from './grants.ts';
import { serveIpc } from './ipc.ts';
import { offerContextMenu, setMenu } from './menu.ts';
import { keepPage } from './page-life.ts';
import { screenshotTo } from './screenshot.ts';
import { openSettings } from './settings-file.ts';
import { shellHandlers } from './shell-handlers.ts';
import { wipeAtStart } from './transient.ts';
import { openWindow, showTheme } from './window.ts';

/** Where everything is: the data folder, Chromium's traces, what was built, the archive process's door. */
export interface Places {
  folder: string;
  traces: string;
  built: string;
  archiveEntry: string;
}

interface AppOptions {
  /** Makes handlers into what answers a call; it parses the input and never rejects. */
  answerWith: (
    handlers: Handlers<ShellMethod>,
  ) => (method: ShellMethod, input: unknown, path?: string) => Promise<Reply>;
  screenshot?: string | undefined;
}

/** Opens the window and the archive; must come after the app is ready. */
export async function openApp(places: Places, options: AppOptions): Promise<void> {
  wipeAtStart(places.traces);
  const settings = openSettings(layout(places.folder).settings);
  const screenshot = options.screenshot ? screenshotTo(options.screenshot) : null;
  const emit = emitToPage((state) => screenshot?.watch(state));
  // The archive opens while the window is made.
  const archive = openArchive(places, emit);
  const window = openWindow(places.built, settings);
  endInOrder(archive, places.traces);
  app.on('second-instance', () => bringToFront(window));
  followSettings(settings.get(), emit);
  offerContextMenu(window, () => settings.get().language);

  const handlers = shellHandlers({
    window,
    archive,
    settings,
    onSettings: (now) => followSettings(now, emit),
    onShown: (shown) => void screenshot?.take(window, shown),
  });
  const answerShell = options.answerWith(handlers);
  serveIpc({ window, archive, grants: createGrants(), answerShell });
  // Only now is everything there that the page asks for.
  await keepPage(window.webContents);
}

function openArchive({ folder, built, archiveEntry }: Places, emit: Emit): ArchiveHost {
  const args = [folder, join(built, 'bundled')];
  return new ArchiveHost({
    emit,
    launch: (handlers) => launchArchive({ entry: archiveEntry, args, ...handlers }),
  });
}

function emitToPage(onState: (state: ArchiveState) => void): Emit {
  return (event, payload) => {
    if (event === 'archive.state') onState(payload as ArchiveState);
    for (const window of BrowserWindow.getAllWindows()) {
      window.webContents.send(CHANNELS.event, event, payload);
    }
  };
}

function followSettings(settings: Settings, emit: Emit): void {
  showTheme(settings);
  setMenu(settings.language, (command) => emit('shell.command', { command }));
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
