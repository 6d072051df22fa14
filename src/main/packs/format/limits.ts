// The limits of a pack: what is larger, deeper or more is refused before it is read.
import { MAX_LINE_BYTES } from '../../archive/exchange/record-line.ts';

const KIB = 1 << 10;
const MIB = 1 << 20;

/** Sizes in bytes, the rest in numbers of things. */
export const LIMITS = {
  rootBytes: 64 * KIB,
  roots: 256,
  timestampBytes: 16 * KIB,
  snapshotBytes: 64 * KIB,
  targetsBytes: MIB,
  filesPerRole: 1000,
  /** All lists together, the publisher's own one included. */
  roles: 64,
  /** A list may delegate to lists, and these may once more. */
  delegationDepth: 2,
  /** Keys of one role, and signatures of one file: each costs a check of the whole file. */
  keysPerRole: 32,
  metadataDepth: 16,
  packedBytes: 64 * MIB,
  rawBytes: 256 * MIB,
  /** Raw bytes for each packed one. */
  ratio: 100,
  /** Zstandard's window, as a power of two: levels 3 to 19 need no more. */
  windowLog: 23,
  lineBytes: MAX_LINE_BYTES,
  mediaBytes: 64 * MIB,
  readmeBytes: 64 * KIB,
  /** Files of a pack. */
  entries: 20_000,
  /** FAT32 ends a file just under 4 GiB. */
  fileBytes: 3_900_000_000,
  nsLength: 40,
  nameLength: 24,
} as const;
