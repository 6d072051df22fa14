// The bench's documents as the rivals take them: one page of HTML each, with all texts that our own index searches.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync, crc32 } from 'node:zlib';
import { searchedTexts } from '../../src/main/archive/search/texts.ts';
import { generate } from '../generator.ts';

const PER_FOLDER = 1000;
/** Pixels on a side of the picture without which no ZIM file is made. */
const PICTURE = 48;

/** Where the picture and the first page are, in the folder of the documents. */
export const PICTURE_NAME = 'picture.png';
export const FIRST_PAGE = nameOf(0);

/** The texts of every document, its title first, in the order of their numbers. */
export function* documentTexts(size: number): Generator<string[]> {
  for (const { record } of generate(size)) yield searchedTexts(record).map(({ text }) => text);
}

/** Writes the documents into a folder; gives the bytes of all pages. */
export function writeDocuments(folder: string, size: number): number {
  let number = 0;
  let bytes = 0;
  for (const [title = '', ...texts] of documentTexts(size)) {
    const path = join(folder, nameOf(number));
    if (number % PER_FOLDER === 0) mkdirSync(dirname(path), { recursive: true });
    const page = Buffer.from(pageOf(title, texts));
    writeFileSync(path, page);
    bytes += page.length;
    number += 1;
  }
  writeFileSync(join(folder, PICTURE_NAME), picture());
  return bytes;
}

/** The number of a document by its address or path. */
export function numberOf(address: string): number {
  return Number(/(\d+)\.html/.exec(address)?.[1] ?? -1);
}

function nameOf(number: number): string {
  return join(String(Math.floor(number / PER_FOLDER)), `${number}.html`);
}

function pageOf(title: string, texts: string[]): string {
  const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const paragraphs = texts
    .flatMap((text) => text.split('\n\n'))
    .map((text) => `<p>${escaped(text)}</p>`);
  return `<!doctype html>\n<html><head><meta charset="utf-8"><title>${escaped(title)}</title></head>\n<body>\n${paragraphs.join('\n')}\n</body></html>\n`;
}

// One colour: header, one compressed run of lines, end.
function picture(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(PICTURE, 0);
  header.writeUInt32BE(PICTURE, 4);
  header.set([8, 2], 8);
  const lines = deflateSync(Buffer.alloc(PICTURE * (PICTURE * 3 + 1)));
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', lines),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}
