// Rebuilds the search index of a data folder again and again until it is killed, saying where it is.
import { buildIndex } from '../../src/main/archive/opening/open-index.ts';
import { openArchive } from '../../src/main/archive/opening/open-archive.ts';

const [folder = '', bundledFolder = ''] = process.argv.slice(2);
const open = await openArchive({ folder, bundledFolder });
console.log('opened');
for (;;) {
  const onProgress = (done: number) => console.log(`indexed ${done}`);
  const index = await buildIndex({ folder, archive: open.archive, onProgress });
  open.index.close();
  open.index = index;
  console.log('rebuilt');
}
