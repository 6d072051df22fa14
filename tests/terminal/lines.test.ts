// Text on a terminal: wrapped, harmless, with right-to-left text kept to itself.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns, harmless, paragraph } from '../../src/main/terminal/lines.ts';
import { json } from '../../src/main/terminal/json.ts';

const screen = { width: 24, bold: false };

describe('a paragraph on a terminal', () => {
  it('is wrapped at its width, with later lines under the first', () => {
    const text = 'one two three four five six seven eight';
    expect(paragraph(screen, text, { before: '1. ' })).toBe(
      '1. one two three four\n   five six seven eight',
    );
  });

  it('is one line where it goes to a file', () => {
    const text = 'word '.repeat(100).trim();
    expect(paragraph({ width: null, bold: false }, text)).toBe(text);
  });

  it('leaves a long address whole', () => {
    const url = `https://example.org/${'a'.repeat(60)}`;
    expect(paragraph(screen, `see ${url} now`)).toBe(`see\n${url}\nnow`);
  });

  it('is wrapped between letters where a script has no spaces, two columns a letter', () => {
    expect(paragraph(screen, '互联网关闭'.repeat(4)).split('\n').map(columns)).toEqual([24, 16]);
  });

  it('shows marks in bold, also across the end of a line', () => {
    const marked = paragraph({ width: 20, bold: true }, 'the mobile network was cut', {
      marks: [
        [4, 10],
        [15, 22],
      ],
    });
    expect(marked.replaceAll('\u001b[1m', '<').replaceAll('\u001b[22m', '>')).toBe(
      'the <mobile> netw<ork>\n<was> cut',
    );
  });

  it('keeps a right-to-left title from turning the number before it', () => {
    expect(paragraph(screen, 'ایکس بند', { before: '1  ' })).toBe('1  \u2067ایکس بند\u2069');
    expect(paragraph(screen, 'X (ایکس)')).toBe('\u2066X (ایکس)\u2069');
  });

  it('keeps the zero-width non-joiner that Urdu and Persian are written with', () => {
    expect(harmless('می\u200cخواهم')).toBe('می\u200cخواهم');
  });

  it('never lets a text give orders to the terminal or turn what follows', () => {
    const hostile = '\u001b]0;title\u0007\u001b[2J\u009b31m\u202egnp.exe\u2066\r\b';
    const lines = paragraph({ width: 40, bold: true }, hostile, { marks: [[0, 3]] });
    const rest = lines.replaceAll('\u001b[1m', '').replaceAll('\u001b[22m', '');
    expect(rest).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  });

  it('loses no letter of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const bare = (value: string) => value.replace(/[\s\u2066\u2067\u2069]/g, '');
        expect(bare(paragraph(screen, text))).toBe(bare(harmless(text)));
      }),
    );
  });
});

it('JSON for programs means the same and holds nothing that a terminal obeys', () => {
  const value = { title: 'a\u001b[2J\u009bx\u202eb\u2066', n: 1 };
  expect(JSON.parse(json(value))).toEqual(value);
  expect(json(value)).not.toMatch(
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/,
  );
});
