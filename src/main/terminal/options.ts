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
  help: { least: 0, most: 1, what: 'one command' },
} as const;

interface Option {
  type: 'string' | 'boolean';
  commands: readonly (keyof typeof POSITIONALS)[] | 'all';
  /** A value that would do. */
  example?: string;
  short?: string;
}

const SEARCHING = ['search', 'export', 'timeline', 'figures'] as const;

const options = {
  after: { type: 'string', commands: SEARCHING, example: '2024-02' },
  before: { type: 'string', commands: SEARCHING, example: '2024-12-31' },
  country: { type: 'string', commands: SEARCHING, example: 'PK' },
  kind: { type: 'string', commands: SEARCHING, example: 'event' },
  lang: { type: 'string', commands: [...SEARCHING, 'show'], example: 'ur' },
  shelf: { type: 'string', commands: [...SEARCHING, 'show'], example: 'local' },
  query: { type: 'string', commands: ['export'], example: '"X ban"' },
  literal: { type: 'boolean', commands: SEARCHING },
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
    ],
  },
  data: { type: 'string', commands: 'all', example: '/media/stick/mahfuz-data' },
  help: { type: 'boolean', commands: 'all', short: 'h' },
  version: { type: 'boolean', commands: 'all' },
} as const satisfies Record<string, Option>;

export type OptionName = keyof typeof options;

export const OPTIONS: Readonly<Record<OptionName, Option>> = options;
