// The records that a drawing shows, with the sources that each rests on.
import type { Source } from '../../../../shared/record.ts';
import { client } from '../../../client.ts';
import { keyOf, type TimeItem } from '../wording.ts';

/** Sources are listed for no more records than this; the rest are counted. */
export const MOST_SOURCED = 1000;

export interface Sourced {
  item: TimeItem;
  sources: Source[];
}

/** Looks the sources of events up, each once, in the order given. */
export async function sourcesOf(items: readonly TimeItem[]): Promise<Sourced[]> {
  const different = new Map(items.slice(0, MOST_SOURCED).map((item) => [keyOf(item), item]));
  const sourced: Sourced[] = [];
  for (const item of different.values()) {
    const { id, shelf } = item.row;
    const view = await client.call('archive.record', { id, shelf });
    sourced.push({ item, sources: view.hidden ? [] : view.record.sources });
  }
  return sourced;
}

/** Who published the sources, the most frequent first, with how many sources each. */
export function publishersOf(sourced: readonly Sourced[]): [publisher: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { publisher } of sourced.flatMap(({ sources }) => sources)) {
    if (publisher) counts.set(publisher, (counts.get(publisher) ?? 0) + 1);
  }
  return [...counts].toSorted(([a, m], [b, n]) => n - m || a.localeCompare(b));
}
