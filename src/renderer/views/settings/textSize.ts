// The steps of text size in the reading column.
import type { Settings } from '../../../shared/settings.ts';

export const SMALLEST = -3;
export const LARGEST = 6;

/** How many times the normal size a step is. */
export function textScale(step: number): number {
  return Math.round(1.1 ** step * 1000) / 1000;
}

/** The next step up or down, or the normal size. */
export function steppedSize(settings: Settings, by: 1 | -1 | 'normal'): number {
  if (by === 'normal') return 0;
  return Math.min(LARGEST, Math.max(SMALLEST, settings.textSize + by));
}
