// The one window: its page runs sandboxed, isolated and without Node, in a session that is kept in memory only.
import { join } from 'node:path';
import { BrowserWindow, nativeTheme, session } from 'electron';
import icon from './icon.png?asset';
import type { Settings } from '../../shared/settings.ts';
import { devServer } from './addresses.ts';
import { serveOwnScheme } from './own-protocol.ts';
import type { SettingsFile } from './settings-file.ts';

/** Opens the window for the page in `out/renderer`; `out` is the folder of what was built. */
export function openWindow(out: string, settings: SettingsFile): BrowserWindow {
  // A name without `persist:` keeps cookies, caches and storage in memory.
  const inMemory = session.fromPartition('reader', { cache: false });
  if (!devServer) serveOwnScheme(inMemory, join(out, 'renderer'));
  showTheme(settings.get());
  const { width = 1200, height = 820, maximized = false } = settings.get().window ?? {};
  const window = new BrowserWindow({
    width,
    height,
    minWidth: 480,
    minHeight: 360,
    show: false,
    title: 'Mahfuz',
    // Windows and macOS take it from the program's own file.
    icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16181b' : '#fbfaf7',
    webPreferences: {
      preload: join(out, 'preload', 'index.cjs'),
      session: inMemory,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      webgl: false,
      plugins: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      devTools: import.meta.env.DEV,
    },
  });
  if (maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => rememberSize(window, settings));
  return window;
}

/** Lets the window and the page follow the chosen theme. */
export function showTheme({ theme }: Settings): void {
  nativeTheme.themeSource = theme;
}

function rememberSize(window: BrowserWindow, settings: SettingsFile): void {
  const { width, height } = window.getNormalBounds();
  try {
    settings.save({ window: { width, height, maximized: window.isMaximized() } });
  } catch {
    // A size that cannot be kept is no reason to keep a window open.
  }
}
