// The terminal with passphrases that cost little: everything else is as in src/main/cli.ts.
import { run } from '../../src/main/terminal/run.ts';
import { processTerminal } from '../../src/main/terminal/terminal.ts';

const unused = () => {
  throw new Error('packs need no archive');
};

const terminal = { ...processTerminal(), here: process.cwd() };
const place = { folder: unused, bundledFolder: '', workFactor: 4 };
process.exitCode = await run(process.argv.slice(2), place, terminal);
