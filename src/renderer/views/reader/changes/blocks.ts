// What changed between two lists of paragraphs or items: which came, went or were edited (pure).
import { diffArrays } from 'diff';
import { kept, type Piece, wordChanges } from './pieces.ts';

/** A paragraph of a text or an item of a list. */
export interface Block {
  change: 'same' | 'removed' | 'added' | 'edited';
  pieces: Piece[];
}

/** Two blocks with less in common, from 0 to 1, are two different ones. */
const ALIKE = 0.35;
const PATIENCE = 250;
/** More blocks than this are not tried against each other; they come and go whole. */
const MAX_PAIRED = 40;

const whole = (change: 'same' | 'removed' | 'added', text: string): Block => ({
  change,
  pieces: [{ change, text }],
});

function edited(before: string, after: string): Block | null {
  const pieces = wordChanges(before, after);
  return pieces && kept(pieces) >= ALIKE ? { change: 'edited', pieces } : null;
}

/** Where in a list the block is that another was edited from, with what changed in it. */
function origin(before: string[], from: number, text: string): { at: number; block: Block } | null {
  if (before.length > MAX_PAIRED) return null;
  for (let at = from; at < before.length; at += 1) {
    const block = edited(before[at] ?? '', text);
    if (block) return { at, block };
  }
  return null;
}

/** Blocks that went and came at the same place: each that was edited with what it was edited from. */
function replaced(before: string[], after: string[]): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  let came: string[] = [];
  const flush = (until: number) => {
    blocks.push(...before.slice(from, until).map((text) => whole('removed', text)));
    blocks.push(...came.map((text) => whole('added', text)));
    from = until;
    came = [];
  };
  for (const text of after) {
    const found = origin(before, from, text);
    if (!found) came.push(text);
    else {
      flush(found.at);
      blocks.push(found.block);
      from = found.at + 1;
    }
  }
  flush(before.length);
  return blocks;
}

/** Two lists of paragraphs or items as one list of blocks in the order of the newer. */
export function blockChanges(before: string[], after: string[]): Block[] {
  const changes = diffArrays(before, after, { timeout: PATIENCE });
  if (!changes) return replaced(before, after);
  const blocks: Block[] = [];
  let went: string[] = [];
  let came: string[] = [];
  const flush = () => {
    blocks.push(...replaced(went, came));
    went = [];
    came = [];
  };
  for (const { value, added, removed } of changes) {
    if (removed) went.push(...value);
    else if (added) came.push(...value);
    else {
      flush();
      blocks.push(...value.map((text) => whole('same', text)));
    }
  }
  flush();
  return blocks;
}

/** The paragraphs of a text. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
