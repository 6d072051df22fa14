// What verification found, in sentences for a terminal.
import type { Note, NoteCode } from '../../packs/verify/verdict.ts';

const SENTENCES: Record<NoteCode, string> = {
  'older-pack': 'This pack is older (timestamp {version}) than what is known (timestamp {held}).',
  'no-metadata': 'The list of this pack is missing ({role}).',
  incomplete: 'The list of this pack is cut off ({role} is missing). Ask for a fresh copy.',
  'key-history': 'The pack is missing a part of the key history (root {version}).',
  unsigned: "{role} was not signed by the publisher's keys ({got} of {need}).",
  mixed: 'The parts of this pack do not belong together ({role}).',
  rollback: 'This pack tries to take back newer information ({role}).',
  'too-large': 'Something in this pack is larger than the format allows ({role}{file}).',
  malformed: 'Something in this pack is stranger than the format allows ({role}).',
  'newer-format': 'This pack needs a newer Mahfuz.',
  'no-root': 'You do not know this publisher: compare the number with one you got in another way.',
  'root-rotated':
    'The publisher changed keys (root {version}; {signed} of {holders} holders signed).',
  revoked:
    'The key {keyid} for {role} was taken back on {at}: lists from version {version} on do not count if it signed them.',
  delisted: '{files} files that were listed before are listed no more.',
  rewritten: '{files} files were replaced by others of the same name.',
  withdrawn: '{files} files were withdrawn.',
  equivocation:
    "WARNING: two different lists with one number ({role} {version}) carry this publisher's signature.",
  'history-forked':
    'WARNING: this list remembers another past than the one that was seen ({role} {version}).',
  expired: 'The publisher planned a newer {role} by {since}.',
  clock: "This computer's clock looks wrong: it is before {floor}. Checks do not depend on it.",
};

/** A note as one sentence. */
export function noteSentence({ code, detail }: Note): string {
  return SENTENCES[code].replace(/\{(\w+)\}/g, (_, name: string) => String(detail[name] ?? ''));
}
