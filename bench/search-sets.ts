// `npm run bench:languages`: what search finds in every language, into its section of bench/RESULTS.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { type Asked, askAll, byPromise, scoreOf } from '../tests/search-sets/asked.ts';
import { SETS } from '../tests/search-sets/sets.ts';
import { table } from './measure.ts';

const RESULTS = join(import.meta.dirname, 'RESULTS.md');
const HEADING = '## What is found, by language';

const NAMES = new Intl.DisplayNames('en', { type: 'language' });
const percent = (part: number) => `${(part * 100).toFixed(1)} %`;

const asked = await askAll(SETS);
const withForms = await askAll(SETS, 'few');
const section = [
  HEADING,
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus()[0]?.model.trim()}. ${SETS.reduce((sum, { texts }) => sum + Object.keys(texts).length, 0)} texts of all languages in one archive, ${asked.length} queries of tests/search-sets: words on other keyboards, with and without marks, together and apart, digits of several scripts, single letters, phrases, beginnings, and what only looks alike. Recall is the part of what should be found that was; false hits are the part of what was found that should not be. The sets are small and grew beside the rules: they show that what is promised is kept, not how texts of every kind would do.`,
  scores(),
  'Other forms are queries for another grammatical form of a word in the text. The other queries are asked for words as they are typed, and then as the reader asks by default, with other forms wherever fewer than five records have the words as typed: what these find beside comes after what was typed, and is said.',
  `What was missed or found wrongly:\n\n${byPromise(asked).typed.flatMap(shortfall).join('\n')}`,
].join('\n\n');
writeFileSync(RESULTS, withSection(existsSync(RESULTS) ? readFileSync(RESULTS, 'utf8') : ''));
console.log(section);

function scores(): string {
  const rows = [...SETS.map(({ lang }) => lang), null].map((lang) => {
    const { typed, forms } = byPromise(ofLanguage(asked, lang));
    const { queries, recall, falseHits } = scoreOf(typed);
    const other = forms.length === 0 ? '–' : percent(scoreOf(forms).recall);
    const texts = SETS.filter((set) => lang === null || set.lang === lang);
    return [
      lang === null ? 'all' : (NAMES.of(lang) ?? lang),
      String(texts.reduce((sum, set) => sum + Object.keys(set.texts).length, 0)),
      String(queries),
      percent(recall),
      percent(falseHits),
      percent(scoreOf(byPromise(ofLanguage(withForms, lang)).typed).falseHits),
      other,
    ];
  });
  return table(
    [
      'language',
      'texts',
      'queries',
      'recall',
      'false hits',
      'false hits with forms',
      'other forms',
    ],
    rows,
  );
}

function ofLanguage(all: readonly Asked[], lang: string | null): Asked[] {
  return all.filter((one) => lang === null || one.lang === lang);
}

function shortfall({ lang, text, missed, wrong }: Asked): string[] {
  if (missed.length + wrong.length === 0) return [];
  const said = [
    missed.length > 0 ? `missed ${missed.join(', ')}` : '',
    wrong.length > 0 ? `wrongly found ${wrong.join(', ')}` : '',
  ];
  return [`- ${lang}: \u2068${text}\u2069 ${said.filter(Boolean).join(', ')}`];
}

// The other sections stay as they are.
function withSection(results: string): string {
  const sections = results.split(/^(?=## )/mu).filter((one) => one.trim() !== '');
  const at = sections.findIndex((one) => one.startsWith(HEADING));
  if (at < 0) sections.push(section);
  else sections[at] = section;
  return `${sections.map((one) => one.trim()).join('\n\n')}\n`;
}
