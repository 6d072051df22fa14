// Says what could be asked in place of a question that finds nothing.
import type { FacetName } from '../../shared/facets.ts';
import type { Nearest, Relaxed } from '../../shared/nearest.ts';
import { count } from './lines.ts';

/** One sentence for each other question, with what it finds. */
export function nearestTexts({ meant, relaxed }: Nearest): string[] {
  return [
    ...meant.map(({ query, total }) => `Did you mean: ${query.text}   (finds ${count(total)})`),
    ...relaxed.map((way) => `${WAYS[way.how](way as never)}, ${count(way.total)} would match.`),
  ];
}

type Way<How extends Relaxed['how']> = Extract<Relaxed, { how: How }>;

const WAYS: { [How in Relaxed['how']]: (way: Way<How>) => string } = {
  without: ({ text }) => `Without ${text}`,
  any: () => 'With OR between the words',
  words: ({ text }) => `With the words of “${text}” wherever they stand`,
  names: () => 'Without --literal',
  forms: () => 'With --forms always',
  without_filter: ({ filter }) => `Without ${OPTION[filter]}`,
  without_dates: () => 'Without --after and --before',
  without_filters: () => 'Without any option that limits the search',
};

const OPTION: Record<FacetName, string> = {
  kinds: '--kind',
  years: '--year',
  countries: '--country',
  services: '--service',
  triggers: '--trigger',
  organisations: '--org',
  languages: '--lang',
  shelves: '--shelf',
  confidence: '--confidence',
  sources: '--sources',
};
