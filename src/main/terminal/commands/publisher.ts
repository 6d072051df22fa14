// publisher: making a publisher, changing its keys, and signing by several holders.
import { basename, resolve } from 'node:path';
import { fingerprintGroups } from '../../packs/format/fingerprint.ts';
import { waitingDraft } from '../../packs/publish/draft.ts';
import { delegatedIn, filesIn } from '../../packs/publish/issue.ts';
import { changePassphrase, keyFolder, type KeyRing, nameOf } from '../../packs/publish/key-ring.ts';
import { keyIdOf } from '../../packs/publish/keys.ts';
import {
  type Changed,
  changeKey,
  discardWorkshop,
  initPublisher,
  makeWorkshop,
  type Part,
} from '../../packs/publish/root-changes.ts';
import { type OwnList, ownListOf } from '../../packs/publish/speaker.ts';
import {
  type Issued,
  readIssued,
  type Workshop,
  workshopAt,
} from '../../packs/publish/workshop.ts';
import { json } from '../json.ts';
import { harmless } from '../lines.ts';
import { passphraseFrom } from '../passphrase.ts';
import { EXIT, type ExitCode } from '../terminal.ts';
import { wrongUsage } from '../wrong-usage.ts';
import type { PacksCall } from './packs.ts';

/** The publisher's folder that a command names first. */
export function shopOf({ command, terminal }: PacksCall): Workshop {
  return workshopAt(resolve(terminal.here, command.words[0] as string));
}

/** The keys of a publisher, each opened with its passphrase when it is needed. */
export function ringOf({ command, terminal, workFactor }: PacksCall, shop: Workshop): KeyRing {
  const file = command.options['passphrase-file']?.at(-1);
  return keyFolder(shop.keys, passphraseFrom({ terminal, file }), workFactor);
}

/** The number of a publisher on two lines. */
export function numberLines(fingerprint: string): string {
  const groups = fingerprintGroups(fingerprint);
  return `  ${groups.slice(0, 4).join(' ')}\n  ${groups.slice(4).join(' ')}`;
}

const now = () => new Date();

/** publisher init: new keys, a first root, an empty list. */
export async function init(call: PacksCall): Promise<ExitCode> {
  const { command, terminal } = call;
  const { options } = command;
  const name = readNames(options.name);
  const root = readHolders(options.root?.at(-1));
  const about = options.about?.at(-1) ?? '';
  const contact = options.contact?.at(-1) ?? '';
  const shop = makeWorkshop(resolve(terminal.here, command.words[0] as string));
  const issued = await initPublisher(shop, ringOf(call, shop), {
    publisher: { name, about, contact },
    root,
    now: now(),
  }).catch((error: unknown) => {
    discardWorkshop(shop);
    throw error;
  });
  const { fingerprint } = issued.publisher;
  await terminal.write(
    `A publisher was made. Its number, which readers compare:
${numberLines(fingerprint)}
  SHA-256 ${fingerprint}
The folder pack is what you give away; it is a whole pack already, with no records.
The folder keys is secret. ${root.keys === 1 ? 'Move a copy of root.age off this machine' : 'Give each of root-1, root-2 and root-3 (.age and .pub) to its holder and delete it here'}.
`,
  );
  return EXIT.found;
}

function readNames(values: string[] = []): Record<string, string> {
  const names = values.map((value) => /^([A-Za-z-]{2,35})=(.{1,120})$/u.exec(value));
  if (names.length === 0 || names.includes(null)) {
    throw wrongUsage(
      'publisher init needs --name LANGUAGE=NAME, such as --name en="Example Group".',
    );
  }
  return Object.fromEntries(names.map((match) => [match?.[1], match?.[2]]));
}

function readHolders(value = '1-of-1'): { keys: number; threshold: number } {
  const [, threshold, keys] = /^([1-9])-of-([1-9])$/.exec(value) ?? [];
  if (Number(threshold) <= Number(keys))
    return { keys: Number(keys), threshold: Number(threshold) };
  throw wrongUsage(`--root ${value} is not like 1-of-1 or 2-of-3.`);
}

/** publisher show: who it is, which keys are here, what is published. */
export async function showPublisher(call: PacksCall): Promise<ExitCode> {
  const { command, terminal } = call;
  const shop = shopOf(call);
  const own = ownListOf(shop);
  if (own) return showSpeaker(call, own);
  const { publisher, root, verdict, targets } = await readIssued(shop);
  const roles = root.roles as Record<string, { keyids: string[]; threshold: number }>;
  const keys = Object.entries(roles).map(([role, { keyids, threshold }]) => ({
    role,
    threshold,
    keys: keyids.map((id) => ({ id, here: nameOf(shop.keys, id) })),
  }));
  const draft = waitingDraft(shop);
  const delegates = delegatesOf(targets);
  if (command.json) {
    const { pack, files } = verdict;
    await terminal.write(
      `${json({ ...publisher, number: fingerprintGroups(publisher.fingerprint).join(' '), keys, delegates, list: pack, files: files.length, draft: draft?.path ?? null })}\n`,
    );
    return EXIT.found;
  }
  const lines = [
    ...Object.entries(publisher.name).map(([lang, name]) => `${name} (${lang})`),
    'Number:',
    numberLines(publisher.fingerprint),
    `Root ${publisher.rootVersion}, list ${verdict.pack?.version ?? 0}, ${verdict.files.length} files`,
    ...keys.map(
      ({ role, threshold, keys }) =>
        `${role}: ${threshold} of ${keys.length} must sign; ${keys.map(({ id, here }) => (here ? `${here}.age` : `${id.slice(0, 16)} (not here)`)).join(', ')}`,
    ),
    ...delegates.flatMap(delegateLines),
    ...(draft ? [`A draft waits for signatures: ${draft.path}`] : []),
  ];
  await terminal.write(`${harmless(lines.join('\n'))}\n`);
  return EXIT.found;
}

const delegatesOf = (targets: Issued['targets']) =>
  [...targets.values()].flatMap(delegatedIn).map(({ name, namespaces, keys }) => ({
    list: name,
    namespaces,
    keys: keys.map((key) => fingerprintGroups(keyIdOf(key)).join(' ')),
  }));

const delegateLines = ({ list, namespaces, keys }: ReturnType<typeof delegatesOf>[number]) => [
  `${list}: ${namespaces.length > 0 ? 'signed with the key of this number' : 'no longer vouched for'}`,
  ...keys.map((number) => `  ${number}`),
];

async function showSpeaker(
  { command, terminal }: PacksCall,
  { ns, part, keyid }: OwnList,
): Promise<ExitCode> {
  const [number, files] = [fingerprintGroups(keyid).join(' '), filesIn(part).length];
  await terminal.write(
    command.json
      ? `${json({ namespace: ns, key: number, version: part.version, files })}\n`
      : `Speaks for ${ns}, in another publisher's packs, with the key of this number:
${numberLines(keyid)}
List ${String(part.version)}, ${files} files\n`,
  );
  return EXIT.found;
}

/** publisher rotate and publisher revoke: a new key in the place of another. */
export async function replaceKey(call: PacksCall): Promise<ExitCode> {
  const { options, name } = call.command;
  const part = readPart(options.key?.at(-1));
  const fromVersion = options['from-version']?.at(-1);
  if (fromVersion !== undefined && !/^[1-9]\d{0,15}$/.test(fromVersion)) {
    throw wrongUsage(`--from-version ${fromVersion} is not the number of a list.`);
  }
  const why = options.why?.at(-1);
  if (name === 'publisher revoke' && !why) throw wrongUsage('publisher revoke needs --why TEXT.');
  const stolen = why
    ? { why, fromVersion: fromVersion === undefined ? undefined : Number(fromVersion) }
    : undefined;
  const shop = shopOf(call);
  return sayChange(call, await changeKey(shop, ringOf(call, shop), { part, now: now(), stolen }));
}

function readPart(value: string | undefined): Part {
  if (value === 'targets' || value === 'publishing') return value;
  const number = /^root(?:-([1-9]))?$/.exec(value ?? '');
  if (number) return Number(number[1] ?? 1);
  throw wrongUsage('--key is one of targets, publishing, root, or root-1, root-2, root-3.');
}

/** Says whether a change of keys is in force or waits for signatures. */
export async function sayChange({ terminal }: PacksCall, { draft }: Changed): Promise<ExitCode> {
  if (draft === null) {
    await terminal.write('The change is in force, and the pack is signed anew.\n');
    return EXIT.found;
  }
  await terminal.write(
    `More holders must sign: ${draft}
Carry this file to each of them; they run "publisher draft" and "publisher sign".
Then bring their signatures back with "publisher merge".
`,
  );
  return EXIT.found;
}

/** publisher passphrase: a key file under another passphrase. */
export async function newPassphrase({
  command,
  terminal,
  workFactor,
}: PacksCall): Promise<ExitCode> {
  const { options, words } = command;
  const path = resolve(terminal.here, words[0] as string);
  const name = basename(path);
  const [old, fresh] = [options['passphrase-file'], options['new-passphrase-file']];
  const from = await passphraseFrom({ terminal, file: old?.at(-1) })(name, false);
  const to = await passphraseFrom({ terminal, file: fresh?.at(-1), chosen: true })(name, true);
  await changePassphrase(path, { from, to, workFactor });
  await terminal.write(`${name} opens with the new passphrase only.\n`);
  return EXIT.found;
}
