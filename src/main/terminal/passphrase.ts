// Where a passphrase comes from: a file, the environment, or somebody who types it; never the command line, which others can see.
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { AskPassphrase } from '../packs/publish/key-ring.ts';
import type { Terminal } from './terminal.ts';
import { wrongUsage } from './wrong-usage.ts';

const LEAST_CHARACTERS = 12;

interface Source {
  terminal: Terminal;
  /** The file given with --passphrase-file. */
  file: string | undefined;
  /** Whether a new passphrase is chosen: the environment has the old one. */
  chosen?: boolean;
}

/** Asks for passphrases; one that was typed is not asked for twice, and a new one is asked for twice. */
export function passphraseFrom({ terminal, file, chosen = false }: Source): AskPassphrase {
  const given = chosen && file === undefined ? undefined : givenPassphrase(terminal, file);
  const typed = new Map<string, string>();
  return async (name, again) => {
    const known = given ?? typed.get(again ? 'new' : name);
    if (known !== undefined) return again ? strong(known) : known;
    const answer = await typedPassphrase(terminal, name, again);
    typed.set(again ? 'new' : name, answer);
    typed.set(name, answer);
    return answer;
  };
}

function givenPassphrase(terminal: Terminal, file: string | undefined): string | undefined {
  if (file === undefined) return process.env.MAHFUZ_PASSPHRASE;
  try {
    return readFileSync(resolve(terminal.here, file), 'utf8').replace(/\r?\n$/, '');
  } catch (cause) {
    throw new AppError('file_unreadable', { name: basename(file) }, { cause });
  }
}

async function typedPassphrase(terminal: Terminal, name: string, again: boolean): Promise<string> {
  const words = again
    ? `A new passphrase, for ${name} and the other keys: `
    : `Passphrase of ${name}: `;
  const answer = await terminal.askSecret(words);
  if (answer === null || answer === '') throw new AppError('passphrase_missing');
  if (!again) return answer;
  const second = await terminal.askSecret('The same once more: ');
  if (second !== answer) throw wrongUsage('The two passphrases are not the same.');
  return strong(answer);
}

function strong(passphrase: string): string {
  if (passphrase.length >= LEAST_CHARACTERS) return passphrase;
  throw wrongUsage(
    `A passphrase needs at least ${LEAST_CHARACTERS} characters; five or six random words are good.`,
  );
}
