// The matches of the search, or of find in page, in the open record: found by the archive, painted on the page.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Input } from '../../../shared/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import type { TextMark } from '../../../shared/reading.ts';
import { client } from '../../client.ts';
import { collectBlocks, rangeIn } from './marks/blocks.ts';
import { firstMatch, stepped } from './marks/first.ts';
import { bringIntoView, paint, unpaint } from './marks/paint.ts';

export interface Sought {
  query: string;
  mode: Input<'archive.mark'>['mode'];
  prefix: boolean;
  literal: boolean;
  forms: Input<'archive.mark'>['forms'];
}

export interface Marks {
  total: number;
  /** The match that was gone to, from 0; -1 where there is none. */
  current: number;
  /** True until the matches of the present query are known. */
  seeking: boolean;
  step: (by: 1 | -1) => void;
}

interface Found {
  ranges: Range[];
  current: number;
  /** True where the page should move to the current match. */
  go: boolean;
}

const NOTHING: Found = { ranges: [], current: -1, go: false };

interface Finding {
  sought: Sought;
  passage: string | null;
  /** True where the page should move to the first match. */
  go: boolean;
  signal: AbortSignal;
}

/** How many texts one call may bring. */
const TEXTS = 5000;

async function marksIn(texts: string[], sought: Sought, signal: AbortSignal): Promise<TextMark[]> {
  const marks: TextMark[] = [];
  for (let from = 0; from < texts.length; from += TEXTS) {
    const some = { ...sought, texts: texts.slice(from, from + TEXTS) };
    const found = await client.call('archive.mark', some, { signal });
    marks.push(...found.map(({ text, mark }) => ({ text: text + from, mark })));
  }
  return marks;
}

async function find(article: Element, { sought, passage, go, signal }: Finding): Promise<Found> {
  const blocks = collectBlocks(article, sought.mode);
  const texts = blocks.map(({ text }) => text);
  const marks = await marksIn(texts, sought, signal);
  const placed = marks.flatMap(({ text, mark: [start, end] }) => {
    const block = blocks[text];
    const range = block && rangeIn(block, start, end);
    return range ? [{ block: text, start, range }] : [];
  });
  return {
    ranges: placed.map(({ range }) => range),
    current: firstMatch(placed, texts, passage),
    go,
  };
}

interface MarksInput {
  article: RefObject<HTMLElement | null>;
  pane: RefObject<HTMLElement | null>;
  sought: Sought;
  /** Where reading begins. */
  passage: string | null;
  /** Names this opening of the record: only then does the page move by itself. */
  opening: number;
  /** Changes whenever other text is on the page. */
  page: unknown;
}

/** Finds and paints what is sought in the article; an empty query paints nothing. */
export function useMarks(input: MarksInput): Marks {
  const { article, pane, sought, passage, opening, page } = input;
  const [found, setFound] = useState(NOTHING);
  const [seeking, setSeeking] = useState(false);
  const begun = useRef<number | null>(null);
  const { query, mode, prefix, literal, forms } = sought;

  useEffect(() => {
    const element = article.current;
    if (query.trim() === '' || !element) {
      setFound(NOTHING);
      setSeeking(false);
      return;
    }
    const giveUp = new AbortController();
    setSeeking(true);
    const begins = passage !== null && begun.current !== opening;
    const finding = { passage: begins ? passage : null, go: begins || mode === 'letters' };
    find(element, {
      sought: { query, mode, prefix, literal, forms },
      ...finding,
      signal: giveUp.signal,
    })
      .then((matches) => {
        begun.current = opening;
        setFound(matches);
      })
      .catch((thrown: unknown) => {
        // A query that only another record answers is no failure; the list already says what is wrong with it.
        if (!(thrown instanceof AppError)) throw thrown;
        if (!giveUp.signal.aborted) setFound(NOTHING);
      })
      .finally(() => !giveUp.signal.aborted && setSeeking(false));
    return () => giveUp.abort();
  }, [article, query, mode, prefix, literal, forms, passage, opening, page]);

  useEffect(() => {
    const { ranges, current, go } = found;
    paint(ranges, current);
    const range = ranges[current];
    if (go && range && pane.current) bringIntoView(pane.current, range);
    return unpaint;
  }, [found, pane]);

  const step = useCallback(
    (by: 1 | -1) =>
      setFound(({ ranges, current }) => ({
        ranges,
        current: stepped(current, ranges.length, by),
        go: true,
      })),
    [],
  );
  return { total: found.ranges.length, current: found.current, seeking, step };
}
