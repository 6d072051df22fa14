// Does for the fallback Electron what Electron's own default app does: opens the app folder named
// on the command line. A module, because Electron holds `ready` back until a module has run to its
// end, and the app has things to say before.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/** Splits `-r MODULE … FOLDER …` into the modules to load first and the app's folder. */
function readArguments(args) {
  const modules = [];
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '-r' || args[i] === '--require') modules.push(args[++i]);
    else if (!args[i].startsWith('-')) return { modules, folder: resolve(args[i]) };
  }
  return { modules, folder: undefined };
}

/** Gives the process the identity of the app in `folder` and loads its main module. */
async function openApp(folder) {
  const description = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.name = description.productName ?? description.name;
  app.setVersion?.(description.version);
  app.setAppPath?.(folder);
  await import(pathToFileURL(join(folder, description.main ?? 'index.js')).href);
}

process.defaultApp = true;
const { modules, folder } = readArguments(process.argv.slice(1));
const require = createRequire(import.meta.url);
// Playwright's module holds back `ready` too and takes its own arguments out of process.argv, so it
// runs before anything else and after the folder is known.
for (const name of modules) require(resolve(name));
if (folder === undefined) {
  console.error('Name the folder of the app to open: electron FOLDER');
  app.exit(2);
} else {
  try {
    await openApp(folder);
  } catch (error) {
    console.error(error);
    app.exit(1);
  }
}
