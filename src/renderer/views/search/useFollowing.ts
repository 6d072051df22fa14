// Keeps a row in view that was scrolled to: rows around it are filled later, and grow.
import type { Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';

export interface Following {
  /** Scrolls to a row and stays with it. */
  follow: (index: number) => void;
  /** The reader scrolls on alone. */
  leave: () => void;
  /** Scrolls to the first row. */
  toTop: () => void;
}

/** Scrolls to a row again whenever `filled` changes, until the reader scrolls elsewhere. */
export function useFollowing(
  virtual: Virtualizer<HTMLDivElement, Element>,
  filled: unknown,
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
  useEffect(() => {
    if (followed.current !== null) virtual.scrollToIndex(followed.current);
  }, [virtual, filled]);
  return { follow, leave, toTop };
}
