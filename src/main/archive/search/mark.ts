// Tells where a query matches in texts that are on the page.
import type { Parsed } from '../../../shared/contract.ts';
import type { TextMark } from '../../../shared/reading.ts';
import type { Mark } from '../../../shared/search.ts';
import { fold, foldWithOffsets } from '../../language/fold.ts';
import type { QueryNode } from '../query/tree.ts';
import { soughtIn } from './expression.ts';
import { marksOf, matcherOf } from './matches.ts';

/**
 * Every place where a query matches: in mode `words` what a search with it finds, for which `read` gives it as it was
 * read; in mode `letters` the text as typed, within words too, both folded. In the order of the texts and within them.
 */
export function markTexts(asked: Marked, read: () => QueryNode | null): TextMark[] {
  const marksIn = asked.mode === 'words' ? wordMarks(read()) : letterMarks(asked.query);
  return asked.texts.flatMap((text, index) => marksIn(text).map((mark) => ({ text: index, mark })));
}

type Marked = Pick<Parsed<'archive.mark'>, 'mode' | 'query' | 'texts'>;

function wordMarks(root: QueryNode | null): (text: string) => Mark[] {
  const matcher = matcherOf(soughtIn(root));
  return (text) => marksOf(matcher.find(text));
}

function letterMarks(query: string): (text: string) => Mark[] {
  const wanted = apartFromContext(fold(query));
  if (wanted === '') return () => [];
  return (text) => {
    const folded = foldWithOffsets(text);
    const within = apartFromContext(folded.text);
    const marks: Mark[] = [];
    for (
      let at = within.indexOf(wanted);
      at >= 0;
      at = within.indexOf(wanted, at + wanted.length)
    ) {
      const start = folded.starts[at] ?? 0;
      // One letter may fold into two, and both may match.
      if (marks.at(-1)?.[0] !== start)
        marks.push([start, folded.ends[at + wanted.length - 1] ?? start]);
    }
    return marks;
  };
}

// Folding looks at the letter before, which a part of a word may lack, for two forms of heh and two Khmer letters.
const apartFromContext = (folded: string) =>
  folded.replaceAll('\u06BE', '\u0647').replaceAll('\u178A', '\u178F');
