// figures: days under restriction.
import type { Call } from '../../../shared/contract.ts';
import type { Command } from '../arguments.ts';
import { askUnderstood } from '../ask-understood.ts';
import { figuresJson, figuresText } from '../figures-text.ts';
import { json } from '../json.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';

/** Counts the days under restriction of what a search finds. */
export async function figures(
  { query, json: asJson }: Extract<Command, { name: 'figures' }>,
  call: Call,
  terminal: Terminal,
): Promise<ExitCode> {
  const { signal, screen, write, say } = terminal;
  const { by: _by, ...question } = query;
  const notes = await askUnderstood(question, call, terminal);
  const found = await call('timeline.figures', query, { signal });
  const nothing = found.all.entries === 0;
  if (nothing) say('No restriction in this archive matches.');
  if (asJson) await write(`${json(figuresJson(found))}\n`);
  else if (!nothing) await write(`${[...notes, figuresText(screen, found)].join('\n')}\n`);
  return nothing ? EXIT.nothing : EXIT.found;
}
