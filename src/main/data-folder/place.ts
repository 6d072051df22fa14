// Finds the data folder: what the user said, else a portable one beside the launcher, else the system's place for it.
import { statSync } from 'node:fs';
import { posix, win32 } from 'node:path';

export interface PlaceHints {
  /** The folder given with --data, where one was. */
  argument?: string | undefined;
  environment: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  /** The home folder of the account. */
  home: string;
  /** The folder that holds package.json, or the packaged program. */
  launcherFolder: string;
  /** The folder that relative paths start from. */
  currentFolder: string;
  /** True for the system's administrator on Linux and macOS. */
  root: boolean;
}

/** Where a root account on Linux keeps its data, since the window then runs under another account. */
const ROOT_FOLDER = '/var/lib/mahfuz';

/** The absolute path of the data folder; it need not exist. */
export function dataFolder(hints: PlaceHints): string {
  const { join, resolve } = hints.platform === 'win32' ? win32 : posix;
  const said = hints.argument || hints.environment.MAHFUZ_DATA;
  if (said) return resolve(hints.currentFolder, said);
  const portable = join(hints.launcherFolder, 'mahfuz-data');
  if (isFolder(portable)) return portable;
  return systemFolder(hints, join);
}

function systemFolder(
  { environment, platform, home, root }: PlaceHints,
  join: (...parts: string[]) => string,
): string {
  if (platform === 'win32') {
    return join(environment.APPDATA || join(home, 'AppData', 'Roaming'), 'Mahfuz');
  }
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Mahfuz');
  if (root && platform === 'linux') return ROOT_FOLDER;
  // A relative XDG_DATA_HOME is invalid and ignored, as its specification says.
  const xdg = environment.XDG_DATA_HOME;
  return join(xdg?.startsWith('/') ? xdg : join(home, '.local', 'share'), 'mahfuz');
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
