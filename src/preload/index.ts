// The bridge: call, cancel, on, grant; nothing else crosses into the page, and no path does.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CHANNELS } from '../shared/channels.ts';
import type { Bridge, EventName, Events } from '../shared/contract.ts';

const listeners = new Map<string, Set<(payload: never) => void>>();

ipcRenderer.on(CHANNELS.event, (_event, name: string, payload: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(payload as never);
});

function on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void {
  const known = listeners.get(event) ?? new Set();
  listeners.set(event, known.add(listener));
  return () => void known.delete(listener);
}

const bridge: Bridge = {
  call: (method, input, id) => ipcRenderer.invoke(CHANNELS.call, method, input, id),
  cancel: (id) => ipcRenderer.send(CHANNELS.cancel, id),
  on,
  grant: (purpose, suggestedName) => ipcRenderer.invoke(CHANNELS.grant, purpose, suggestedName),
  // Only a file that the reader really dropped has a path; a File made by a script has none.
  grantDropped: (file) =>
    ipcRenderer.invoke(CHANNELS.grantDropped, webUtils.getPathForFile(file as File)),
};

contextBridge.exposeInMainWorld('mahfuz', bridge);
