// Several citations as one text (pure).
import type { CitationStyle } from './useRecord.ts';

/** Citations as one text that is valid in their style: CSL-JSON stays one array, all else stands apart by an empty line. */
export function joinedCitations(citations: string[], style: CitationStyle): string {
  if (style !== 'csl') return citations.map((one) => one.trim()).join('\n\n');
  const items = citations.flatMap((one) => JSON.parse(one) as unknown[]);
  return JSON.stringify(items, null, 2);
}
