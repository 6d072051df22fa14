// Door 1, the app: lock down, find the data folder, be the only one on it, open window and archive.
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { dataFolder } from './data-folder/place.ts';
import { entryPath } from './entry-path.ts';
import { answerWith } from './router/answer.ts';
import { openApp } from './shell/app.ts';
import { drawWithWhatIsThere } from './shell/graphics.ts';
import { lockDown } from './shell/lockdown.ts';
import { readOptions } from './shell/options.ts';
import { registerOwnScheme } from './shell/own-protocol.ts';
import { keepTracesIn } from './shell/transient.ts';

const options = readOptions(process.argv);
const folder = dataFolder({
  argument: options.data,
  environment: process.env,
  platform: process.platform,
  home: homedir(),
  launcherFolder: app.isPackaged ? dirname(process.execPath) : app.getAppPath(),
  currentFolder: process.cwd(),
  root: process.getuid?.() === 0,
});

registerOwnScheme();
lockDown();
drawWithWhatIsThere(process.platform);
const traces = keepTracesIn(folder);

if (app.requestSingleInstanceLock()) {
  const built = join(import.meta.dirname, '..');
  const archiveEntry = entryPath(import.meta.url, 'archive-process');
  const places = { folder, traces, built, archiveEntry };
  app
    .whenReady()
    .then(() => openApp(places, { answerWith, screenshot: options.screenshot }))
    .catch((error: Error) => {
      console.error(`Mahfuz could not open its window: ${error.message}`);
      app.exit(1);
    });
} else {
  console.log('Mahfuz is open on this data folder already; its window was brought to the front.');
  app.exit(options.screenshot ? 1 : 0);
}
