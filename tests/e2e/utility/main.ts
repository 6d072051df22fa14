// A small app for one test: the host of the archive over a utility process, whichever Electron this is.
import { join } from 'node:path';
import { app } from 'electron';
import { ArchiveHost } from '../../../src/main/shell/archive-host.ts';
import { launchUtility } from '../../../src/main/shell/archive-launch.ts';

const told: unknown[] = [];

void app.whenReady().then(() => {
  const host = new ArchiveHost({
    emit: (event, payload) => void told.push({ event, payload }),
    launch: (to) =>
      launchUtility({ entry: join(import.meta.dirname, 'entry.js'), args: ['one', 'two'], ...to }),
  });
  Object.assign(globalThis, { host, told });
});
