// How much weight each thing that verification says has for a reader.
import type { PackNote, PackNoteCode } from '../../../shared/pack.ts';
import type { Note, Verdict } from '../verify/verdict.ts';

const INFO: ReadonlySet<PackNoteCode> = new Set([
  'older-pack',
  'expired',
  'root-rotated',
  'withdrawn',
  'newer-list-known',
  'missing',
]);

/** A note as it is shown. */
export function packNote(code: PackNoteCode, detail: PackNote['detail'] = {}): PackNote {
  return { code, severity: INFO.has(code) ? 'info' : 'warning', detail };
}

/** Everything that a verdict says; what refused the list is a refusal, the rest is not. */
export function notesOf({ notes, cause, files }: Weighed): PackNote[] {
  const found: PackNote[] = notes.map((note: Note) =>
    note === cause
      ? { ...packNote(note.code, note.detail), severity: 'refusal' as const }
      : packNote(note.code, note.detail),
  );
  // Its timestamp was signed and newer, or nobody would have looked for what it leads to.
  if (cause?.code === 'incomplete' && files.length > 0) found.push(packNote('newer-list-known'));
  return found;
}

type Weighed = Pick<Verdict, 'notes' | 'cause' | 'files'>;
