// timeline: how much there is along time, and what was restricted from when to when.
import type { Call } from '../../../shared/contract.ts';
import type { Command } from '../arguments.ts';
import { askUnderstood } from '../ask-understood.ts';
import { json } from '../json.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';
import { timelineJson, timelineText } from '../timeline-text.ts';

/** Counts what a search finds along time. */
export async function timeline(
  { query, limit, json: asJson }: Extract<Command, { name: 'timeline' }>,
  call: Call,
  terminal: Terminal,
): Promise<ExitCode> {
  const { signal, screen, write, say } = terminal;
  const { unit, most: _most, ...question } = query;
  const notes = await askUnderstood(question, call, terminal);
  const density = await call('timeline.density', query, { signal });
  const longest = { what: 'spans', order: 'longest', limit } as const;
  const spans = await call('timeline.events', { ...question, ...longest }, { signal });
  const marks = await call('timeline.events', { ...question, what: 'marks', limit: 0 }, { signal });
  const told = { density, spans, marks: marks.total, notes };
  if (unit !== density.unit) {
    say(`That would be too many bins of one ${unit}: counted by ${density.unit}.`);
  }
  if (density.total === 0) say('Nothing in this archive matches.');
  if (asJson) await write(`${json(timelineJson(told))}\n`);
  else if (density.total > 0) await write(`${timelineText(screen, told)}\n`);
  return density.total > 0 ? EXIT.found : EXIT.nothing;
}
