// stats: what is in the archive, counted.
import type { ArchiveStats, Call } from '../../../shared/contract.ts';
import { vocabularyEntry } from '../../archive/vocabulary.ts';
import { json } from '../json.ts';
import { count, counted, paragraph, type Screen } from '../lines.ts';
import { EXIT, type ExitCode, type Terminal } from '../terminal.ts';

/** Counts the archive. */
export async function stats(
  { json: asJson }: { json: boolean },
  call: Call,
  terminal: Terminal,
): Promise<ExitCode> {
  const found = await call('archive.stats', {});
  await terminal.write(`${asJson ? json(found) : statsText(terminal.screen, found)}\n`);
  return EXIT.found;
}

const COUNTRIES_SHOWN = 12;
const country = (code: string) => vocabularyEntry('places', code)?.names.en?.[0] ?? code;
const mebibytes = (bytes: number) => `${(bytes / (1 << 20)).toFixed(1)} MiB`;

function statsText(screen: Screen, found: ArchiveStats): string {
  const kinds = Object.entries(found.byKind).map(([kind, records]) => counted(records, kind));
  const countries = found.countries
    .slice(0, COUNTRIES_SHOWN)
    .map(({ country: code, records }) => `${country(code)} ${count(records)}`);
  const more = found.countries.length - countries.length;
  const lines: [string, string][] = [
    ['Records', `${count(found.records)}: ${kinds.join(', ')}`],
    ['From', found.byShelf.map(({ name, records }) => `${name} ${count(records)}`).join(', ')],
    ['Dated', found.firstDate ? `${found.firstDate} to ${found.lastDate}` : 'none'],
    ['Countries', [...countries, ...(more > 0 ? [`${count(more)} more`] : [])].join(', ')],
    [
      'Languages',
      found.languages.map(({ lang, records }) => `${lang} ${count(records)}`).join(', '),
    ],
    ['Sources', `${count(found.sources)}; ${counted(found.oneSource, 'record')} with only one`],
    ['Revisions', `${count(found.revisions)}; ${counted(found.withdrawn, 'record')} withdrawn`],
    ['On disk', `archive ${mebibytes(found.archiveBytes)}, index ${mebibytes(found.indexBytes)}`],
  ];
  return lines
    .filter(([, value]) => value !== '')
    .map(([name, value]) => paragraph(screen, value, { before: name.padEnd(11) }))
    .join('\n');
}
