// Door 2, the archive process: opens the archive and answers what Electron's main process passes on.
import { entryPath } from './entry-path.ts';
import { createDesk } from './router/desk.ts';
import { parentChannel } from './router/parent-channel.ts';

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
