// What a command needs of the terminal it runs in.
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { AppError } from '../../shared/errors.ts';
import type { Screen } from './lines.ts';

export interface Terminal {
  /** Writes to standard output and waits until it is taken. */
  write: (text: string) => Promise<void>;
  /** Writes a line to standard error. */
  say: (text: string) => void;
  screen: Screen;
  /** Shows how far a task is on standard error, where a person looks at it; an empty text takes it away. */
  progress: (text: string) => void;
  /** Asks for something that is not shown while it is typed; null where nobody sits at a terminal. */
  askSecret: (question: string) => Promise<string | null>;
  /** What another program writes to standard input. */
  input: () => AsyncIterable<Buffer>;
  /** Aborted with Ctrl-C. */
  signal: AbortSignal;
  /** Where the person stands, from where relative paths are meant. */
  here: string;
}

/** The exit codes of the terminal. */
export const EXIT = { found: 0, nothing: 1, failure: 2, stopped: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The terminal of a process; its standard output may be closed early, by `head` for example, which is no error. */
export function processTerminal(): Terminal {
  const { stdout, stderr } = process;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.found);
    throw error;
  });
  const styled = process.env.TERM !== 'dumb' && !process.env.NO_COLOR;
  return {
    write: (text) =>
      new Promise((done) => {
        stdout.write(text, () => done());
      }),
    say: (text) => void stderr.write(`${text}\n`),
    screen: {
      width: stdout.isTTY ? stdout.columns || 80 : null,
      bold: stdout.isTTY && styled,
    },
    progress: (text) => {
      if (stderr.isTTY) stderr.write(`\r\u001b[K${text}`);
    },
    askSecret: askHidden,
    input: () => process.stdin,
    signal: interrupted(),
    here: standingIn(),
  };
}

/** Asks on standard error, and shows nothing of the answer. */
async function askHidden(question: string): Promise<string | null> {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) return null;
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  // From here on nothing that is typed is shown; only then is it asked for.
  const lines = createInterface({ input: stdin, output: nowhere, terminal: true });
  stderr.write(question);
  try {
    return await lines.question('', { signal: AbortSignal.timeout(ANSWER_MS) });
  } finally {
    lines.close();
    stderr.write('\n');
  }
}

/** How long an answer is waited for. */
const ANSWER_MS = 600_000;

/** `npm run` changes to the project's folder and tells where it was called. */
function standingIn(): string {
  const { npm_lifecycle_event: script, INIT_CWD: before } = process.env;
  return (script === 'cli' && before) || process.cwd();
}

/** Within this time a second signal is the first one once more: a terminal sends it to the launcher too, which passes it on. */
const SAME_KEY_PRESS_MS = 1000;

/** A signal that the first Ctrl-C aborts; a later one ends the process at once. */
function interrupted(): AbortSignal {
  const controller = new AbortController();
  let first = 0;
  const stop = () => {
    if (first > 0 && Date.now() - first > SAME_KEY_PRESS_MS) process.exit(EXIT.stopped);
    first ||= Date.now();
    controller.abort(new AppError('cancelled'));
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
  return controller.signal;
}
