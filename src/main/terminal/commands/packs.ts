// publisher and pack: making packs and looking at them; which command does what.
import type { PacksCommand } from '../arguments.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { buildFrom, copyTo, splitInto, withdraw } from './pack-making.ts';
import { diffPacks, listPack, verifyAt } from './pack-reading.ts';
import { applyTo, delegateTo } from './delegates.ts';
import { explainDraft, merge, signDraft } from './drafts.ts';
import { init, newPassphrase, replaceKey, showPublisher } from './publisher.ts';

/** A command about packs in its terminal. */
export interface PacksCall {
  command: PacksCommand;
  terminal: Terminal;
  /** What a try at a passphrase costs; the program's own where it is left out. */
  workFactor: number | undefined;
}

/** Carries out a command about packs: it opens no archive, so it works while the window is open. */
export function packsCommand(
  command: PacksCommand,
  terminal: Terminal,
  workFactor?: number,
): Promise<ExitCode> {
  const call: PacksCall = { command, terminal, workFactor };
  switch (command.name) {
    case 'publisher init':
      return init(call);
    case 'publisher show':
      return showPublisher(call);
    case 'publisher rotate':
    case 'publisher revoke':
      return replaceKey(call);
    case 'publisher apply':
      return applyTo(call);
    case 'publisher delegate':
      return delegateTo(call);
    case 'publisher draft':
      return explainDraft(call);
    case 'publisher sign':
      return signDraft(call);
    case 'publisher merge':
      return merge(call);
    case 'publisher passphrase':
      return newPassphrase(call);
    case 'pack build':
      return buildFrom(call);
    case 'pack withdraw':
      return withdraw(call);
    case 'pack verify':
      return verifyAt(call);
    case 'pack list':
      return listPack(call);
    case 'pack diff':
      return diffPacks(call);
    case 'pack copy':
      return copyTo(call);
    case 'pack split':
      return splitInto(call);
  }
}
