// Door 4, the terminal: the same rooms without a window.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { dataFolder } from './data-folder/place.ts';
import { run } from './terminal/run.ts';
import { processTerminal } from './terminal/terminal.ts';

const sources = import.meta.filename.endsWith('.ts');
const launcherFolder = join(import.meta.dirname, '../..');

const place = {
  bundledFolder: sources
    ? join(launcherFolder, 'out/bundled')
    : join(import.meta.dirname, '../bundled'),
  folder: (argument: string | undefined) =>
    dataFolder({
      argument,
      environment: process.env,
      platform: process.platform,
      home: homedir(),
      launcherFolder,
      currentFolder: process.cwd(),
      root: process.getuid?.() === 0,
    }),
};

process.exitCode = await run(process.argv.slice(2), place, processTerminal());
