// Keeps a row in view that was scrolled to: rows around it are filled later, and grow.
import type { Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';

/** How long after rows were filled their heights may still change, in milliseconds. */
const SETTLES = 500;

export interface Following {
  /** Scrolls to a row and stays with it until it and what stands around it are filled. */
  follow: (index: number) => void;
  /** The reader scrolls on alone. */
  leave: () => void;
  /** Scrolls to the first row. */
  toTop: () => void;
}

/** Follows a row; `contentOf` gives what a row shows, undefined until it is loaded, and is another function after that. */
export function useFollowing(
  virtual: Virtualizer<HTMLDivElement, Element>,
  contentOf: (index: number) => unknown,
): Following {
  const followed = useRef<number | null>(null);
  const follow = useCallback(
    (index: number) => {
      followed.current = index;
      virtual.scrollToIndex(index);
    },
    [virtual],
  );
  const leave = useCallback(() => {
    followed.current = null;
  }, []);
  const toTop = useCallback(() => {
    // Where the list stands there already, scrolling would only make the page lay itself out once more.
    if (followed.current !== null || virtual.scrollOffset !== 0) virtual.scrollToOffset(0);
    followed.current = null;
  }, [virtual]);
  // After every drawing: a row that grows moves what was scrolled to, whenever it is measured.
  useEffect(() => {
    const index = followed.current;
    if (index === null) return;
    virtual.scrollToIndex(index);
    const { startIndex = index, endIndex = index } = virtual.range ?? {};
    const around = Array.from({ length: endIndex - startIndex + 1 }, (_, at) => startIndex + at);
    if ([index, ...around].some((row) => contentOf(row) === undefined)) return;
    const settled = setTimeout(leave, SETTLES);
    return () => clearTimeout(settled);
  });
  return { follow, leave, toTop };
}
