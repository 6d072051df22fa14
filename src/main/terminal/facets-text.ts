// Shows how many of the records found have what in common, a list for each facet.
import { FACETS, type FacetName } from '../../shared/facets.ts';
import type { Facets, FacetValue } from '../../shared/search.ts';
import { count, counted, harmless } from './lines.ts';

const TITLES: Record<FacetName, string> = {
  kinds: 'Kind',
  years: 'Year',
  countries: 'Country',
  services: 'Service',
  triggers: 'Trigger',
  organisations: 'Organisation',
  languages: 'Language',
  shelves: 'Shelf',
  confidence: 'Confidence',
  sources: 'Sources',
};

/** The counts of all facets that have any. */
export function facetsText({ total, facets }: Facets): string {
  const lists = FACETS.flatMap((facet) => {
    const { values = [], others = 0 } = facets[facet] ?? {};
    if (values.length === 0) return [];
    const width = Math.max(...values.map((value) => count(value.count).length));
    const lines = values.map(
      (value) => `  ${count(value.count).padStart(width)}  ${valueText(value)}`,
    );
    const more = others > 0 ? [`  and ${counted(others, 'other value')}`] : [];
    return [[TITLES[facet], ...lines, ...more].join('\n')];
  });
  return [counted(total, 'record'), ...lists].join('\n\n');
}

function valueText({ value, names, chosen }: FacetValue): string {
  const name = names['en'] ?? Object.values(names)[0];
  const sign = chosen ? ` (${chosen})` : '';
  return harmless(name === undefined || name === value ? value : `${name}, ${value}`) + sign;
}
