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
export function notesOf({ notes, cause }: Pick<Verdict, 'notes' | 'cause'>): PackNote[] {
  return notes.map((note: Note) =>
    note === cause
      ? { ...packNote(note.code, note.detail), severity: 'refusal' as const }
      : packNote(note.code, note.detail),
  );
}
