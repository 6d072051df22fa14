// The one form of archive that a .pack has: plain uncompressed ustar, of regular files, written in one way only.
import { isPackName } from '../format/names.ts';

export const BLOCK = 512;
const NAME_FIELD = 100;
const ZERO_BLOCK = Buffer.alloc(BLOCK);
const EIGHT_GIB = 8 ** 11;

/** Bytes of zeros that end an archive. */
export const END = Buffer.alloc(2 * BLOCK);

/** A file's size rounded up to whole blocks. */
export function padded(size: number): number {
  return Math.ceil(size / BLOCK) * BLOCK;
}

/** The header of one file: nothing in it tells who wrote it, or when, or where. */
export function header(name: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  // A longer name is divided as POSIX has it: the folder in the field for prefixes.
  const cut = Buffer.byteLength(name) > NAME_FIELD ? name.lastIndexOf('/') : -1;
  block.write(name.slice(cut + 1), 0, 'ascii');
  block.write('0000644\0', 100, 'ascii');
  block.write('0000000\0', 108, 'ascii');
  block.write('0000000\0', 116, 'ascii');
  block.write(`${octal(size, 11)}\0`, 124, 'ascii');
  block.write('00000000000\0', 136, 'ascii');
  block.write('        ', 148, 'ascii');
  block.write('0', 156, 'ascii');
  block.write('ustar\x0000', 257, 'ascii');
  if (cut > 0) block.write(name.slice(0, cut), 345, 'ascii');
  block.write(`${octal(sumOf(block), 6)}\0 `, 148, 'ascii');
  return block;
}

const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0');

const sumOf = (block: Buffer) => block.reduce((sum, byte) => sum + byte, 0);

/** Whether a block holds zeros only: where the archive ends. */
export function isEnd(block: Buffer): boolean {
  return block.equals(ZERO_BLOCK);
}

/**
 * Reads a header back: the very bytes that `header` writes for a name that a pack may have, or null. So there are no
 * links, devices, folders, owners, extensions, second spellings or names that lead elsewhere.
 */
export function readHeader(block: Buffer): { name: string; size: number } | null {
  const last = text(block, 0, NAME_FIELD);
  const folder = text(block, 345, 155);
  const name = folder === '' ? last : `${folder}/${last}`;
  const digits = text(block, 124, 12);
  if (!/^[0-7]{11}$/.test(digits) || !isPackName(name)) return null;
  const size = Number.parseInt(digits, 8);
  return size < EIGHT_GIB && header(name, size).equals(block) ? { name, size } : null;
}

function text(block: Buffer, at: number, length: number): string {
  const field = block.subarray(at, at + length);
  const end = field.indexOf(0);
  return field.toString('latin1', 0, end < 0 ? length : end);
}
