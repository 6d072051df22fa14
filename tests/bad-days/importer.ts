// Imports file after file into a data folder until it is killed, saying where it is.
import { importFile } from '../../src/main/archive/exchange/import.ts';
import { openArchive } from '../../src/main/archive/opening/open-archive.ts';

const [folder = '', bundledFolder = '', ...files] = process.argv.slice(2);
const open = await openArchive({ folder, bundledFolder });
console.log('opened');
for (const path of files) {
  await importFile({ ...open, path, onProgress: (phase) => console.log(phase) });
  console.log(`done ${path}`);
}
console.log('finished');
setInterval(() => undefined, 1000);
