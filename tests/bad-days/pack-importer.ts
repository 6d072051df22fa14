// Imports packs into a data folder, one after the other, until it is killed, saying where it is.
import { openArchive } from '../../src/main/archive/opening/open-archive.ts';
import { importPack } from '../../src/main/packs/import/import-pack.ts';
import { restorePacks } from '../../src/main/packs/import/restore.ts';

const [folder = '', bundledFolder = '', ...packs] = process.argv.slice(2);
const open = await openArchive({ folder, bundledFolder, restore: restorePacks });
console.log('opened');
for (const path of packs) {
  await importPack({ ...open, path, onProgress: (phase, done) => console.log(`${phase} ${done}`) });
  console.log(`done ${path}`);
}
console.log('finished');
setInterval(() => undefined, 1000);
