// How the timeline was left at each of its openings, so that going back leads to the same view.
import { useCallback, useState } from 'react';
import type { FiguresBy, LaneBy } from '../../../shared/timeline.ts';
import type { Stretch } from './viewport.ts';

export type Mode = 'chart' | 'table' | 'figures';

export type Grouping = 'country' | 'year' | 'kind' | 'service' | 'countryYear' | 'countryKind';

/** The groups in which figures are counted. */
export const GROUPINGS: Record<Grouping, FiguresBy[]> = {
  country: ['country'],
  year: ['year'],
  kind: ['kind'],
  service: ['service'],
  countryYear: ['country', 'year'],
  countryKind: ['country', 'kind'],
};

export interface Look {
  mode: Mode;
  by: LaneBy;
  /** The lanes that were chosen; null for all. */
  only: string[] | null;
  /** Whether dates that others give are shown. */
  competing: boolean;
  /** By what the figures are counted. */
  grouping: Grouping;
}

const FIRST: Look = {
  mode: 'chart',
  by: 'country',
  only: null,
  competing: false,
  grouping: 'country',
};

const looks = new Map<number, Look>();
const views = new Map<number, Stretch>();
const followed = new Map<number, string>();
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

/** Tells whether these dates are others than those to which the view of an opening has gone last, and keeps them. */
export function areNewDates(
  opening: number,
  { after = '', before = '' }: { after?: string; before?: string },
): boolean {
  const dates = `${after} ${before}`;
  const same = followed.get(opening) === dates;
  followed.set(opening, dates);
  return !same;
}
