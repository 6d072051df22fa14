// Answers the methods that are the shell's own: what the program is, its settings, the clipboard, printing.
import { app, type BrowserWindow, clipboard } from 'electron';
import type { AppInfo, Handlers, Parsed, ShellMethod } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { Settings } from '../../shared/settings.ts';
import type { ArchiveHost } from './archive-host.ts';
import { hasNodeApi } from './archive-launch.ts';
import { printToPdf } from './print.ts';
import { saveTo } from './save.ts';
import type { SettingsFile } from './settings-file.ts';

interface ShellOptions {
  window: BrowserWindow;
  archive: ArchiveHost;
  settings: SettingsFile;
  onSettings: (settings: Settings) => void;
  /** Told whenever the page shows what was asked for. */
  onShown: (shown: Parsed<'shell.shown'>) => void;
}

/** The handlers of all `shell.` methods. */
export function shellHandlers(options: ShellOptions): Handlers<ShellMethod> {
  const { window, archive, settings, onSettings, onShown } = options;
  return {
    'shell.info': () => appInfo(archive.runtime),
    'shell.settings': () => settings.get(),
    'shell.saveSettings': (change) => {
      const saved = settings.save(change);
      onSettings(saved);
      return saved;
    },
    'shell.copy': async ({ text }) => {
      await clipboard.writeText(text);
      return {};
    },
    'shell.printToPdf': (_input, { path }) => {
      if (path === undefined) throw new AppError('file_not_granted');
      return printToPdf(window, path);
    },
    'shell.saveDrawing': ({ content }, { path }) => {
      if (path === undefined) throw new AppError('file_not_granted');
      return saveTo(path, content);
    },
    'shell.shown': (shown) => {
      onShown(shown);
      return {};
    },
  };
}

function appInfo(archiveRuntime: string): AppInfo {
  const { electron, chrome, node, napi } = process.versions;
  return {
    version: app.getVersion(),
    electron,
    chromium: chrome,
    node,
    archiveRuntime,
    platform: `${process.platform} ${process.arch}`,
    fallback: !hasNodeApi(napi),
  };
}
