// Why a step of verification failed; caught where the verdict is made, and nowhere thrown out of it.
import type { Note, NoteCode } from './verdict.ts';

/** A step's failure with the code that says what it means. */
export class Refusal extends Error {
  readonly code: NoteCode;
  readonly detail: Note['detail'];

  constructor(code: NoteCode, detail: Note['detail'] = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(detail)}`, options);
    this.name = 'Refusal';
    this.code = code;
    this.detail = detail;
  }
}

/** Runs a parser of a library; whatever it objects to is `malformed`. */
export function orMalformed<T>(role: string, parse: () => T): T {
  try {
    return parse();
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal('malformed', { role }, { cause });
  }
}
