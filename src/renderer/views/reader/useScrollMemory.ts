// Where each place was scrolled to, so that going back leads to the same line.
import { type RefObject, useEffect, useLayoutEffect, useMemo } from 'react';

const positions = new Map<number, number>();

/** The passage where reading begins; null where the reader was before and the scroll position leads back. */
export function usePassage(passage: string | null, opening: number): string | null {
  return useMemo(() => (positions.has(opening) ? null : passage), [passage, opening]);
}

/** Keeps and restores the scroll position of a pane; `key` names the opening, `ready` tells when its page is shown. */
export function useScrollMemory(
  pane: RefObject<HTMLElement | null>,
  key: number,
  ready: boolean,
): void {
  useLayoutEffect(() => {
    if (ready && pane.current) pane.current.scrollTop = positions.get(key) ?? 0;
  }, [pane, key, ready]);
  useEffect(() => {
    const element = pane.current;
    if (!element || !ready) return;
    const remember = () => positions.set(key, element.scrollTop);
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  }, [pane, key, ready]);
}
