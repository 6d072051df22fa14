// The inside of a worker thread: takes the desk's calls one after the other and answers each.
import type { MessagePort } from 'node:worker_threads';
import { signalOf } from './abort.ts';
import { asReply } from './answer.ts';
import type { FromThread, Progress, ThreadCall } from './thread.ts';

/** What a handler inside a thread may need beside its input. */
export interface ThreadContext {
  signal: AbortSignal;
  path?: string;
  onProgress: (progress: Progress) => void;
}

/** What a thread can be asked; the desk has parsed the input. */
export type ThreadMethods = Record<string, (input: never, context: ThreadContext) => unknown>;

/**
 * Answers every call that arrives at the port. In order: the next begins when the one before is done; otherwise they
 * may overlap wherever one waits.
 */
export function serve(
  port: MessagePort,
  methods: ThreadMethods,
  { inOrder }: { inOrder: boolean },
): void {
  let before = Promise.resolve();
  const send = (message: FromThread) => port.postMessage(message);
  const answer = async (call: ThreadCall) => {
    const reply = await asReply(call.method, () => run(methods, call, send));
    send({ id: call.id, reply });
  };
  port.on('message', (call: ThreadCall) => {
    if (inOrder) before = before.then(() => answer(call));
    else void answer(call);
  });
}

function run(methods: ThreadMethods, call: ThreadCall, send: (message: FromThread) => void) {
  const method = methods[call.method];
  if (!method) throw new Error(`the thread has no ${call.method}`);
  const context: ThreadContext = {
    signal: signalOf(call.flag),
    onProgress: (progress) => send({ id: call.id, progress }),
  };
  if (call.path !== undefined) context.path = call.path;
  context.signal.throwIfAborted();
  return method(call.input as never, context);
}
