// timeline: how much there is along time, and what was restricted from when to when.
import type { Call } from '../../../shared/contract.ts';
import type { Command } from '../arguments.ts';
import { json } from '../json.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';
import { timelineJson, timelineText } from '../timeline-text.ts';

/** Counts what a search finds along time. */
export async function timeline(
  { query, limit, json: asJson }: Extract<Command, { name: 'timeline' }>,
  call: Call,
  { signal, screen, write, say }: Terminal,
): Promise<ExitCode> {
  const density = await call('timeline.density', query, { signal });
  const { text, literal, filters } = query;
  const longest = { what: 'spans', order: 'longest', limit } as const;
  const spans = await call('timeline.events', { text, literal, filters, ...longest }, { signal });
  const drawn = await call('timeline.events', { text, literal, filters, limit: 0 }, { signal });
  const told = { density, spans, marks: drawn.total - spans.total };
  if (query.unit !== density.unit) {
    say(`That would be too many bins of one ${query.unit}: counted by ${density.unit}.`);
  }
  if (density.total === 0) say('Nothing in this archive matches.');
  if (asJson) await write(`${json(timelineJson(told))}\n`);
  else if (density.total > 0) await write(`${timelineText(screen, told)}\n`);
  return density.total > 0 ? EXIT.found : EXIT.nothing;
}
