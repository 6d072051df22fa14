// Before the first window: what `npm start` arranges (build, libraries, account, display), for the
// tests; handed to them in environment variables.
import { isRoot, setStage, standInFolder } from '../../scripts/account.ts';
import { buildIfNeeded } from '../../scripts/build.ts';
import { openDisplay } from '../../scripts/display.ts';
import { electronVersion, isFallback } from '../../scripts/electron-binary.ts';
import { say } from '../../scripts/say.ts';
import { prepareSystem } from '../../scripts/system.ts';

/** Arranges everything and answers how to take it down. */
export default async function setup(): Promise<() => Promise<void>> {
  buildIfNeeded();
  prepareSystem();
  const stage = isRoot() ? setStage([]) : null;
  const display = await openDisplay(stage?.account ?? null);
  Object.assign(process.env, stage?.env, display.env);
  // Playwright takes the binary from the electron package, and that from this folder.
  if (stage) process.env.ELECTRON_OVERRIDE_DIST_PATH = standInFolder;
  say(
    `the window is tested on Electron ${electronVersion()}${isFallback() ? ' (the fallback)' : ''}.`,
  );
  return display.close;
}
