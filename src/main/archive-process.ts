// Door 2, the archive process: opens the archive and answers what Electron's main process passes on.
import { setFlagsFromString } from 'node:v8';
import { entryPath } from './entry-path.ts';
import { createDesk } from './router/desk.ts';
import { parentChannel } from './router/parent-channel.ts';

// Before any thread begins: their heaps stay small and are cleaned more often. With 100,000 records the process holds
// 180 MB after many searches in place of 300, and 280 in place of 690 while it indexes; neither takes longer. Starting
// takes 70 ms more of the processor.
setFlagsFromString('--optimize-for-size');

const [folder = '', bundledFolder = ''] = process.argv.slice(2);
const channel = parentChannel();
const desk = createDesk({
  folders: { folder, bundledFolder },
  files: {
    read: entryPath(import.meta.url, 'read-worker'),
    jobs: entryPath(import.meta.url, 'job-worker'),
  },
  emit: (event, payload) => channel.send({ type: 'event', event, payload } as never),
});
channel.serve(desk);
