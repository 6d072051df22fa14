// search: what the archive holds about something.
import type { Call } from '../../../shared/contract.ts';
import type { SearchResults } from '../../../shared/search.ts';
import type { Command } from '../arguments.ts';
import { hitsJson, hitsText } from '../hits.ts';
import { json } from '../json.ts';
import { harmless } from '../lines.ts';
import { mistakeTexts } from '../query-text.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';

/** Searches and shows the page that was asked for. */
export async function search(
  { query, json: asJson }: Extract<Command, { name: 'search' }>,
  call: Call,
  terminal: Terminal,
): Promise<ExitCode> {
  const results = await call('archive.search', query, { signal: terminal.signal });
  const { screen } = terminal;
  for (const sentence of asJson ? [] : mistakeTexts(query.text ?? '', results.mistakes)) {
    terminal.say(harmless(sentence));
  }
  if (asJson) await terminal.write(`${json(hitsJson(results))}\n`);
  else if (results.total > 0) await terminal.write(`${hitsText(screen, results, query)}\n`);
  else terminal.say(nothingFound(results, Object.keys(query.filters ?? {}).length));
  return results.total > 0 ? EXIT.found : EXIT.nothing;
}

function nothingFound({ terms, understood }: SearchResults, filters: number): string {
  const asked = JSON.stringify(understood);
  const hints = [
    terms.filter(({ kind }) => kind !== 'phrase').length > 1 ? 'search for fewer words' : null,
    terms.some(({ kind }) => kind === 'phrase') ? 'leave out the quotes' : null,
    /"type":"(?:field|date|not)"/.test(asked) ? 'leave out a field or what you excluded' : null,
    filters > 0 ? 'leave out an option that limits the search' : null,
  ].filter(Boolean);
  const hint = hints.length > 0 ? ` You could ${hints.join(', or ')}.` : '';
  return `Nothing in this archive matches.${hint}`;
}
