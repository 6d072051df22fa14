// figures: days under restriction.
import type { Call } from '../../../shared/contract.ts';
import type { Command } from '../arguments.ts';
import { figuresJson, figuresText } from '../figures-text.ts';
import { json } from '../json.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';

/** Counts the days under restriction of what a search finds. */
export async function figures(
  { query, json: asJson }: Extract<Command, { name: 'figures' }>,
  call: Call,
  { signal, screen, write, say }: Terminal,
): Promise<ExitCode> {
  const found = await call('timeline.figures', query, { signal });
  const nothing = found.all.entries === 0;
  if (nothing) say('No restriction in this archive matches.');
  if (asJson) await write(`${json(figuresJson(found))}\n`);
  else if (!nothing) await write(`${figuresText(screen, found)}\n`);
  return nothing ? EXIT.nothing : EXIT.found;
}
