// publisher draft, sign, merge: a root that several holders sign, each on a machine of their own.
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { metadataName } from '../../packs/format/names.ts';
import { draftChanges, readDraft, signatureLine, standingOf } from '../../packs/publish/draft.ts';
import { openKey } from '../../packs/publish/keys.ts';
import { mergeSignatures } from '../../packs/publish/root-changes.ts';
import { harmless } from '../lines.ts';
import { passphraseFrom } from '../passphrase.ts';
import { EXIT, type ExitCode } from '../terminal.ts';
import type { PacksCall } from './packs.ts';
import { numberLines, ringOf, sayChange, shopOf } from './publisher.ts';

/** publisher draft: what a draft changes, and how many have signed it. */
export async function explainDraft({ command, terminal }: PacksCall): Promise<ExitCode> {
  await terminal.write(draftText(command.words.map((word) => resolve(terminal.here, word))));
  return EXIT.found;
}

function draftText([path, given]: string[]): string {
  const draft = readDraft(path as string);
  const before = given ?? rootBefore(path as string, Number(draft.signed.version));
  const earlier = before === null ? null : readDraft(before);
  const standing = standingOf(bytesOf(path as string), before === null ? null : bytesOf(before));
  const signedBy = [standing.own, ...(standing.before ? [standing.before] : [])];
  const lines = [
    `Root ${Number(draft.signed.version)}. Its number, the same for every holder:`,
    numberLines(draft.hash),
    ...draftChanges(draft.signed, earlier?.signed ?? null).map((change) => `- ${change}`),
    `Signed by ${Math.min(...signedBy.map(({ got }) => got))} of ${Math.max(...signedBy.map(({ need }) => need))} that are needed.`,
    ...(before === null ? ['Give the root before it as well, to see only what changes.'] : []),
  ];
  return `${harmless(lines.join('\n'))}\n`;
}

// In a publisher's own folder the root before lies in the pack; a holder may have been given it beside the draft.
function rootBefore(path: string, version: number): string | null {
  const name = metadataName('root', version - 1);
  const places = [resolve(dirname(path), '../pack', name), resolve(dirname(path), basename(name))];
  return places.find((place) => existsSync(place)) ?? null;
}

/** publisher sign: one holder's signature of a draft, as a line on standard output. */
export async function signDraft(call: PacksCall): Promise<ExitCode> {
  const { command, terminal } = call;
  const [draftPath, keyPath] = command.words.map((word) => resolve(terminal.here, word));
  const draft = readDraft(draftPath as string);
  for (const line of draftText([draftPath as string])
    .trimEnd()
    .split('\n'))
    terminal.say(line);
  const name = basename(keyPath as string);
  const file = command.options['passphrase-file']?.at(-1);
  const passphrase = await passphraseFrom({ terminal, file })(name, false);
  const key = await openKey(bytesOf(keyPath as string), passphrase, name);
  await terminal.write(signatureLine(draft, key));
  return EXIT.found;
}

/** publisher merge: holders' signatures into the draft that waits. */
export async function merge(call: PacksCall): Promise<ExitCode> {
  const { command, terminal } = call;
  const lines = command.words
    .slice(1)
    .flatMap((word) => bytesOf(resolve(terminal.here, word)).toString('utf8').split('\n'));
  const shop = shopOf(call);
  return sayChange(
    call,
    await mergeSignatures(shop, ringOf(call, shop), { lines, now: new Date() }),
  );
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new AppError('file_unreadable', { name: basename(path) }, { cause });
  }
}
