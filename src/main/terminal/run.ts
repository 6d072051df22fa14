// Carries out one command line and gives its exit code.
import manifest from '../../../package.json' with { type: 'json' };
import type { ArchiveState } from '../../shared/contract.ts';
import { type Local, openLocally } from '../router/local.ts';
import { type Command, isReceiving, type PacksCommand, readArguments } from './arguments.ts';
import { exportTo } from './commands/export.ts';
import { figures } from './commands/figures.ts';
import { importFiles } from './commands/import.ts';
import { packsCommand } from './commands/packs.ts';
import { receivingCommand } from './commands/packs-received.ts';
import { check, rebuildIndex } from './commands/maintain.ts';
import { search } from './commands/search.ts';
import { show } from './commands/show.ts';
import { stats } from './commands/stats.ts';
import { timeline } from './commands/timeline.ts';
import { helpText } from './help.ts';
import { count, harmless } from './lines.ts';
import { noticeText } from './notices.ts';
import { sayError } from './say-error.ts';
import { EXIT, type ExitCode, type Terminal } from './terminal.ts';

/** Where the command works. */
export interface Place {
  /** The data folder, for what was given with --data and where the person stands. */
  folder: (given: string | undefined, here: string) => string;
  /** Where the archive that comes with Mahfuz lies. */
  bundledFolder: string;
  /** What a try at a publisher's passphrase costs, as a power of two; lower than the program's own in tests only. */
  workFactor?: number;
}

/** Runs a command line; whatever goes wrong is said on standard error, and nothing is thrown. */
export async function run(args: string[], place: Place, terminal: Terminal): Promise<ExitCode> {
  try {
    const { command, data } = readArguments(args);
    if (command.name === 'help') {
      await terminal.write(`${helpText(command.topic)}\n`);
      return EXIT.found;
    }
    if (command.name === 'version') {
      await terminal.write(`Mahfuz ${manifest.version}\n`);
      return EXIT.found;
    }
    if ('words' in command && !isReceiving(command)) {
      return await packsCommand(command, terminal, place.workFactor);
    }
    return await withArchive(place, data, terminal, (local) => carryOut(command, local, terminal));
  } catch (error) {
    return sayError(terminal, error);
  }
}

type Working = Exclude<Command, { name: 'help' | 'version' } | PacksCommand>;

function carryOut(command: Working, local: Local, terminal: Terminal): Promise<ExitCode> {
  if ('words' in command) return receivingCommand(command, local, terminal);
  switch (command.name) {
    case 'search':
      return search(command, local.call, terminal);
    case 'timeline':
      return timeline(command, local.call, terminal);
    case 'figures':
      return figures(command, local.call, terminal);
    case 'show':
      return show(command, local.call, terminal);
    case 'stats':
      return stats(command, local.call, terminal);
    case 'import':
      return importFiles(command, local, terminal);
    case 'export':
      return exportTo(command, local, terminal);
    case 'rebuild-index':
      return rebuildIndex(command, local, terminal);
    case 'check':
      return check(command, local, terminal);
  }
}

async function withArchive(
  place: Place,
  data: string | undefined,
  terminal: Terminal,
  work: (local: Local) => Promise<ExitCode>,
): Promise<ExitCode> {
  const local = openLocally({
    folder: place.folder(data, terminal.here),
    bundledFolder: place.bundledFolder,
    signal: terminal.signal,
    onState: (state) => sayState(terminal, state),
  });
  try {
    return await work(local);
  } finally {
    local.close();
  }
}

const PHASES = {
  opening: 'Opening the archive',
  copying: 'Preparing the archive',
  rebuilding: 'Making the search index',
  ready: '',
  failed: '',
};

/** Shows how far opening is, and at its end what was found wrong and put right. */
function sayState(terminal: Terminal, { phase, done, total, notices }: ArchiveState): void {
  const steps = total ? ` ${count(done)} of ${count(total)}` : '';
  terminal.progress(PHASES[phase] && `${PHASES[phase]}…${steps}`);
  if (phase !== 'ready') return;
  for (const notice of notices) terminal.say(harmless(noticeText(notice)));
}
