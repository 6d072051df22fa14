// Where a call becomes an answer: the input is parsed here, once, and whatever was thrown becomes a code.
import { AppError, toWireError } from '../../shared/errors.ts';
import {
  contract,
  type Handler,
  type Handlers,
  type Method,
  type Parsed,
  type Reply,
} from '../../shared/contract.ts';
import { MAX_QUERY_LENGTH } from '../../shared/search.ts';
import { asFault } from '../sqlite/faults.ts';
import type { ZodError } from 'zod';

/** Tells whether a name is a method of the contract; names that every object has are not. */
export function isMethod(name: string): name is Method {
  return Object.hasOwn(contract, name);
}

/** The method's input with defaults filled in; throws unknown_method, query_too_long or invalid_input. */
export function parseInput(method: string, input: unknown): Parsed<Method> {
  if (!isMethod(method)) throw new AppError('unknown_method', { method: method.slice(0, 64) });
  const parsed = contract[method].input.safeParse(input ?? {});
  if (parsed.success) return parsed.data;
  throw inputError(parsed.error);
}

function inputError(error: ZodError): AppError {
  const issue = error.issues[0];
  if (issue?.code === 'too_big' && issue.maximum === MAX_QUERY_LENGTH) {
    return new AppError('query_too_long', { max: MAX_QUERY_LENGTH });
  }
  const field = issue?.path.map(String).join('.') || 'input';
  return new AppError('invalid_input', { field, problem: issue?.message ?? 'not as expected' });
}

/** Runs what answers a call and puts its value or its error in the wire's one form. */
export async function asReply<T>(what: string, run: () => T | Promise<T>): Promise<Reply<T>> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    // A full disk or a damaged file is not our bug, wherever it shows.
    const thrown = asFault(error);
    if (!(thrown instanceof AppError)) logBug(what, thrown);
    return { ok: false, error: toWireError(thrown) };
  }
}

/** Logs our own bug: where it happened, and never its message, which may quote a record or a query. */
export function logBug(what: string, thrown: unknown): void {
  const error = thrown instanceof Error ? thrown : new Error();
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const stack = (error.stack ?? '').replace(error.message, '');
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  console.error([`mahfuz: ${what}: ${error.name}${code}`, ...frames].join('\n'));
}

/** Makes handlers into what answers a call of theirs: parses the input, runs the handler, never rejects. */
export function answerWith<M extends Method>(handlers: Handlers<M>) {
  return (method: M, input: unknown, path?: string): Promise<Reply> =>
    asReply(method, () => {
      const handler: Handler<M> = handlers[method];
      const context = { signal: new AbortController().signal, path };
      return handler(parseInput(method, input) as Parsed<M>, context);
    });
}
