// How a query is understood by what only counts its results: the same words that search says.
import type { Call, Input } from '../../shared/contract.ts';
import { harmless } from './lines.ts';
import { mistakeTexts, queryNotes } from './query-text.ts';
import type { Terminal } from './terminal.ts';

type Asked = Pick<Input<'archive.search'>, 'text' | 'literal' | 'filters' | 'forms'>;

/** Says what is wrong in a query, and gives the paragraphs that say how it was understood. */
export async function askUnderstood(
  query: Asked,
  call: Call,
  { signal, screen, say }: Terminal,
): Promise<string[]> {
  const results = await call('archive.search', { ...query, limit: 0 }, { signal });
  for (const sentence of mistakeTexts(query.text ?? '', results.mistakes)) say(harmless(sentence));
  return queryNotes(screen, results);
}
