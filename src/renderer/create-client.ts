// The page's side of the contract: the bridge as typed calls that can be given up.
import type { Bridge, Call } from '../shared/contract.ts';
import { AppError, fromWireError } from '../shared/errors.ts';

export interface Client {
  call: Call;
  on: Bridge['on'];
  grant: Bridge['grant'];
  grantDropped: Bridge['grantDropped'];
}

/** Makes calls of the contract through a bridge; a failed call throws an AppError, an aborted one `cancelled`. */
export function createClient(bridge: Bridge): Client {
  let last = 0;
  const call: Call = async (method, input, options = {}) => {
    const { signal } = options;
    if (signal?.aborted) throw new AppError('cancelled');
    last += 1;
    const id = last;
    const giveUp = () => bridge.cancel(id);
    signal?.addEventListener('abort', giveUp, { once: true });
    try {
      const reply = await bridge.call(method, input, id);
      if (!reply.ok) throw fromWireError(reply.error);
      return reply.value as never;
    } finally {
      signal?.removeEventListener('abort', giveUp);
    }
  };
  return { call, on: bridge.on, grant: bridge.grant, grantDropped: bridge.grantDropped };
}
