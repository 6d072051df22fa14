// Every command and option of the terminal, once: reading them and explaining them both start here.

/** How many words a command takes beside its options. */
export const POSITIONALS = {
  search: { least: 0, most: Number.POSITIVE_INFINITY, what: 'words to look for' },
  show: { least: 1, most: 1, what: 'one record id, such as mahfuz/org-pta' },
  import: { least: 1, most: Number.POSITIVE_INFINITY, what: 'at least one NDJSON file' },
  export: { least: 0, most: 1, what: 'one file name' },
  timeline: { least: 0, most: Number.POSITIVE_INFINITY, what: 'words to look for' },
  figures: { least: 0, most: Number.POSITIVE_INFINITY, what: 'words to look for' },
  stats: { least: 0, most: 0, what: 'no words' },
  'rebuild-index': { least: 0, most: 0, what: 'no words' },
  check: { least: 0, most: 0, what: 'no words' },
  'publisher init': { least: 1, most: 1, what: 'one new folder' },
  'publisher show': { least: 1, most: 1, what: 'the folder of a publisher' },
  'publisher rotate': { least: 1, most: 1, what: 'the folder of a publisher' },
  'publisher revoke': { least: 1, most: 1, what: 'the folder of a publisher' },
  'publisher apply': { least: 2, most: 2, what: 'one new folder and a namespace' },
  'publisher delegate': { least: 2, most: 2, what: 'the folder of a publisher and a namespace' },
  'publisher draft': { least: 1, most: 2, what: 'a draft, and the root before it' },
  'publisher sign': { least: 2, most: 2, what: 'a draft and a key file' },
  'publisher merge': {
    least: 2,
    most: Number.POSITIVE_INFINITY,
    what: 'the folder of a publisher and files of signatures',
  },
  'publisher passphrase': { least: 1, most: 1, what: 'one key file' },
  'pack build': { least: 1, most: 1, what: 'the folder of a publisher' },
  'pack withdraw': { least: 2, most: 2, what: 'the folder of a publisher and a file of its list' },
  'pack verify': { least: 1, most: 1, what: 'one pack' },
  'pack list': { least: 1, most: 1, what: 'one pack' },
  'pack diff': { least: 2, most: 2, what: 'an older pack and a newer one' },
  'pack copy': { least: 2, most: 2, what: 'a pack and where it is to go' },
  'pack split': { least: 2, most: 2, what: 'a pack and the folder for its parts' },
  'pack import': { least: 1, most: Number.POSITIVE_INFINITY, what: 'at least one pack' },
  'pack share': { least: 2, most: 2, what: 'a publisher and a folder' },
  'pack undo': { least: 2, most: 2, what: 'a publisher and the number of an import' },
  'publisher list': { least: 0, most: 0, what: 'no words' },
  'publisher trust': { least: 1, most: 8, what: 'the number of a publisher' },
  'publisher quarantine': { least: 1, most: 8, what: 'one publisher' },
  'publisher remove': { least: 1, most: 8, what: 'one publisher' },
  ledger: { least: 1, most: 8, what: 'one publisher' },
  remove: { least: 1, most: 1, what: 'one record id, such as mahfuz/org-pta' },
  help: { least: 0, most: 2, what: 'one command' },
} as const;

/** The commands about packs that work on the archive. */
export const RECEIVING = [
  'pack import',
  'pack share',
  'pack undo',
  'publisher list',
  'publisher trust',
  'publisher quarantine',
  'publisher remove',
  'ledger',
  'remove',
] as const satisfies readonly (keyof typeof POSITIONALS)[];
export type ReceivingName = (typeof RECEIVING)[number];

/** Commands of two words, by their first. */
export const GROUPS = ['publisher', 'pack'] as const;
export type Group = (typeof GROUPS)[number];

/** Whether a word begins commands of two words. */
export function isGroup(word: string): word is Group {
  return GROUPS.some((group) => group === word);
}

/** The commands that make packs and look at them; they need no archive. */
export type PacksCommandName = Exclude<
  Extract<keyof typeof POSITIONALS, `publisher ${string}` | `pack ${string}`>,
  ReceivingName
>;

interface Option {
  type: 'string' | 'boolean';
  commands: readonly (keyof typeof POSITIONALS)[] | 'all';
  /** A value that would do. */
  example?: string;
  short?: string;
}

const SEARCHING = ['search', 'export', 'timeline', 'figures'] as const;

/** Commands that sign something or make a key. */
const KEYS_USED = [
  'publisher init',
  'publisher rotate',
  'publisher revoke',
  'publisher apply',
  'publisher delegate',
  'publisher sign',
  'publisher merge',
  'publisher passphrase',
  'pack build',
  'pack withdraw',
] as const;

const options = {
  after: { type: 'string', commands: [...SEARCHING, 'pack share'], example: '2024-02' },
  before: { type: 'string', commands: [...SEARCHING, 'pack share'], example: '2024-12-31' },
  country: { type: 'string', commands: SEARCHING, example: 'PK' },
  kind: { type: 'string', commands: SEARCHING, example: 'event' },
  lang: { type: 'string', commands: [...SEARCHING, 'show', 'ledger'], example: 'ur' },
  shelf: { type: 'string', commands: [...SEARCHING, 'show', 'remove'], example: 'local' },
  year: { type: 'string', commands: SEARCHING, example: '2024' },
  service: { type: 'string', commands: SEARCHING, example: 'x' },
  trigger: { type: 'string', commands: SEARCHING, example: 'election' },
  org: { type: 'string', commands: SEARCHING, example: 'mahfuz/org-pta' },
  confidence: { type: 'string', commands: SEARCHING, example: 'high' },
  sources: { type: 'string', commands: SEARCHING, example: 'one' },
  not: { type: 'string', commands: SEARCHING, example: 'country:PK' },
  query: { type: 'string', commands: ['export'], example: '"X ban"' },
  literal: { type: 'boolean', commands: SEARCHING },
  forms: { type: 'string', commands: SEARCHING, example: 'always' },
  group: { type: 'boolean', commands: ['search'] },
  facets: { type: 'boolean', commands: ['search'] },
  sort: { type: 'string', commands: ['search'], example: 'newest' },
  by: { type: 'string', commands: ['timeline', 'figures'], example: 'year' },
  limit: { type: 'string', commands: ['search', 'timeline'], example: '20' },
  offset: { type: 'string', commands: ['search'], example: '20' },
  cite: { type: 'string', commands: ['show'], example: 'bibtex' },
  revision: { type: 'string', commands: ['show'], example: '1' },
  reveal: { type: 'boolean', commands: ['show'] },
  json: {
    type: 'boolean',
    commands: [
      'search',
      'timeline',
      'figures',
      'show',
      'import',
      'stats',
      'rebuild-index',
      'check',
      'publisher show',
      'pack build',
      'pack verify',
      'pack list',
      'pack diff',
      ...RECEIVING,
    ],
  },
  name: { type: 'string', commands: ['publisher init'], example: 'en="Example Rights Group"' },
  about: { type: 'string', commands: ['publisher init'], example: '"We document shutdowns."' },
  contact: { type: 'string', commands: ['publisher init'], example: '"+92 00 0000000"' },
  root: { type: 'string', commands: ['publisher init'], example: '2-of-3' },
  key: {
    type: 'string',
    commands: ['publisher rotate', 'publisher revoke'],
    example: 'targets',
  },
  'from-version': { type: 'string', commands: ['publisher revoke'], example: '12' },
  why: {
    type: 'string',
    commands: ['publisher revoke', 'pack withdraw'],
    example: '"The laptop was taken."',
  },
  withdraw: { type: 'boolean', commands: ['publisher delegate'] },
  'passphrase-file': { type: 'string', commands: KEYS_USED, example: 'passphrase.txt' },
  'new-passphrase-file': {
    type: 'string',
    commands: ['publisher passphrase'],
    example: 'new-passphrase.txt',
  },
  from: {
    type: 'string',
    commands: ['pack build', 'publisher delegate'],
    example: 'records.ndjson',
  },
  to: { type: 'string', commands: ['publisher delegate'], example: 'line.txt' },
  number: { type: 'string', commands: ['pack verify'], example: '"23501 30321 22229 ..."' },
  quick: { type: 'boolean', commands: ['pack verify'] },
  'max-size': { type: 'string', commands: ['pack split'], example: '700M' },
  look: { type: 'boolean', commands: ['pack import'] },
  'what-fits': { type: 'boolean', commands: ['pack share'] },
  sensitive: { type: 'boolean', commands: ['pack share'] },
  as: { type: 'string', commands: ['pack share'], example: 'pack' },
  data: { type: 'string', commands: 'all', example: '/media/stick/mahfuz-data' },
  help: { type: 'boolean', commands: 'all', short: 'h' },
  version: { type: 'boolean', commands: 'all' },
} as const satisfies Record<string, Option>;

export type OptionName = keyof typeof options;

export const OPTIONS: Readonly<Record<OptionName, Option>> = options;
