// Opens a data folder, saying each phase, and closes it again.
import { openArchive } from '../../src/main/archive/opening/open-archive.ts';

const [folder = '', bundledFolder = ''] = process.argv.slice(2);
console.log('starting');
const open = await openArchive({
  folder,
  bundledFolder,
  onState: ({ phase }) => console.log(phase),
});
open.close();
console.log('closed');
