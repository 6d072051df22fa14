// Plain text of a body: markup is no word, and no text makes it slow.
import { expect, it } from 'vitest';
import { plainText } from '../../../src/main/archive/search/plain-text.ts';

it.each([
  [
    'headings and lists',
    '# Order\n\n- first\n* second\n> quoted',
    'Order\n\nfirst\nsecond\nquoted',
  ],
  [
    'emphasis and code',
    'It was **never** *published*, says `PTA`.',
    'It was never published, says PTA.',
  ],
  [
    'links and pictures',
    'See [the order](https://x.example/a(b) "t") ![map](m.png)',
    'See the order map',
  ],
  ['references', 'As [reported][1].\n\n[1]: https://x.example "T"', 'As reported.\n\n'],
  ['tables', '| a | b |\n|---|:-:|\n| c | d |', ' a b \n\n c d '],
  ['escapes', '5 \\* 3, snake_case, _soft_', '5 * 3, snake_case, soft'],
])('leaves out the signs of %s', (_, body, plain) => {
  expect(plainText(body)).toBe(plain);
});

it('leaves a text without markup as it is', () => {
  const text = 'The ministry said: “nothing happened” (twice) – in 2024.';
  expect(plainText(text)).toBe(text);
});

it('takes no longer for hostile text than for any other', () => {
  const size = 300_000;
  for (const piece of ['[', '](', '[a](', '[a](b "', '_', '*', '[a]: ', '|', '\\', '`a', '](((']) {
    const text = piece.repeat(size / piece.length);
    expect(plainText(text).length).toBeLessThanOrEqual(text.length);
  }
});
