// The text of a page as blocks to find matches in, and the way back from a match to a range of the page.

/** A paragraph, cell or heading: its whole text, and the text nodes that it consists of. */
export interface Block {
  text: string;
  nodes: Text[];
  /** Where in the block each node begins, in UTF-16 units. */
  starts: number[];
}

const BLOCKS =
  'p, li, h1, h2, h3, h4, dt, dd, th, td, pre, blockquote, div, header, section, article';
/** Buttons, what is not read, and what the page says about itself. */
const NEVER = 'button, [data-unmarked=""], [data-print-only], [aria-hidden="true"]';
/** Addresses and titles of other records, where a search did not look. */
const NOT_FOR_WORDS = `${NEVER}, [data-unmarked="words"]`;

/** All text of an element in reading order, by block; for `words` only what a search looks at. */
export function collectBlocks(root: Element, mode: 'words' | 'letters'): Block[] {
  const leftOut = mode === 'words' ? NOT_FOR_WORDS : NEVER;
  const blocks: Block[] = [];
  let holder: Element | null = null;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest(leftOut)) continue;
    const block = parent.closest(BLOCKS);
    let last = blocks.at(-1);
    if (!last || block !== holder) {
      last = { text: '', nodes: [], starts: [] };
      blocks.push(last);
      holder = block;
    }
    last.starts.push(last.text.length);
    last.nodes.push(node as Text);
    last.text += (node as Text).data;
  }
  return blocks.filter(({ text }) => text.trim() !== '');
}

/** The last index whose start is not after the offset; `starts` ascend from 0. */
export function indexAt(starts: number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The range of the page that [start, end) of a block's text is; null where the page no longer holds it. */
export function rangeIn(block: Block, start: number, end: number): Range | null {
  const first = indexAt(block.starts, start);
  // The end belongs to the node of the last unit, not to one that begins there.
  const last = indexAt(block.starts, Math.max(start, end - 1));
  const [from, to] = [block.nodes[first], block.nodes[last]];
  const [fromStart, toStart] = [block.starts[first], block.starts[last]];
  if (!from?.isConnected || !to?.isConnected || fromStart === undefined || toStart === undefined) {
    return null;
  }
  const range = new Range();
  range.setStart(from, Math.min(start - fromStart, from.length));
  range.setEnd(to, Math.min(end - toStart, to.length));
  return range;
}
