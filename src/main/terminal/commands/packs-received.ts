// pack import, pack share, pack undo, publisher list/trust/quarantine/remove, ledger, remove: packs and this archive.
import { resolve } from 'node:path';
import type {
  PackImportReport,
  PackInspection,
  RemovalReport,
  ShareReport,
} from '../../../shared/pack.ts';
import type { Local } from '../../router/local.ts';
import type { JobMethod } from '../../router/methods.ts';
import { fingerprintGroups } from '../../packs/format/fingerprint.ts';
import { findPacks } from '../../packs/import/find-pack.ts';
import { ledgerText } from '../../packs/ledger/export.ts';
import { digitsOf } from '../../packs/trust/number.ts';
import type { ReceivingCommand } from '../arguments.ts';
import { json } from '../json.ts';
import { counted, harmless } from '../lines.ts';
import { withProgress } from '../progress.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';
import { readOneOf } from '../values.ts';
import { wrongUsage } from '../wrong-usage.ts';
import { importText, inspectionText, publisherText, removalText, shareText } from './packs-text.ts';

interface Call {
  command: ReceivingCommand;
  local: Local;
  terminal: Terminal;
}

/** Carries out a command about packs that needs the archive. */
export function receivingCommand(
  command: ReceivingCommand,
  local: Local,
  terminal: Terminal,
): Promise<ExitCode> {
  const call: Call = { command, local, terminal };
  switch (command.name) {
    case 'pack import':
      return importPacks(call);
    case 'pack share':
      return share(call);
    case 'pack undo':
      return undo(call);
    case 'publisher list':
      return list(call);
    case 'publisher trust':
      return trust(call);
    case 'publisher quarantine':
      return quarantine(call);
    case 'publisher remove':
      return remove(call, 'publisher.remove');
    case 'ledger':
      return ledger(call);
    case 'remove':
      return removeRecord(call);
  }
}

/** Writes an answer for people or, where that was asked, for programs. */
async function answer({ command, terminal }: Call, value: unknown, text: string): Promise<void> {
  await terminal.write(command.json ? `${json(value)}\n` : `${harmless(text)}\n`);
}

async function work<T>(
  { local, terminal }: Call,
  method: JobMethod,
  { input, path }: { input: unknown; path?: string },
): Promise<T> {
  const result = await withProgress(terminal, (onProgress) =>
    local.run(method, input, {
      signal: terminal.signal,
      onProgress,
      ...(path === undefined ? {} : { path }),
    }),
  );
  return result as T;
}

/** pack import: first what it is, then, unless only a look was asked for, into the archive. */
async function importPacks(call: Call): Promise<ExitCode> {
  const { command, terminal } = call;
  let code: ExitCode = EXIT.found;
  const paths = command.words.flatMap((word) => findPacks(resolve(terminal.here, word)));
  for (const path of paths) {
    const looked = await work<PackInspection>(call, 'pack.inspect', { input: { grant: '' }, path });
    if (command.options.look || !looked.importable) {
      await answer(call, looked, inspectionText(looked));
      if (!looked.importable) code = EXIT.failure;
      continue;
    }
    if (!command.json) await terminal.write(`${harmless(inspectionText(looked))}\n`);
    const input = { inspection: looked.inspection };
    const report = await work<PackImportReport>(call, 'pack.import', { input });
    await answer(call, report, importText(report));
    if (report.cancelled) return EXIT.stopped;
  }
  return code;
}

/** pack share: files of a publisher onto a drive. */
async function share(call: Call): Promise<ExitCode> {
  const { command, terminal } = call;
  const [who, target] = command.words as [string, string];
  const { options } = command;
  const input = {
    grant: '',
    publisher: await publisherNamed(call, who),
    from: options.after?.at(-1),
    to: options.before?.at(-1),
    whatFits: options['what-fits'] !== undefined,
    sensitive: options.sensitive !== undefined,
    form: readOneOf(options, 'as', ['folder', 'pack']) ?? 'folder',
  };
  const path = resolve(terminal.here, target);
  const report = await work<ShareReport>(call, 'pack.share', { input, path });
  await answer(call, report, shareText(report));
  return EXIT.found;
}

async function undo(call: Call): Promise<ExitCode> {
  const [who, number] = call.command.words as [string, string];
  if (!/^[1-9]\d{0,8}$/.test(number)) {
    throw wrongUsage(`${number} is not the number of an import; "ledger" lists them.`);
  }
  const input = { publisher: await publisherNamed(call, who), import: Number(number) };
  const report = await work<RemovalReport>(call, 'pack.undo', { input });
  await answer(call, report, removalText(report));
  return EXIT.found;
}

async function list(call: Call): Promise<ExitCode> {
  const rows = await call.local.call('publisher.list', {});
  if (rows.length === 0 && !call.command.json) {
    call.terminal.say('No publisher is on this computer: import a pack first.');
    return EXIT.nothing;
  }
  await answer(call, rows, rows.map(publisherText).join('\n\n'));
  return rows.length > 0 ? EXIT.found : EXIT.nothing;
}

/** publisher trust: the whole number is what names the publisher, so that nobody trusts without it. */
async function trust(call: Call): Promise<ExitCode> {
  const number = call.command.words.join(' ');
  const digits = digitsOf(number);
  if (digits?.length !== 40) {
    throw wrongUsage('publisher trust needs the whole number of the publisher: 40 digits.');
  }
  const rows = await call.local.call('publisher.list', {});
  const row = rows.find((each) => each.digits.join('') === digits);
  if (!row) throw wrongUsage('No publisher on this computer has this number.');
  const publisher = row.fingerprint;
  const identity = await call.local.call('publisher.trust', { publisher, number });
  await answer(call, identity, 'This publisher is trusted from now on.');
  return EXIT.found;
}

async function quarantine(call: Call): Promise<ExitCode> {
  const publisher = await publisherNamed(call, call.command.words.join(' '));
  const identity = await call.local.call('publisher.quarantine', { publisher });
  await answer(call, identity, 'This publisher is in quarantine from now on.');
  return EXIT.found;
}

async function remove(call: Call, method: 'publisher.remove'): Promise<ExitCode> {
  const publisher = await publisherNamed(call, call.command.words.join(' '));
  const report = await work<RemovalReport>(call, method, { input: { publisher } });
  await answer(call, report, removalText(report));
  return EXIT.found;
}

async function removeRecord(call: Call): Promise<ExitCode> {
  const { words, options } = call.command;
  const id = words[0] as string;
  const view = await call.local.call('archive.record', { id, shelf: options.shelf?.at(-1) });
  const input = { id, shelf: view.shelf };
  const report = await work<RemovalReport>(call, 'record.remove', { input });
  await answer(call, report, removalText(report));
  return EXIT.found;
}

async function ledger(call: Call): Promise<ExitCode> {
  const publisher = await publisherNamed(call, call.command.words.join(' '));
  const found = await call.local.call('publisher.ledger', { publisher });
  const language = readOneOf(call.command.options, 'lang', ['en', 'ur']) ?? 'en';
  const imports = found.imports.map(
    (one) =>
      `Import ${one.import}: list ${one.listVersion}, ${counted(one.files, 'file')}, ${counted(one.revisions, 'revision')}.`,
  );
  await answer(call, found, [ledgerText(found, language).trimEnd(), '', ...imports].join('\n'));
  return EXIT.found;
}

/** The publisher that a word means: its number or the beginning of it, its fingerprint, or its name. */
async function publisherNamed({ local }: Call, word: string): Promise<string> {
  const rows = await local.call('publisher.list', {});
  const digits = digitsOf(word);
  const found = rows.filter(
    ({ fingerprint, names }) =>
      (digits !== null && fingerprintGroups(fingerprint).join('').startsWith(digits)) ||
      (/^[0-9a-f]{8,64}$/.test(word) && fingerprint.startsWith(word)) ||
      Object.values(names).some((name) => name.toLowerCase() === word.toLowerCase()),
  );
  const [only, another] = found;
  if (only && !another) return only.fingerprint;
  throw wrongUsage(
    another
      ? `More than one publisher is meant by ${word}: give more of its number.`
      : `No publisher on this computer is meant by ${word}; "publisher list" names them.`,
  );
}
