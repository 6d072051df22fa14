// show: one record, or its citation.
import type { Call } from '../../../shared/contract.ts';
import type { Command } from '../arguments.ts';
import { json } from '../json.ts';
import { harmless } from '../lines.ts';
import { recordText } from '../record-text.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';
import { wrongUsage } from '../wrong-usage.ts';

/** Shows a record in the form that was asked for. */
export async function show(
  { record, cite, lang, json: asJson }: Extract<Command, { name: 'show' }>,
  call: Call,
  terminal: Terminal,
): Promise<ExitCode> {
  if (cite) {
    const { id, shelf, revision } = record;
    const { text } = await call('archive.cite', { id, shelf, revision, style: cite });
    await terminal.write(`${cite === 'csl' ? json(JSON.parse(text)) : harmless(text)}\n`);
    return EXIT.found;
  }
  const view = await call('archive.record', record);
  const { lang: own, translations } = view.record;
  if (lang !== null && lang !== own && !Object.hasOwn(translations, lang)) {
    const languages = [own, ...Object.keys(translations)].join(', ');
    throw wrongUsage(`This record has no text in ${lang}; it has ${languages}.`);
  }
  await terminal.write(`${asJson ? json(view) : recordText(terminal.screen, view, lang)}\n`);
  return EXIT.found;
}
