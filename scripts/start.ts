// `npm start`: builds what changed, arranges what the window needs, and opens it with the sandbox on.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { dataFolder } from '../src/main/data-folder/place.ts';
import {
  isRoot,
  passage,
  prepareDataFolder,
  type Stage,
  setStage,
  standInFolder,
} from './account.ts';
import { readArguments } from './arguments.ts';
import { buildIfNeeded } from './build.ts';
import { openDisplay } from './display.ts';
import { electronBinary, electronVersion, isFallback } from './electron-binary.ts';
import { runToEnd } from './run-electron.ts';
import { say, stop } from './say.ts';
import { prepareSystem } from './system.ts';

const root = join(import.meta.dirname, '..');
// npm changes to the project's folder; paths are meant from where the person stands.
const here = process.env.INIT_CWD ?? process.cwd();
const read = readArguments(process.argv.slice(2));
const given = 'problem' in read ? stop(read.problem) : read;
const screenshot = given.screenshot && resolve(here, given.screenshot);
if (screenshot && !existsSync(dirname(screenshot)))
  stop(`the folder of ${screenshot} does not exist.`);
const wanted = given.data ?? process.env.MAHFUZ_DATA;
const data = wanted && resolve(here, wanted);

// What is built here must be readable by the account that runs it.
if (isRoot()) process.umask(0o022);
const binary = electronBinary();
buildIfNeeded();
prepareSystem();
const folder = isRoot() ? prepareDataFolder(rootsDataFolder(), data !== undefined) : data;
const stage = isRoot() ? setStage([folder as string]) : null;
const display = await openDisplay(stage?.account ?? null);
if (isFallback())
  say(`this is the fallback, Electron ${electronVersion()}, for development and tests only.`);
if (display.virtual && !screenshot) {
  say(
    'there is no display here, so the window is drawn where nobody sees it; `npm start -- --screenshot FILE` saves a picture. Ctrl-C ends it.',
  );
}
process.exitCode = await open(stage);

/** The folder that the app would choose, were it run by root. */
function rootsDataFolder(): string {
  return dataFolder({
    argument: data,
    environment: {},
    platform: process.platform,
    home: homedir(),
    launcherFolder: root,
    currentFolder: here,
    root: true,
  });
}

async function open(stage: Stage | null): Promise<number> {
  const picture = screenshot && stage ? passage(stage, screenshot) : screenshot;
  const args = [root, ...given.rest];
  if (folder) args.push(`--data=${folder}`);
  if (picture) args.push(`--screenshot=${picture}`);
  // Without a graphics card Chromium complains at length about what it then does without.
  if (display.virtual) args.push('--disable-gpu', '--log-level=3');
  try {
    const command = stage ? join(standInFolder, 'electron') : binary;
    const env: NodeJS.ProcessEnv = { ...process.env, ...display.env, ...stage?.env };
    // Set in the terminals of some editors, it makes Electron a plain Node.
    delete env.ELECTRON_RUN_AS_NODE;
    // The reader names the place where it could write, the person the one where it ends up.
    const spoken = (line: string) => (picture ? line.replaceAll(picture, `${screenshot}`) : line);
    const code = await runToEnd(command, args, { env, spoken });
    if (stage && screenshot && picture && existsSync(picture))
      writeFileSync(screenshot, readFileSync(picture));
    return code;
  } finally {
    await display.close();
  }
}
