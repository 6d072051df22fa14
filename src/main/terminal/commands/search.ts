// search: what the archive holds about something, and what to ask where it holds nothing.
import type { Call, Output } from '../../../shared/contract.ts';
import type { Command } from '../arguments.ts';
import { facetsText } from '../facets-text.ts';
import { hitsJson, hitsText } from '../hits.ts';
import { json } from '../json.ts';
import { harmless } from '../lines.ts';
import { nearestTexts } from '../nearest-text.ts';
import { mistakeTexts } from '../query-text.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';

type Search = Extract<Command, { name: 'search' }>;

/** Searches and shows the page that was asked for, or counts it by facets. */
export async function search(command: Search, call: Call, terminal: Terminal): Promise<ExitCode> {
  const { query, json: asJson } = command;
  const options = { signal: terminal.signal };
  if (command.facets) return countFacets(command, call, terminal);
  const results = await call('archive.search', query, options);
  for (const sentence of asJson ? [] : mistakeTexts(query.text ?? '', results.mistakes)) {
    terminal.say(harmless(sentence));
  }
  const nearest = results.total > 0 ? null : await call('archive.nearest', query, options);
  if (asJson)
    await terminal.write(`${json({ ...hitsJson(results), ...(nearest && { nearest }) })}\n`);
  else if (nearest) sayNearest(nearest, terminal);
  else await terminal.write(`${hitsText(terminal.screen, results, query)}\n`);
  return results.total > 0 ? EXIT.found : EXIT.nothing;
}

function sayNearest(nearest: Output<'archive.nearest'>, terminal: Terminal): void {
  terminal.say('Nothing in this archive matches.');
  for (const sentence of nearestTexts(nearest)) terminal.say(harmless(sentence));
}

async function countFacets(
  { query, json: asJson }: Search,
  call: Call,
  terminal: Terminal,
): Promise<ExitCode> {
  const counted = await call('archive.facets', query, { signal: terminal.signal });
  await terminal.write(`${asJson ? json(counted) : facetsText(counted)}\n`);
  return counted.total > 0 ? EXIT.found : EXIT.nothing;
}
