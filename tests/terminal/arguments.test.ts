// The terminal's words become one command, or one sentence that says what is wrong.
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../src/main/terminal/arguments.ts';
import { helpText } from '../../src/main/terminal/help.ts';
import { OPTIONS, POSITIONALS } from '../../src/main/terminal/options.ts';
import { contract } from '../../src/shared/contract.ts';
import { AppError } from '../../src/shared/errors.ts';

const read = (line: string) => readArguments(line.split(' ').filter(Boolean)).command;

function problem(...args: string[]): unknown {
  try {
    readArguments(args);
  } catch (error) {
    if (error instanceof AppError && error.code === 'wrong_usage') return error.detail.problem;
    throw error;
  }
  return null;
}

describe('a command line', () => {
  it('is a search with its words, filters and page', () => {
    const line =
      'search X ban --after 2024-02 --country PK,in --country Iran --kind event --limit 5 --json';
    expect(read(line)).toEqual({
      name: 'search',
      json: true,
      facets: false,
      query: {
        text: 'X ban',
        filters: { after: '2024-02', countries: ['PK', 'IN', 'IR'], kinds: ['event'] },
        sort: 'relevance',
        limit: 5,
        offset: 0,
      },
    });
  });

  it('narrows by everything that is counted, in and out, and groups', () => {
    const line =
      'search --year 2023,2024 --service Twitter --trigger coup --org mahfuz/org-pta --confidence high --sources one --not country:Iran,kind:term --not lang:en --forms always --group --facets';
    expect(read(line)).toMatchObject({
      facets: true,
      query: {
        forms: 'always',
        group: 'event',
        filters: {
          years: ['2023', '2024'],
          services: ['x'],
          triggers: ['coup'],
          organisations: ['mahfuz/mahfuz/org-pta'],
          confidence: ['high'],
          sources: ['one'],
          not: { countries: ['IR'], kinds: ['term'], languages: ['en'] },
        },
      },
    });
    const command = read(line);
    if (command.name === 'search') {
      expect(contract['archive.search'].input.safeParse(command.query).success).toBe(true);
    }
  });

  it('passes the words of a search on as they were typed, with --data before or after', () => {
    expect(readArguments(['--data', '/x', 'search', '"X ban"', '--', '-word'])).toMatchObject({
      data: '/x',
      command: { query: { text: '"X ban" -word' } },
    });
    expect(readArguments(['search', 'a', '--data=/y'])).toMatchObject({ data: '/y' });
  });

  it('gives inputs that the contract accepts', () => {
    const search = read('search ایکس --before 2024 --lang ur --shelf local --sort newest');
    if (search.name === 'search') {
      expect(contract['archive.search'].input.safeParse(search.query).success).toBe(true);
    }
    const show = read('show mahfuz/org-pta --revision 2 --reveal --shelf mahfuz');
    if (show.name === 'show') {
      expect(contract['archive.record'].input.parse(show.record)).toEqual({
        id: 'mahfuz/org-pta',
        shelf: 'mahfuz',
        revision: 2,
        reveal: true,
      });
    }
  });

  it.each([
    ['', { name: 'help', topic: null }],
    ['--help', { name: 'help', topic: null }],
    ['help', { name: 'help', topic: null }],
    ['help search', { name: 'help', topic: 'search' }],
    ['search -h', { name: 'help', topic: 'search' }],
    ['show --help', { name: 'help', topic: 'show' }],
    ['--version', { name: 'version' }],
    ['stats --json', { name: 'stats', json: true }],
    ['import a.ndjson b.ndjson', { name: 'import', json: false, files: ['a.ndjson', 'b.ndjson'] }],
    ['export', { name: 'export', file: null, search: { text: '', filters: {} } }],
    [
      'export x.ndjson --query ban --kind term',
      { name: 'export', file: 'x.ndjson', search: { text: 'ban', filters: { kinds: ['term'] } } },
    ],
  ])('"%s" is understood', (line, command) => {
    expect(read(line)).toEqual(command);
  });

  it.each([
    [['serach', 'x'], 'There is no command serach.'],
    [['sea', 'x'], 'There is no command sea. Did you mean search?'],
    [['search', '--foo'], 'There is no option --foo.'],
    [['search', '--constructor'], 'There is no option --constructor.'],
    [['stats', '--after', '2024'], '--after means nothing to stats.'],
    [['search', '--limit'], '--limit needs a value, such as --limit 20.'],
    [['search', '--limit', '--json'], '--limit needs a value, such as --limit 20.'],
    [['search', '--limit', 'many'], '--limit many is not a whole number from 0 to 200.'],
    [['search', '--limit=-1'], '--limit -1 is not a whole number from 0 to 200.'],
    [['search', '--limit', '201'], '--limit 201 is not a whole number from 0 to 200.'],
    [['search', '--json=yes'], '--json takes no value.'],
    [
      ['search', '--after', '2024-13'],
      '--after 2024-13 is not a date: write 2024, 2024-02 or 2024-02-17.',
    ],
    [
      ['search', '--after', '2025', '--before', '2024-12'],
      '--after 2025 is later than --before 2024-12.',
    ],
    [
      ['search', '--country', 'Narnia'],
      '--country Narnia is not known: write its code of two letters, such as PK.',
    ],
    [['search', '--kind', 'book'], '--kind book is none of document, event, organisation, term.'],
    [['search', '--year', '24'], '--year 24 is no year of four digits.'],
    [['search', '--sources', 'two'], '--sources two is none of one, several.'],
    [
      ['search', '--service', 'Nothing'],
      '--service Nothing is not known here; as words, service:Nothing finds what is printed.',
    ],
    [['search', '--org', 'PTA'], '--org PTA is no id of an organisation, such as mahfuz/org-pta.'],
    [
      ['search', '--not', 'PK'],
      '--not PK names none of kind, year, country, service, trigger, org, lang, shelf, confidence, sources: write it as country:PK.',
    ],
    [
      ['search', '--not', 'kind:book'],
      '--kind book is none of document, event, organisation, term.',
    ],
    [['search', '--sort', 'best'], '--sort best is none of relevance, newest, oldest.'],
    [['show'], 'show needs one record id, such as mahfuz/org-pta.'],
    [['show', 'a/b', 'c/d'], 'show takes one record id, such as mahfuz/org-pta, and no more.'],
    [['import'], 'import needs at least one NDJSON file.'],
    [['stats', 'now'], 'stats takes no words, and no more.'],
    [['help', 'me'], 'There is no command me.'],
  ])('%j is refused with a sentence', (args, sentence) => {
    expect(problem(...args)).toBe(sentence);
  });

  it('may begin and end a search with the same year', () => {
    expect(problem('search', '--after', '2024-05', '--before', '2024')).toBeNull();
  });
});

describe('the help', () => {
  it.each(Object.keys(POSITIONALS) as (keyof typeof POSITIONALS)[])(
    'explains %s with every option it has, within 80 columns',
    (command) => {
      const text = helpText(command);
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
      const options = Object.entries(OPTIONS).filter(
        ([name, { commands }]) => commands !== 'all' && commands.includes(command) && name,
      );
      for (const [name] of options) expect(text).toContain(`--${name}`);
    },
  );

  it('teaches only command lines that are understood', () => {
    const examples = (Object.keys(POSITIONALS) as (keyof typeof POSITIONALS)[])
      .flatMap((topic) => helpText(topic).split('\n'))
      .filter(
        (line) => line.startsWith('  npm run -s cli -- ') && !/[A-Z]{2,}( |$)|[A-Z]\]/.test(line),
      );
    expect(examples.length).toBeGreaterThan(8);
    for (const example of examples) {
      const words = example.replace('  npm run -s cli -- ', '').replace(/ [|>].*|\s{3,}.*/, '');
      const args = [...words.matchAll(/'([^']*)'|(\S+)/g)].map(
        ([, quoted, bare]) => quoted ?? bare,
      );
      expect([example, problem(...(args as string[]))]).toEqual([example, null]);
    }
  });
});
