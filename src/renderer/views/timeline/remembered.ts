// How the timeline was left at each of its openings, so that going back leads to the same view.
import { useCallback, useState } from 'react';
import type { LaneBy } from '../../../shared/timeline.ts';
import type { Stretch } from './viewport.ts';

export type Mode = 'chart' | 'table' | 'figures';

export interface Look {
  mode: Mode;
  by: LaneBy;
  /** The lanes that were chosen; null for all. */
  only: string[] | null;
  /** Whether dates that others give are shown. */
  competing: boolean;
}

const FIRST: Look = { mode: 'chart', by: 'country', only: null, competing: false };

const looks = new Map<number, Look>();
const views = new Map<number, Stretch>();
let last = FIRST;

/** How the timeline looks at this opening; a new one looks like the last. */
export function useLook(opening: number): [Look, (change: Partial<Look>) => void] {
  const [looked, setLook] = useState({ opening, look: looks.get(opening) ?? last });
  const look = looked.opening === opening ? looked.look : (looks.get(opening) ?? last);
  const change = useCallback(
    (part: Partial<Look>) => {
      const next = { ...(looks.get(opening) ?? last), ...part };
      looks.set(opening, next);
      last = { ...next, only: null, mode: 'chart' };
      setLook({ opening, look: next });
    },
    [opening],
  );
  return [look, change];
}

/** The view at an opening, where the reader has moved it. */
export const rememberedView = (opening: number): Stretch | undefined => views.get(opening);

/** Keeps the view of an opening; undefined forgets it. */
export function rememberView(opening: number, view: Stretch | undefined): void {
  if (view) views.set(opening, view);
  else views.delete(opening);
}
