// What commands about packs and this archive say, in sentences.
import type {
  PackImportReport,
  PackInspection,
  PackNote,
  PublisherIdentity,
  PublisherRow,
  RemovalNote,
  RemovalReport,
  ShareReport,
} from '../../../shared/pack.ts';
import { NOTE_CODES, type NoteCode } from '../../packs/verify/verdict.ts';
import { count, counted } from '../lines.ts';
import { noteSentence } from './pack-notes.ts';

type OwnCode = Exclude<PackNote['code'], NoteCode>;

const OWN: Record<OwnCode, string> = {
  'newer-list-known': 'A newer list exists, but has not reached you whole: ask for it.',
  'crashed-before': 'Mahfuz ended while it read {file} before: import with care.',
  damaged: '{file} is damaged on this stick.',
  missing: '{files} files are not on this stick.',
  'bad-records': '{file} was refused: {problem}.',
  'needs-newer-reader': '{lines} records in {file} need a newer Mahfuz.',
  'not-delegated': '{file} speaks for somebody that it may not speak for: not taken.',
  'stolen-key': '{records} records are signed with a stolen key only.',
  resembles: 'The name is hard to tell from that of another publisher here: compare the numbers.',
};

function noteText({ code, detail, severity }: PackNote): string {
  const isVerified = (NOTE_CODES as readonly string[]).includes(code);
  const text = isVerified
    ? noteSentence({ code: code as NoteCode, detail: detail as Record<string, string | number> })
    : OWN[code as OwnCode].replace(/\{(\w+)\}/g, (_, name: string) => String(detail[name] ?? ''));
  return severity === 'refusal' ? `REFUSED: ${text}` : text;
}

const STATUS = {
  trusted: 'trusted: its number was compared',
  quarantined: 'in quarantine: its number was not compared',
  unknown: 'not known on this computer',
} as const;

function identityLines({ names, digits, status, resembles }: PublisherIdentity): string[] {
  const name = names.en ?? Object.values(names)[0] ?? '';
  return [
    `Publisher, as it calls itself: ${name} (${STATUS[status]})`,
    `Its number: ${digits.join(' ')}`,
    ...resembles.map(
      (other) =>
        `Its name resembles that of ${Object.values(other.names)[0]}: ${other.digits.join(' ')}`,
    ),
  ];
}

const day = (instant: string | null) => instant?.slice(0, 10) ?? 'an unknown day';
const mebibytes = (bytes: number) => `${(bytes / (1 << 20)).toFixed(1)} MiB`;

/** What a pack is, before anything changes. */
export function inspectionText(looked: PackInspection): string {
  const { publisher, list, files, records, bytes, notes } = looked;
  const lines = publisher ? identityLines(publisher) : ['No publisher could be read from it.'];
  if (list.version !== null) {
    lines.push(`List ${list.version}, which the publisher says it issued on ${day(list.issued)}.`);
  }
  lines.push(
    `${counted(files.listed, 'file')} listed: ${files.here} here, ${files.fresh} new, ${files.missing} missing, ${files.damaged} damaged.`,
    records
      ? `${counted(records.added, 'new record')}, ${records.changed} changed, ${records.withdrawn + records.withdrawnForSafety} withdrawn.`
      : `${counted(looked.listedRecords, 'record')} in the new files.`,
    `Room needed: about ${mebibytes(bytes.needed)}${bytes.free === null ? '' : `, free: ${mebibytes(bytes.free)}`}.`,
    ...notes.map(noteText),
  );
  return lines.join('\n');
}

/** What an import did. */
export function importText({
  files,
  records,
  status,
  cancelled,
  ...rest
}: PackImportReport): string {
  const lines = [
    `${counted(files.merged, 'file')} added: ${counted(records.added, 'new record')}, ${records.updated} brought up to date, ${records.older} older and ${records.known} known revisions. ${files.damaged} damaged, ${files.refused} refused, ${files.missing} missing.`,
  ];
  if (rest.import !== null) {
    lines.push(`"pack undo" takes this back as import ${rest.import}.`);
  }
  if (status === 'quarantined') {
    lines.push(
      'The publisher is in quarantine: its records are found with --shelf only. When you have compared its number, use "publisher trust".',
    );
  }
  if (cancelled) lines.push('Cancelled: what was finished stays; import again to go on.');
  return lines.join('\n');
}

/** A publisher in the list. */
export function publisherText(row: PublisherRow): string {
  const { files, listVersion, issued, records, bytes, warnings } = row;
  return [
    ...identityLines(row),
    `List ${listVersion}, issued ${day(issued)}; ${files.listed} files issued, you hold ${files.here}, ${files.missing} missing, ${files.damaged} damaged; ${counted(records, 'record')}, ${mebibytes(bytes)}.`,
    ...warnings.map(noteText),
  ].join('\n');
}

const REMOVAL: Record<RemovalNote, string> = {
  'flash-may-keep': 'Memory cards and sticks may keep deleted bytes for some time.',
  'comes-back': 'A later pack that carries it brings it back.',
  'partial-files': 'The files that carried it are no longer whole and are not passed on.',
  'bundled-comes-back': 'A newer Mahfuz, or a rebuilt archive, brings it back.',
  'list-stays': 'What the lists of the publisher say stays known.',
};

/** What a removal did, and what it cannot do. */
export function removalText({ records, revisions, files, bytes, notes }: RemovalReport): string {
  return [
    `Removed: ${counted(records, 'record')} in ${counted(revisions, 'revision')}, ${counted(files, 'file')}, ${mebibytes(bytes)}.`,
    ...notes.map((note) => REMOVAL[note]),
  ].join('\n');
}

/** What was copied. */
export function shareText({ name, files, bytes, records, leftOut, noRoom }: ShareReport): string {
  const left = [
    leftOut.sensitive > 0 ? `${leftOut.sensitive} sensitive` : null,
    leftOut.dates > 0 ? `${leftOut.dates} outside the dates` : null,
    leftOut.notHeld > 0 ? `${leftOut.notHeld} not held` : null,
    noRoom > 0 ? `${noRoom} without room` : null,
  ].filter(Boolean);
  return [
    `${name}: ${counted(files, 'file')} with ${count(records)} records, ${mebibytes(bytes)}, copied, read again and verified. It is safe to remove the drive.`,
    ...(left.length > 0 ? [`Left out: ${left.join(', ')}.`] : []),
  ].join('\n');
}
