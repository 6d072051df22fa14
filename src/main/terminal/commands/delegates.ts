// publisher apply, publisher delegate: others, with keys of their own, who speak for a namespace in a publisher's packs.
import { resolve } from 'node:path';
import { openContainer } from '../../packs/container/container.ts';
import { delegate, delegateAway, undelegate } from '../../packs/publish/delegate.ts';
import { keyIdOf, type PublicKey } from '../../packs/publish/keys.ts';
import { discardWorkshop, makeWorkshop } from '../../packs/publish/root-changes.ts';
import { applyFor, readApplication } from '../../packs/publish/speaker.ts';
import { takeList } from '../../packs/publish/taken-list.ts';
import type { Workshop } from '../../packs/publish/workshop.ts';
import { counted } from '../lines.ts';
import { EXIT, type ExitCode } from '../terminal.ts';
import { wrongUsage } from '../wrong-usage.ts';
import type { PacksCall } from './packs.ts';
import { numberLines, ringOf, shopOf } from './publisher.ts';

/** publisher apply: a key and an empty list of one's own, and the line that a publisher needs of them. */
export async function applyTo(call: PacksCall): Promise<ExitCode> {
  const { command, terminal } = call;
  const [folder, ns] = command.words as [string, string];
  const shop = makeWorkshop(resolve(terminal.here, folder));
  const ring = ringOf(call, shop);
  const { key, line } = await applyFor(shop, { ns, ring, now: new Date() }).catch(
    (error: unknown) => {
      discardWorkshop(shop);
      throw error;
    },
  );
  terminal.say(`The number of this key, which the publisher compares with you by telephone:
${keyLines(key)}
Give the publisher the line below. Keep the folder keys secret, and a copy of it elsewhere.`);
  await terminal.write(line);
  return EXIT.found;
}

const keyLines = (key: PublicKey) => numberLines(keyIdOf(key));

/** publisher delegate: gives a namespace a list of its own, takes such a list in, or no longer vouches for it. */
export async function delegateTo(call: PacksCall): Promise<ExitCode> {
  const { command, terminal } = call;
  const { to, from, withdraw } = command.options;
  if ([to, from, withdraw].filter(Boolean).length > 1) {
    throw wrongUsage('publisher delegate takes one of --to, --from and --withdraw.');
  }
  const ns = command.words[1] as string;
  const shop = shopOf(call);
  const delegating = { ns, ring: ringOf(call, shop), now: new Date() };
  if (to) return giveAway(call, shop, resolve(terminal.here, to.at(-1) as string));
  if (from) return takeIn(call, shop, resolve(terminal.here, from.at(-1) as string));
  if (withdraw) {
    await undelegate(shop, delegating);
    await terminal.write(`Your packs no longer vouch for ${ns}.\n`);
  } else {
    await delegate(shop, delegating);
    await terminal.write(`${ns} has a list of its own now, signed with ${ns}.age.\n`);
  }
  return EXIT.found;
}

async function giveAway(call: PacksCall, shop: Workshop, path: string): Promise<ExitCode> {
  const { command, terminal } = call;
  const application = readApplication(path);
  const ns = command.words[1] as string;
  if (application.ns !== ns) {
    throw wrongUsage(`This line is of a key for ${application.ns}, not for ${ns}.`);
  }
  await delegateAway(shop, { application, ring: ringOf(call, shop), now: new Date() });
  await terminal.write(
    `${ns} has a list of its own now, signed with the key of this number:
${keyLines(application.key)}
Compare it by telephone before you give the pack away; if it is another, run
"publisher delegate" with --withdraw.
`,
  );
  return EXIT.found;
}

async function takeIn(call: PacksCall, shop: Workshop, path: string): Promise<ExitCode> {
  const { command, terminal } = call;
  const ns = command.words[1] as string;
  const from = await openContainer(path);
  try {
    const ring = ringOf(call, shop);
    const { signal } = terminal;
    const { version, files } = await takeList(shop, { from, ns, ring, now: new Date(), signal });
    await terminal.write(
      `List ${version} of ${ns}, as its own key signed it, is in your pack: ${counted(files, 'new file')}.\n`,
    );
    return EXIT.found;
  } finally {
    await from.close();
  }
}
