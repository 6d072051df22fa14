// What the terminal can do with packs that were received, taught by examples.
import { RUN } from './help-parts.ts';
import type { ReceivingName } from './options.ts';

const WHO = `PUBLISHER is its number or the first digits of it, its fingerprint, or its
name.`;

const JSON_TOO = `  --json             answer for programs instead of people`;

export const RECEIVING_TOPICS: Record<ReceivingName, string> = {
  'pack import': `Take packs into the archive: a folder or a .pack file each.

  ${RUN} pack import PACK [PACK ...] [options]

  --look             says what it is, and imports nothing
${JSON_TOO}

First it is said who signed it, what is new and what is wrong. An unknown
publisher goes into quarantine: its records are in no search that does not name
its shelf. What is here already is passed over, so a pack may be imported again,
and an import that was cut short goes on.

Exit code: 0 imported, 2 refused or failed, 130 stopped with Ctrl-C.`,

  'pack share': `Copy packs of a publisher onto a drive, to pass them on.

  ${RUN} pack share PUBLISHER FOLDER [options]

  ${RUN} pack share 23501 /media/stick --after 2025 --what-fits

  --after DATE       files whose dates reach that far, and those without dates
  --before DATE      ... and not beyond
  --what-fits        leaves out the oldest where there is no room
  --sensitive        also what could endanger somebody
  --as pack          one .pack file instead of a folder
${JSON_TOO}

${WHO}
Room is checked first, every byte is read again, and the copy shows nothing of
you. The publisher's own files are copied, not your notes or settings.`,

  'pack undo': `Take back an import as a whole.

  ${RUN} pack undo PUBLISHER IMPORT [--json]

${WHO} "ledger" lists the imports. What the publisher's lists and keys say stays
known.`,

  'publisher list': `List the publishers on this computer.

  ${RUN} publisher list --json`,

  'publisher trust': `Trust a publisher whose number you compared in another way, by telephone
for example.

  ${RUN} publisher trust NUMBER [--json]

All 40 digits are needed, in any digits and spacing.`,

  'publisher quarantine': `Put a publisher back into quarantine.

  ${RUN} publisher quarantine PUBLISHER [--json]

${WHO}`,

  'publisher remove': `Remove a publisher with everything it brought.

  ${RUN} publisher remove PUBLISHER [--json]

${WHO}`,

  ledger: `What a publisher issued, what of it is here, how its keys changed, and what
contradicts itself.

  ${RUN} ledger PUBLISHER [--lang ur] [--json]

${WHO}`,

  remove: `Remove one record with all its revisions from this computer.

  ${RUN} remove ID [--shelf SHELF] [--json]`,
};
