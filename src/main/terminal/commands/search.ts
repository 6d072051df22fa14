// search: what the archive holds about something.
import type { Call } from '../../../shared/contract.ts';
import type { Command } from '../arguments.ts';
import { hitsJson, hitsText } from '../hits.ts';
import { json } from '../json.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';

/** Searches and shows the page that was asked for. */
export async function search(
  { query, json: asJson }: Extract<Command, { name: 'search' }>,
  call: Call,
  terminal: Terminal,
): Promise<ExitCode> {
  const results = await call('archive.search', query, { signal: terminal.signal });
  const { screen } = terminal;
  if (asJson) await terminal.write(`${json(hitsJson(results))}\n`);
  else if (results.total > 0) await terminal.write(`${hitsText(screen, results, query)}\n`);
  else terminal.say(nothingFound(query.text ?? '', Object.keys(query.filters ?? {}).length));
  return results.total > 0 ? EXIT.found : EXIT.nothing;
}

function nothingFound(text: string, filters: number): string {
  const hints = [
    /\s/.test(text) && !text.includes('"') ? 'search for fewer words' : null,
    text.includes('"') ? 'leave out the quotes' : null,
    filters > 0 ? 'leave out an option that limits the search' : null,
  ].filter(Boolean);
  const hint = hints.length > 0 ? ` You could ${hints.join(', or ')}.` : '';
  return `Nothing in this archive matches.${hint}`;
}
