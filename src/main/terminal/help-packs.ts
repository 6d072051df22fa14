// What the terminal can do with packs, taught by examples.
import type { PacksCommandName } from './options.ts';

const RUN = 'npm run -s cli --';

const PASSPHRASE = `The passphrase is asked for, or read from --passphrase-file FILE or from the
variable MAHFUZ_PASSPHRASE; it is never a word of the command.`;

const PACK = `A pack is a folder with metadata and data in it, or the same in one .pack file.`;

/** The explanations of the commands about packs. */
export const PACKS_TOPICS: Record<PacksCommandName, string> = {
  'publisher init': `Become a publisher: make keys, and a pack that has no records yet.

  ${RUN} publisher init FOLDER --name LANGUAGE=NAME [options]

  ${RUN} publisher init group --name 'en=Our Group' --root 2-of-3

In FOLDER, pack is what you give away, and keys is secret. The number that is
printed is who you are: readers compare it by telephone.

  --name en=NAME     your name in a language; once for each language
  --root 2-of-3      two of three holders must agree to change keys; else 1-of-1
  --about TEXT       what you do
  --contact TEXT     how you are reached

${PASSPHRASE}`,

  'publisher show': `Show a publisher: its number, which keys are here, what waits.

  ${RUN} publisher show FOLDER [--json]`,

  'publisher rotate': `Put a new key in the place of another.

  ${RUN} publisher rotate FOLDER --key targets

  --key KEY          targets, publishing, root, or root-1, root-2, root-3

Where not enough root keys are here, a draft is written for the other holders;
help publisher sign tells how they sign it.

${PASSPHRASE}`,

  'publisher revoke': `Take a stolen key back: readers mark what it signed from a list on.

  ${RUN} publisher revoke FOLDER --key KEY --why TEXT [options]

  --key KEY          targets, publishing, root, or root-1, root-2, root-3
  --why TEXT         what happened: readers see it
  --from-version 12  the first list that may be the thief's (else your next one)

The key of your lists takes the publishing key with it, so that lists with too
high numbers lose their force.

${PASSPHRASE}`,

  'publisher apply': `Make a key to speak for a namespace in another publisher's packs.

  ${RUN} publisher apply FOLDER NAMESPACE > line.txt

The line is public: give it to the publisher, who takes it with publisher
delegate --to, and compares the number of the key with you by telephone. Then
pack build FOLDER and pack withdraw FOLDER work as for a publisher; FOLDER/pack
is what you hand over.

${PASSPHRASE}`,

  'publisher delegate': `Let a namespace have a list and a key of its own, or vouch for it no longer.

  ${RUN} publisher delegate FOLDER NAMESPACE
  ${RUN} publisher delegate FOLDER NAMESPACE --to line.txt
  ${RUN} publisher delegate FOLDER NAMESPACE --from PACK
  ${RUN} publisher delegate FOLDER NAMESPACE --withdraw

Records named NAMESPACE/... are signed with another key from then on: your own
NAMESPACE.age, which is useful where a list comes near 1,000 files, or, with
--to, the key of somebody else, who never shows it to you.

  --to FILE          the line that publisher apply printed for them
  --from PACK        takes in the list that they signed, and its files; it must
                     follow from the one before, and name nothing else
  --withdraw         vouch for the namespace no longer

${PASSPHRASE}`,

  'publisher draft': `Explain a draft: its number, what it changes, who has signed.

  ${RUN} publisher draft 2.root.json [1.root.json]

Every holder sees the same number: compare it before you sign.`,

  'publisher sign': `Sign a draft with your key, on a machine of your own.

  ${RUN} publisher sign 2.root.json root-2.age > signature.txt

The draft is explained first, as publisher draft does. The signature is one
line; it is not secret.

${PASSPHRASE}`,

  'publisher merge': `Bring holders' signatures into the draft that waits.

  ${RUN} publisher merge FOLDER signature.txt [...]

Once enough have signed, the change is in force and the pack is signed anew.

${PASSPHRASE}`,

  'publisher passphrase': `Give a key file another passphrase.

  ${RUN} publisher passphrase root-2.age

  --new-passphrase-file FILE   where the new one is read from

${PASSPHRASE}`,

  'pack build': `Put records into your pack and sign its list.

  ${RUN} pack build FOLDER --from records.ndjson
  ... | ${RUN} pack build FOLDER --from -

One record a line, of any length of file. What was published before is passed
over, so you may give everything again. Testimony and what was withdrawn for
safety goes into files of its own, which can be left out when packs are passed
on. Whatever is wrong, nothing is published, and the line is named.

  --from FILE        records; may be given several times
  --json             answer for programs instead of people

${PASSPHRASE}`,

  'pack withdraw': `Take a file back that should never have been given away.

  ${RUN} pack withdraw FOLDER FILE --why TEXT

FILE is as pack list shows it, such as hrd/000002-sensitive.ndjson.zst. It stays
on the list, marked as withdrawn, so that nobody takes its absence for a trick.
Readers who have it are told; a single record is withdrawn by a new revision.

  --why TEXT         the reason: readers see it

${PASSPHRASE}`,

  'pack verify': `Check who signed a pack, whether every file is whole, and every record of it.

  ${RUN} pack verify PACK [--number "23501 30321 ..."] [--quick]

${PACK}
Records are read as an import reads them, so that what a reader would refuse is
seen before the pack is given away.

  --number NUMBER    the publisher's number, as you know it from elsewhere
  --quick            signatures and hashes only, without reading the records
  --json             answer for programs instead of people

Exit code: 0 signed and whole, 1 some files are not in this pack, 2 refused,
damaged, with records that readers refuse, or another publisher's.`,

  'pack list': `List the files of a pack.

  ${RUN} pack list PACK [--json]

${PACK}`,

  'pack diff': `Tell what a newer pack brings beside an older one.

  ${RUN} pack diff OLDER NEWER [--json]

${PACK}

Exit code: 0 something differs, 1 nothing does, 2 refused.`,

  'pack copy': `Copy a pack, as a folder or as one file.

  ${RUN} pack copy ~/group/pack group.pack
  ${RUN} pack copy group.pack folder

A copy shows nothing of who made it: all copies are the same, bit by bit.`,

  'pack split': `Divide a pack into parts for small sticks.

  ${RUN} pack split PACK FOLDER --max-size 700M

Each part is a pack by itself: any of them, in any order, can be imported.`,
};
