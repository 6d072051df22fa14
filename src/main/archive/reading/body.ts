// Turns a body, CommonMark with tables and strikethrough, into a tree that carries no markup, and into the text that offsets count in.
import MarkdownIt, { type Token } from 'markdown-it';
import type { Body, BodyElementName, BodyNode } from '../../../shared/reading.ts';

type Element = Extract<BodyNode, { type: 'element' }>;

/** Deeper nesting than this is nobody's writing; the parser stops there, so the text is shown plainly instead. */
const MAX_NESTING = 32;
/** Emphasis within emphasis is not counted by the parser. */
const MAX_DEPTH = 100;
/** More nodes, or more letters in addresses, than this would burden the window out of proportion to the text. */
const MAX_NODES = 150_000;
const MAX_HREF_LENGTH = 2000;
const MAX_HREFS_LENGTH = 1 << 20;
const MAX_PLAIN_PARAGRAPHS = 20_000;

// markdown-it, because it is linear where others are quadratic or overflow the stack on a few kilobytes of `- - -` or `a*`.
// html: false shows markup as the text it is; linkify and typographer would change or guess at what was written.
const markdown = new MarkdownIt({
  html: false,
  linkify: false,
  typographer: false,
  maxNesting: MAX_NESTING,
});
// The default refuses some addresses by leaving the link's markup in the text; which to keep is decided below.
markdown.validateLink = () => true;

/** The only elements a body may have, by the tag that the parser names; headings start below the record's own title. */
const ELEMENTS: Record<string, BodyElementName | undefined> = {
  p: 'p',
  h1: 'h2',
  h2: 'h3',
  h3: 'h4',
  h4: 'h4',
  h5: 'h4',
  h6: 'h4',
  ul: 'ul',
  ol: 'ol',
  li: 'li',
  blockquote: 'blockquote',
  em: 'em',
  strong: 'strong',
  s: 'del',
  a: 'a',
  table: 'table',
  thead: 'thead',
  tbody: 'tbody',
  tr: 'tr',
  th: 'th',
  td: 'td',
};

/** Thrown when a text would make a tree too deep or too large. */
class TooMuch extends Error {}

/** Collects nodes and, beside them, the canonical text: leaves in order, blocks on lines of their own, cells apart by a tab. */
class TreeBuilder {
  readonly nodes: BodyNode[] = [];
  #canonical: string[] = [];
  #length = 0;
  #separator = '';
  #open: BodyNode[][] = [this.nodes];
  #count = 0;
  #hrefs = 0;

  get canonical(): string {
    return this.#canonical.join('');
  }

  /** Lets the next leaf begin a new line of the canonical text, or a new cell of its line. */
  separate(by: '\n' | '\t') {
    if (this.#separator !== '\n') this.#separator = by;
  }

  text(value: string) {
    if (value === '') return;
    const siblings = this.#siblings();
    const last = siblings.at(-1);
    if (this.#length > 0 && this.#separator !== '') this.#append(this.#separator);
    else if (last?.type === 'text') {
      last.value += value;
      this.#append(value);
      return;
    }
    this.#separator = '';
    this.#add({ type: 'text', value, start: this.#length });
    this.#append(value);
  }

  leaf(name: BodyElementName) {
    this.#add({ type: 'element', name, children: [] });
  }

  open(element: Omit<Element, 'type' | 'children'>) {
    const { href } = element;
    this.#hrefs += href?.length ?? 0;
    if (this.#hrefs > MAX_HREFS_LENGTH || this.#open.length > MAX_DEPTH) throw new TooMuch();
    const node: Element = { type: 'element', ...element, children: [] };
    this.#add(node);
    this.#open.push(node.children);
  }

  /** Opens what has no element of its own: its children become those of the element around it. */
  openNothing() {
    this.#open.push(this.#siblings());
  }

  close() {
    this.#open.pop();
  }

  #siblings(): BodyNode[] {
    return this.#open.at(-1) ?? this.nodes;
  }

  #add(node: BodyNode) {
    this.#count += 1;
    if (this.#count > MAX_NODES) throw new TooMuch();
    this.#siblings().push(node);
  }

  #append(text: string) {
    this.#canonical.push(text);
    this.#length += text.length;
  }
}

/** Keeps an address that a reader may be shown and may copy: http, https and mailto, of a length someone could use. */
function allowedHref(token: Token): string | undefined {
  const href = String(token.attrGet('href') ?? '');
  return href.length <= MAX_HREF_LENGTH && /^(?:https?:\/\/|mailto:)\S/i.test(href)
    ? href
    : undefined;
}

function openElement(tree: TreeBuilder, token: Token) {
  const name = token.hidden ? undefined : ELEMENTS[token.tag];
  if (name === undefined) return tree.openNothing();
  if (name === 'a') {
    const href = allowedHref(token);
    return href === undefined ? tree.openNothing() : tree.open({ name, href });
  }
  if (name === 'ol') return tree.open({ name, first: Number(token.attrGet('start') ?? 1) });
  return tree.open({ name });
}

/** Pictures are never loaded from a body: what is written about one stands in its place. */
function imageText(token: Token): string {
  const alt = (token.children ?? []).map(plainText).join('').trim();
  const said = alt || String(token.attrGet('title') ?? '').trim();
  return said && `[${said}]`;
}

function plainText(token: Token): string {
  if (token.type === 'image') return imageText(token);
  return token.type === 'softbreak' || token.type === 'hardbreak' ? ' ' : token.content;
}

function addInline(tree: TreeBuilder, tokens: Token[]) {
  for (const token of tokens) {
    if (token.nesting === 1) openElement(tree, token);
    else if (token.nesting === -1) tree.close();
    else if (token.type === 'hardbreak') {
      tree.leaf('br');
      tree.separate('\n');
    } else if (token.type === 'code_inline') {
      tree.open({ name: 'code' });
      tree.text(token.content);
      tree.close();
    } else tree.text(plainText(token));
  }
}

function addBlock(tree: TreeBuilder, token: Token) {
  tree.separate(token.tag === 'td' || token.tag === 'th' ? '\t' : '\n');
  if (token.nesting === 1) openElement(tree, token);
  else if (token.nesting === -1) tree.close();
  else if (token.type === 'hr') tree.leaf('hr');
  else {
    // Fenced and indented code; its language is of no use to a reader.
    tree.open({ name: 'pre' });
    tree.open({ name: 'code' });
    tree.text(token.content.replace(/\n$/, ''));
    tree.close();
    tree.close();
  }
}

function parsed(source: string): Body {
  const tree = new TreeBuilder();
  for (const token of markdown.parse(source, {})) {
    // At its limit the parser drops the rest of the block, so nothing that deep may pass.
    if (token.level >= MAX_NESTING - 1) throw new TooMuch();
    if (token.type === 'inline') addInline(tree, token.children ?? []);
    else addBlock(tree, token);
  }
  return { canonical: tree.canonical, nodes: tree.nodes };
}

/** The text as it was written, in paragraphs; the last takes all the rest where there are too many. */
function plain(source: string): Body {
  const tree = new TreeBuilder();
  let paragraphs = 0;
  let lines: string[] = [];
  const flush = () => {
    if (lines.length === 0) return;
    tree.separate('\n');
    tree.open({ name: 'p' });
    tree.text(lines.join('\n'));
    tree.close();
    paragraphs += 1;
    lines = [];
  };
  for (const line of source.split(/\r\n|\r|\n/)) {
    if (line.trim() !== '' || (paragraphs >= MAX_PLAIN_PARAGRAPHS && lines.length > 0)) {
      lines.push(line);
    } else flush();
  }
  flush();
  return { canonical: tree.canonical, nodes: tree.nodes, plain: true };
}

/**
 * The tree and canonical text of a body: every text leaf stands at its offset, in UTF-16 units, in the canonical text.
 * Raw HTML is shown as text, pictures become what is written about them, and markup that is nested too deeply
 * or would make too large a tree is shown as it was written, with `plain` set. A change of these rules is a change of text:
 * whatever remembers offsets must be anchored anew.
 */
export function body(source: string): Body {
  try {
    return parsed(source);
  } catch (error) {
    if (error instanceof TooMuch) return plain(source);
    throw error;
  }
}
