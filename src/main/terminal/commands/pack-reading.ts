// pack verify, pack list, pack diff: what a pack holds and whether it is what its publisher signed.
import { resolve } from 'node:path';
import { AppError } from '../../../shared/errors.ts';
import { type Container, openContainer } from '../../packs/container/container.ts';
import { fingerprintGroups } from '../../packs/format/fingerprint.ts';
import { payloadLines, payloadState, seemingState } from '../../packs/payload/payload.ts';
import type { ListedFile, Trusted, Verdict } from '../../packs/verify/verdict.ts';
import { verifyPack } from '../../packs/verify/verify-pack.ts';
import { json } from '../json.ts';
import { count, counted, harmless } from '../lines.ts';
import { EXIT, type ExitCode } from '../terminal.ts';
import { wrongUsage } from '../wrong-usage.ts';
import { noteSentence } from './pack-notes.ts';
import type { PacksCall } from './packs.ts';
import { numberLines } from './publisher.ts';

async function withPackAt<T>(
  { command, terminal }: PacksCall,
  index: number,
  work: (pack: Container) => Promise<T>,
): Promise<T> {
  const pack = await openContainer(resolve(terminal.here, command.words[index] as string));
  try {
    return await work(pack);
  } finally {
    await pack.close();
  }
}

interface Wrong {
  path: string;
  state: keyof States;
  /** What is wrong with its records. */
  problem?: string;
}

const noStates = () => ({ whole: 0, damaged: 0, missing: 0, withdrawn: 0, unfit: 0 });
type States = ReturnType<typeof noStates>;

/** How a file is: first whether it is what was signed, only then, unless it is to go quickly, what an import would say of its records. */
async function stateOf(
  pack: Container,
  file: ListedFile,
  { quick, signal }: { quick: boolean; signal: AbortSignal },
): Promise<Omit<Wrong, 'path'>> {
  const state = await payloadState(pack, file, signal);
  if (state === 'missing' && file.custom.withdrawn) return { state: 'withdrawn' };
  if (state !== 'whole' || quick || file.custom.kind !== 'records') return { state };
  try {
    for await (const { line } of payloadLines(pack, file, signal)) void line;
    return { state };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'payload_malformed') throw error;
    return { state: 'unfit', problem: String(error.detail.problem) };
  }
}

/** pack verify: every signature, every file with its records, and whether the publisher is the one expected. */
export async function verifyAt(call: PacksCall): Promise<ExitCode> {
  const { command, terminal } = call;
  const expected = readNumber(command.options.number?.at(-1));
  return withPackAt(call, 0, async (pack) => {
    const verdict = await verifyPack(pack, null);
    const states = noStates();
    const wrong: Wrong[] = [];
    const how = { quick: command.options.quick !== undefined, signal: terminal.signal };
    for (const [index, file] of verdict.files.entries()) {
      terminal.progress(`Checking… ${count(index)} of ${count(verdict.files.length)}`);
      const found = await stateOf(pack, file, how);
      states[found.state] += 1;
      if (found.state !== 'whole') wrong.push({ path: file.path, ...found });
    }
    terminal.progress('');
    const { publisher, outcome } = verdict;
    const number = publisher ? fingerprintGroups(publisher.fingerprint).join(' ') : null;
    const isExpected = expected === null ? null : expected === number;
    const said = { outcome, number, expected: isExpected, ...states };
    await terminal.write(
      command.json
        ? `${json({ ...said, publisher, notes: verdict.notes, list: verdict.pack, wrong })}\n`
        : verdictText(verdict, said, wrong),
    );
    const isBad = outcome === 'refused' || states.damaged + states.unfit > 0;
    if (isBad || isExpected === false) return EXIT.failure;
    return states.missing > 0 ? EXIT.nothing : EXIT.found;
  });
}

function readNumber(value: string | undefined): string | null {
  if (value === undefined) return null;
  const digits = value.replace(/[\u06f0-\u06f9\u0660-\u0669]/g, (digit) =>
    String((digit.codePointAt(0) as number) & 15),
  );
  const plain = digits.replace(/[\s-]/g, '');
  if (!/^\d{40}$/.test(plain)) throw wrongUsage('--number has eight groups of five digits.');
  return (plain.match(/.{5}/g) as string[]).join(' ');
}

interface Said extends States {
  expected: boolean | null;
}

function verdictText(verdict: Verdict, said: Said, wrong: readonly Wrong[]): string {
  const { publisher, pack, files, notes } = verdict;
  const records = files.reduce((sum, { custom }) => sum + custom.records, 0);
  const lines = [
    ...(publisher
      ? [
          `Says that it comes from: ${Object.values(publisher.name).join(' / ')}`,
          'Number of the publisher:',
          numberLines(publisher.fingerprint),
        ]
      : []),
    ...(said.expected === null
      ? []
      : [said.expected ? 'This is the number you gave.' : 'THIS IS NOT THE NUMBER YOU GAVE.']),
    ...(pack
      ? [
          `List ${pack.version}, issued ${pack.issued.slice(0, 10)}: ${counted(files.length, 'file')}, ${counted(records, 'record')}.`,
        ]
      : []),
    ...(pack
      ? [
          `${count(said.whole)} whole, ${count(said.damaged)} damaged, ${count(said.missing)} not in this pack${said.withdrawn > 0 ? `, ${count(said.withdrawn)} withdrawn` : ''}${said.unfit > 0 ? `, ${count(said.unfit)} with records that readers refuse` : ''}.`,
        ]
      : []),
    ...wrong.filter(({ state }) => state === 'damaged').map(({ path }) => `  damaged: ${path}`),
    ...wrong
      .filter(({ state }) => state === 'unfit')
      .map(({ path, problem }) => `  refused by readers: ${path}: ${problem}`),
    ...notes.map(noteSentence),
    verdict.outcome === 'refused' ? 'Refused.' : 'Signed as it should be.',
  ];
  return `${harmless(lines.join('\n'))}\n`;
}

/** pack list: the files of a pack, as its lists have them. */
export async function listPack(call: PacksCall): Promise<ExitCode> {
  const { command, terminal } = call;
  return withPackAt(call, 0, async (pack) => {
    const { files, cause } = await verifyPack(pack, null);
    const listed = files.map((file) => ({ ...file, here: seemingState(pack, file) }));
    const lines = listed.map(({ path, length, custom, here }) => {
      const covers = custom.covers?.join(' to ') ?? 'undated';
      const marks = [
        custom.sensitive && 'sensitive',
        custom.withdrawn && 'withdrawn',
        here !== 'whole' && here,
      ];
      return [
        path,
        counted(custom.records, 'record'),
        `${count(length)} bytes`,
        covers,
        ...marks.filter(Boolean),
      ].join('  ');
    });
    if (cause) lines.push(noteSentence(cause));
    await terminal.write(`${command.json ? json(listed) : harmless(lines.join('\n'))}\n`);
    return cause ? EXIT.failure : EXIT.found;
  });
}

/** pack diff: what a newer pack brings beside an older one of the same publisher. */
export async function diffPacks(call: PacksCall): Promise<ExitCode> {
  const { command, terminal } = call;
  const before = await withPackAt(call, 0, (pack) => verifyPack(pack, null));
  return withPackAt(call, 1, async (pack) => {
    const verdict = await verifyPack(pack, trustedFrom(before));
    const { added, delisted, rewritten, withdrawn } = verdict.changes;
    const records = await recordsIn(pack, added, terminal.signal);
    const text = [
      `List ${before.pack?.version ?? 0} and list ${verdict.pack?.version ?? 0}: ${counted(added.length, 'new file')}, ${counted(records.length, 'record')} in those that are here.`,
      ...records.map(({ id, revision, title }) => `+ ${id} (${revision})  ${title}`),
      ...delisted.map(({ path }) => `- ${path}: listed no more`),
      ...rewritten.map(({ path }) => `! ${path}: another file by the same name`),
      ...withdrawn.map(({ path }) => `! ${path}: withdrawn`),
      ...verdict.notes.map(noteSentence),
    ];
    const { outcome, notes } = verdict;
    await terminal.write(
      command.json
        ? `${json({ outcome, notes, added, delisted, rewritten, withdrawn, records })}\n`
        : `${harmless(text.join('\n'))}\n`,
    );
    if (outcome === 'refused') return EXIT.failure;
    const changed = added.length + delisted.length + rewritten.length + withdrawn.length;
    return changed > 0 ? EXIT.found : EXIT.nothing;
  });
}

interface Told {
  id: string;
  revision: number;
  title: string;
}

async function recordsIn(pack: Container, files: readonly ListedFile[], signal: AbortSignal) {
  const found: Told[] = [];
  for (const file of files) {
    // Whether it is what was signed is known before anything of it is unpacked.
    if ((await payloadState(pack, file, signal)) !== 'whole') continue;
    for await (const { record } of payloadLines(pack, file, signal)) {
      if (record) found.push({ id: record.id, revision: record.revision, title: record.title });
    }
  }
  return found;
}

// What somebody would trust who had taken the older pack.
function trustedFrom({ publisher, roots, lists, seen }: Verdict): Trusted | null {
  if (!publisher || !lists) return null;
  const history: Record<string, Record<number, string>> = {};
  for (const { role, version, hash } of lists.targets) history[role] = { [version]: hash };
  return {
    fingerprint: publisher.fingerprint,
    roots: roots.map(({ bytes }) => bytes),
    lists: {
      timestamp: lists.timestamp.bytes,
      snapshot: lists.snapshot.bytes,
      targets: lists.targets.map(({ role, bytes }) => ({ role, bytes })),
    },
    history,
    seen,
  };
}
