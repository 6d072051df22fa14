// Door 4, the terminal: the same rooms without a window.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { dataFolder } from './data-folder/place.ts';
import { run } from './terminal/run.ts';
import { processTerminal } from './terminal/terminal.ts';

// The same for the sources and for what is built from them into out/main.
const launcherFolder = join(import.meta.dirname, '../..');

const place = {
  bundledFolder: join(launcherFolder, 'out/bundled'),
  folder: (argument: string | undefined, currentFolder: string) =>
    dataFolder({
      argument,
      environment: process.env,
      platform: process.platform,
      home: homedir(),
      launcherFolder,
      currentFolder,
      root: process.getuid?.() === 0,
    }),
};

process.exitCode = await run(process.argv.slice(2), place, processTerminal());
