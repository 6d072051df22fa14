// Bodies on a terminal.
import { expect, it } from 'vitest';
import { body } from '../../src/main/archive/reading/body.ts';
import { bodyText } from '../../src/main/terminal/body-text.ts';

const screen = { width: 40, bold: false };

it('sets headings, lists, quotes, tables and links as plain lines', () => {
  const source = `# Order

The **regulator** wrote to [all operators](https://example.org/letter).

- one item that is long enough to need a second line
- two
  1. inner

> said the minister

| place | nights |
|---|---|
| North | 3 |

\`\`\`
as  it   is
\`\`\``;
  expect(bodyText(screen, body(source).nodes)).toBe(`Order

The regulator wrote to all operators
<https://example.org/letter>.

- one item that is long enough to need a
  second line
- two
  1. inner

  said the minister

place | nights
North | 3

    as  it   is`);
});

it('keeps a hard line break', () => {
  expect(bodyText(screen, body('a  \nb').nodes)).toBe('a\nb');
});
