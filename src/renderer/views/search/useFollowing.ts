// Keeps a row in view that was scrolled to: rows around it are filled later, and grow.
import type { Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';

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
  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
  const isFilled = (index: number) => {
    const around = Array.from({ length: endIndex - startIndex + 1 }, (_, at) => startIndex + at);
    return [index, ...around].every((row) => contentOf(row) !== undefined);
  };
  const follow = (index: number) => {
    const isThere = index >= startIndex && index <= endIndex && isFilled(index);
    followed.current = isThere ? null : index;
    virtual.scrollToIndex(index);
  };
  const leave = useCallback(() => {
    followed.current = null;
  }, []);
  const toTop = useCallback(() => {
    // Where the list stands there already, scrolling would only make the page lay itself out once more.
    if (followed.current !== null || virtual.scrollOffset !== 0) virtual.scrollToOffset(0);
    followed.current = null;
  }, [virtual]);
  useEffect(() => {
    if (followed.current !== null) virtual.scrollToIndex(followed.current);
  }, [virtual, contentOf]);
  useEffect(() => {
    if (followed.current !== null && isFilled(followed.current)) followed.current = null;
  });
  return { follow, leave, toTop };
}
