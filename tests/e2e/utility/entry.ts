// The inside of that utility process: the archive process's own line to its parent, over a desk that opens no database.
import { parentChannel } from '../../../src/main/router/parent-channel.ts';

const channel = parentChannel();

channel.serve({
  call: async ({ method, input, path }) => {
    if (method === 'die') process.exit(1);
    if (method === 'wait') await new Promise(() => {});
    channel.send({ type: 'event', event: 'archive.changed', payload: { change: 7 } });
    const bytes = new Uint8Array([1, 2, 3]);
    return { ok: true, value: { method, input, path, bytes, given: process.argv.slice(2) } };
  },
  cancel: (id) =>
    channel.send({ type: 'event', event: 'archive.changed', payload: { change: -id } }),
  close: async () => {},
});
