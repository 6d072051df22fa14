// Bodies become a safe tree, true to its text, for any input whatever.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { body } from '../../../src/main/archive/reading/body.ts';
import type { Body, BodyNode } from '../../../src/shared/reading.ts';

/** Writes a tree as short pseudo-markup, so that expectations read at a glance. */
function sketch(nodes: BodyNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      const more = (node.href ? ` ${node.href}` : '') + (node.first ? ` ${node.first}` : '');
      return `<${node.name}${more}>${sketch(node.children)}</${node.name}>`;
    })
    .join('');
}

interface Walked {
  leaves: { value: string; start: number }[];
  names: Set<string>;
  hrefs: string[];
  depth: number;
  count: number;
}

function walk(tree: Body): Walked {
  const walked: Walked = { leaves: [], names: new Set(), hrefs: [], depth: 0, count: 0 };
  const stack = tree.nodes.map((node) => ({ node, depth: 1 })).reverse();
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth } = next;
    walked.count += 1;
    walked.depth = Math.max(walked.depth, depth);
    if (node.type === 'text') walked.leaves.push(node);
    else {
      walked.names.add(node.name);
      if (node.href !== undefined) walked.hrefs.push(node.href);
      for (let i = node.children.length - 1; i >= 0; i -= 1) {
        stack.push({ node: node.children[i] as BodyNode, depth: depth + 1 });
      }
    }
  }
  return walked;
}

const ALLOWED = new Set(
  'p h2 h3 h4 ul ol li blockquote pre code em strong del a br hr table thead tbody tr th td'.split(
    ' ',
  ),
);

/** What must hold for every body: leaves at their offsets in order, only whitespace between them, nothing outside the list. */
function expectSound(tree: Body) {
  const { leaves, names, hrefs } = walk(tree);
  let end = 0;
  for (const { value, start } of leaves) {
    expect(value).not.toBe('');
    expect(tree.canonical.slice(end, start)).toMatch(/^[\n\t]?$/);
    expect(tree.canonical.slice(start, start + value.length)).toBe(value);
    end = start + value.length;
  }
  expect(end).toBe(tree.canonical.length);
  for (const name of names) expect(ALLOWED).toContain(name);
  for (const href of hrefs) expect(href).toMatch(/^(https?:\/\/|mailto:)/i);
}

describe('a body', () => {
  it.each([
    [
      'two *short* paragraphs\n\nof **text**',
      '<p>two <em>short</em> paragraphs</p><p>of <strong>text</strong></p>',
    ],
    [
      '# One\n\n## Two\n\n### Three\n\n###### Six',
      '<h2>One</h2><h3>Two</h3><h4>Three</h4><h4>Six</h4>',
    ],
    ['- a\n- b\n  1. c', '<ul><li>a</li><li>b<ol 1><li>c</li></ol></li></ul>'],
    ['7. seven\n8. eight', '<ol 7><li>seven</li><li>eight</li></ol>'],
    ['> said\n> on', '<blockquote><p>said on</p></blockquote>'],
    ['a  \nb', '<p>a<br></br>b</p>'],
    ['~~old~~ `code`\n\n---', '<p><del>old</del> <code>code</code></p><hr></hr>'],
    ['```js\nlet a\n\nb\n```', '<pre><code>let a\n\nb</code></pre>'],
    [
      '| a | b |\n|---|---|\n| 1 | 2 |',
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>',
    ],
    ['[PTA](https://pta.gov.pk "t")', '<p><a https://pta.gov.pk>PTA</a></p>'],
    [
      '<mailto:press@example.org>',
      '<p><a mailto:press@example.org>mailto:press@example.org</a></p>',
    ],
    ['[^1] and [ ] stay', '<p>[^1] and [ ] stay</p>'],
  ])('sets %j as its elements', (source, expected) => {
    const tree = body(source);
    expect(sketch(tree.nodes)).toBe(expected);
    expectSound(tree);
  });

  it('puts blocks on lines of their own in the canonical text, and cells apart by a tab', () => {
    const source = '# T\n\none\ntwo  \nthree\n\n- a\n- b\n\n| c | d |\n|---|---|\n| e | f |\n';
    expect(body(source).canonical).toBe('T\none two\nthree\na\nb\nc\td\ne\tf');
  });

  it('has the same canonical text however its lines end', () => {
    expect(body('a\r\n\r\nb\rc')).toEqual(body('a\n\nb\nc'));
  });

  it('keeps Urdu text and counts its offsets in UTF-16 units', () => {
    const tree = body('😀 **بندش** ختم');
    expect(tree.canonical).toBe('😀 بندش ختم');
    expect(walk(tree).leaves.map((leaf) => leaf.start)).toEqual([0, 3, 7]);
  });

  it('shows raw HTML as the text it is and makes nothing of it', () => {
    const source = '<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> a <b onclick=x>b</b>';
    const tree = body(source);
    expect(tree.canonical).toBe(
      '<script>alert(1)</script>\n<img src=x onerror=alert(1)> a <b onclick=x>b</b>',
    );
    expect([...walk(tree).names]).toEqual(['p']);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#10;script:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'mahfuz://app/index.html',
    '//example.org/x',
    '/etc/passwd',
    '#top',
    'http:x',
    `https://example.org/${'a'.repeat(3000)}`,
  ])('keeps the words of a link to %s and drops where it leads', (href) => {
    const tree = body(`see [these words](<${href}>) now`);
    expect(tree.canonical).toBe('see these words now');
    expect(walk(tree).hrefs).toEqual([]);
  });

  it('puts what is written about a picture in its place and never an address', () => {
    const tree = body(
      'a ![map of **cuts**](https://t.example/x.png) ![](y.png "seen at night") ![](z.png) b',
    );
    expect(tree.canonical).toBe('a [map of cuts] [seen at night]  b');
    expect(JSON.stringify(tree.nodes)).not.toMatch(/example|png/);
  });

  it('is empty for a text of nothing but white space', () => {
    expect(body(' \n\t\n')).toEqual({ canonical: '', nodes: [] });
  });

  it('is sound for any text', () => {
    const markup = fc
      .array(
        fc.constantFrom(
          ...'*,_,~~,`,```,[,],(,),!,<,>,#,-,+,1.,|,|-|,\n,\n\n,  \n,    ,\t,\\,&amp;,&#0;,&#x1F600;,a,b c,ا,\u200f,\ud83d,😀,https://x.y,javascript:,:,",\0,\r,=,---,[a]: http://b'.split(
            ',',
          ),
          ',',
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(markup, fc.string({ unit: 'binary', maxLength: 200 })), (source) => {
        expectSound(body(source));
      }),
      { numRuns: 2000 },
    );
  });
});

/** Large enough that a quadratic parser would not be done within the test's time, small enough for slow machines. */
const SIZE = 1 << 18;

describe('a hostile body', () => {
  const fill = (part: string, size = SIZE) =>
    part.repeat(Math.ceil(size / part.length)).slice(0, size);
  const rising = (line: (i: number) => string) => {
    let text = '';
    for (let i = 1; text.length < SIZE; i += 1) text += line(i);
    return text;
  };

  // Each of these takes seconds to hours, or the stack, in one Markdown parser or another.
  const attacks: Record<string, string> = {
    'quotes in quotes, of the longest body there is': fill('>', 1 << 20),
    'spaced quotes in quotes': fill('> '),
    'lists in lists on one line': `${fill('- ')}a`,
    'numbered lists in lists on one line': fill('1. '),
    'lists and quotes in turn': fill('- > 1) '),
    'ever deeper lists': rising((i) => `${' '.repeat(2 * i)}- a\n`),
    'ever deeper quotes': rising((i) => `${'>'.repeat(i % 500)} a\n\n`),
    'a deep quote and lazy lines': `${'>'.repeat(30)}a\n${fill('b\n')}`,
    'open brackets': fill('['),
    'open pictures': fill('![a'),
    'nested brackets': fill('[a', SIZE / 2) + fill(']', SIZE / 2),
    'nested pictures': fill('![', SIZE / 2) + fill('](x)', SIZE / 2),
    'half-written links': fill('[a](<b'),
    'closing emphasis only': fill('a* '),
    'emphasis of two kinds': fill('*a_ '),
    'emphasis in emphasis': fill('*a **a ', SIZE / 2) + fill('a** a*', SIZE / 2),
    'strikethrough in strikethrough': fill('~~a '),
    'runs of backticks of every length': rising((i) => `${'`'.repeat(i)} `),
    'escaped backticks': fill('\\``'),
    'half-written addresses': fill('<a:'),
    'character references': fill('&#x'),
    'one definition used everywhere': `[a]: https://example.org/${'x'.repeat(1900)}\n\n${fill('[a] ')}`,
    'definitions only': rising((i) => `[d${i}]: u\n`),
    'unclosed titles': fill('[a]: u "x\n'),
    'underlined headings': fill('a\n=\n'),
    'a table of many columns': `${fill('|a', 4000)}\n${fill('|-', 4000)}\n${fill('|\n')}`,
    'a table of many rows': `|a|b|\n|-|-|\n${fill('|1|2|\n')}`,
    'paragraphs of a letter, of the longest body there is': fill('a\n\n', 1 << 20),
    'rules only': fill('***\n'),
    'fences only': fill('```\n'),
    spaces: fill(' '),
    'blank lines in code': `    a\n${fill('\n')}    b`,
  };

  it.each(Object.entries(attacks))('of %s is set or shown plainly, and bounded', (_, source) => {
    const tree = body(source);
    const { depth, count, hrefs } = walk(tree);
    expect(depth).toBeLessThanOrEqual(101);
    expect(count).toBeLessThanOrEqual(150_001);
    expect(hrefs.join('').length).toBeLessThanOrEqual(1 << 20);
    expect(tree.canonical.length).toBeLessThanOrEqual(source.length + 150_000);
  });

  it.each([
    'quotes in quotes, of the longest body there is',
    'lists in lists on one line',
    'ever deeper lists',
    'one definition used everywhere',
  ])('of %s says that it is shown as written, with nothing lost', (name) => {
    const source = attacks[name] as string;
    const tree = body(source);
    expect(tree.plain).toBe(true);
    expect(tree.canonical.replace(/\s/g, '')).toBe(source.replace(/\s/g, ''));
    const { leaves } = walk(tree);
    for (const { value, start } of leaves) {
      expect(tree.canonical.startsWith(value, start)).toBe(true);
    }
  });
});
