// Says on standard error what went wrong and what to do next.
import { AppError } from '../../shared/errors.ts';
import { errorSentence } from '../../shared/error-sentences.ts';
import { logBug } from '../router/answer.ts';
import { harmless } from './lines.ts';
import { EXIT, type ExitCode, type Terminal } from './terminal.ts';

/** Says an error in a sentence with its next step and gives the exit code that belongs to it; our own bugs are logged. */
export function sayError(terminal: Terminal, thrown: unknown): ExitCode {
  const error = thrown instanceof AppError ? thrown : new AppError('internal');
  if (error !== thrown) logBug('cli', thrown);
  const { says, next } = errorSentence(error, 'en');
  terminal.progress('');
  terminal.say(harmless(`${says} ${next}`));
  if (error.code === 'not_found') return EXIT.nothing;
  return error.code === 'cancelled' ? EXIT.stopped : EXIT.failure;
}
