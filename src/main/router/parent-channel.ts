// The archive process's line to Electron's main process: the same messages over a utility process's port or Node's fork.
import type { FromArchive, ToArchive } from '../../shared/wire.ts';
import type { Desk } from './desk.ts';

/** What Electron gives a utility process; absent under a plain Node. */
interface ParentPort {
  postMessage: (message: unknown) => void;
  on: (event: 'message', listener: (event: { data: unknown }) => void) => void;
}

export interface ParentChannel {
  send: (message: FromArchive) => void;
  /** Lets the desk answer everything that comes in, until the line is cut or closed. */
  serve: (desk: Desk) => void;
}

/** The line of this process to the one that started it. */
export function parentChannel(): ParentChannel {
  const port = (process as { parentPort?: ParentPort }).parentPort;
  const send = (message: FromArchive) => {
    if (port) port.postMessage(message);
    // When the window's process has died, what was still to be said has nobody to hear it.
    else if (process.connected) process.send?.(message);
  };
  const hear = (listener: (message: ToArchive) => void) => {
    if (port) port.on('message', ({ data }) => listener(data as ToArchive));
    else process.on('message', listener);
  };
  send({ type: 'started', runtime: `Node ${process.versions.node}` });
  return {
    send,
    serve: (desk) => {
      const end = () => void desk.close().finally(() => process.exit());
      hear((message) => receive(message, { desk, send, end }));
      // A signal to all processes of the program is the window's to act on; it tells us to close.
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
      // The window's process died: nobody is left to answer.
      if (!port) process.on('disconnect', end);
    },
  };
}

interface Receiver {
  desk: Desk;
  send: (message: FromArchive) => void;
  end: () => void;
}

function receive(message: ToArchive, { desk, send, end }: Receiver): void {
  if (message.type === 'close') return end();
  if (message.type === 'cancel') return desk.cancel(message.id);
  void desk.call(message).then((reply) => send({ type: 'reply', id: message.id, reply }));
}
