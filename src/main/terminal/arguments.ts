// Reads the terminal's words into a command, and says in a sentence what is wrong with them.
import { parseArgs } from 'node:util';
import type { Input } from '../../shared/contract.ts';
import { FIGURES_BY, type FiguresBy, MAX_BINS, TIME_UNITS } from '../../shared/timeline.ts';
import {
  type Group,
  isGroup,
  OPTIONS,
  type OptionName,
  type PacksCommandName,
  POSITIONALS,
  RECEIVING,
  type ReceivingName,
} from './options.ts';
import { readFilters, readNumber, readOneOf } from './values.ts';
import { wrongUsage } from './wrong-usage.ts';

export type CommandName = keyof typeof POSITIONALS;
export type CitationStyle = Input<'archive.cite'>['style'];

/** What is to be done, with the inputs of the calls that do it. */
export type Command =
  | { name: 'search'; query: Input<'archive.search'>; facets: boolean; json: boolean }
  | {
      name: 'show';
      record: Input<'archive.record'>;
      cite: CitationStyle | null;
      lang: string | null;
      json: boolean;
    }
  | { name: 'import'; files: string[]; json: boolean }
  | { name: 'export'; file: string | null; search: Omit<Input<'archive.export'>, 'grant'> }
  | {
      name: 'timeline';
      query: Input<'timeline.density'>;
      /** How many restrictions are listed. */
      limit: number;
      json: boolean;
    }
  | { name: 'figures'; query: Input<'timeline.figures'>; json: boolean }
  | { name: 'stats' | 'rebuild-index' | 'check'; json: boolean }
  | PacksCommand
  | ReceivingCommand
  | { name: 'help'; topic: CommandName | Group | null }
  | { name: 'version' };

/** A command about packs, with its words and options as they were given: it reads them itself. */
export interface PacksCommand extends Given {
  name: PacksCommandName;
  json: boolean;
}

/** A command about packs that works on the archive. */
export interface ReceivingCommand extends Given {
  name: ReceivingName;
  json: boolean;
}

/** Tells whether a command about packs works on the archive. */
export function isReceiving(command: PacksCommand | ReceivingCommand): command is ReceivingCommand {
  return (RECEIVING as readonly string[]).includes(command.name);
}

export interface Invocation {
  command: Command;
  /** The data folder given with --data. */
  data: string | undefined;
}

export interface Given {
  words: string[];
  options: Partial<Record<OptionName, string[]>>;
}

/** Reads the words after the program's name; throws `wrong_usage` with the problem. */
export function readArguments(args: string[]): Invocation {
  const first = args.findIndex((arg, at) => !arg.startsWith('-') && args[at - 1] !== '--data');
  const { name, length } = commandAt(args, first);
  const rest = first < 0 ? args : args.toSpliced(first, length);
  if (name !== null && !isCommand(name)) throw wrongUsage(unknownCommand(name));
  const given = readOptions(name, rest);
  const data = given.options.data?.at(-1);
  if (given.options.version) return { command: { name: 'version' }, data };
  if (name === null || given.options.help) {
    return { command: { name: 'help', topic: name === 'help' ? null : name }, data };
  }
  checkWords(name, given.words.length);
  return { command: readCommand(name, given), data };
}

/** The command's name: two words where the first is that of a group. */
function commandAt(args: string[], first: number): { name: string | null; length: number } {
  const [word, next] = [args[first], args[first + 1]];
  if (first < 0 || word === undefined) return { name: null, length: 0 };
  if (!isGroup(word)) return { name: word, length: 1 };
  if (next === undefined || next.startsWith('-')) return { name: word, length: 1 };
  return { name: `${word} ${next}`, length: 2 };
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(POSITIONALS, name);
}

function unknownCommand(name: string): string {
  if (isGroup(name)) {
    const known = Object.keys(POSITIONALS).filter((each) => each.startsWith(`${name} `));
    return `${name} is one of: ${known.join(', ')}.`;
  }
  const near = Object.keys(POSITIONALS).find((known) => known.startsWith(name.slice(0, 3)));
  return `There is no command ${name}.${near ? ` Did you mean ${near}?` : ''}`;
}

function readOptions(name: CommandName | null, args: string[]): Given {
  const { tokens } = parseArgs({
    args,
    options: Object.fromEntries(
      Object.entries(OPTIONS).map(([option, { type, short }]) => [
        option,
        { type, ...(short ? { short } : {}) },
      ]),
    ),
    strict: false,
    tokens: true,
  });
  const given: Given = { words: [], options: {} };
  for (const token of tokens) {
    if (token.kind === 'positional') given.words.push(token.value);
    if (token.kind !== 'option') continue;
    const option = knownOption(name, token);
    (given.options[option] ??= []).push(token.value ?? '');
  }
  return given;
}

interface OptionToken {
  name: string;
  rawName: string;
  value?: string | undefined;
  inlineValue?: boolean | undefined;
}

function knownOption(
  command: CommandName | null,
  { name, rawName, value, inlineValue }: OptionToken,
): OptionName {
  if (!Object.hasOwn(OPTIONS, name)) throw wrongUsage(`There is no option ${rawName}.`);
  const option = OPTIONS[name as OptionName];
  if (command && option.commands !== 'all' && !option.commands.includes(command)) {
    throw wrongUsage(`${rawName} means nothing to ${command}.`);
  }
  // The next option is no value of this one, although the system's convention would take it as such.
  const missing = value === undefined || (!inlineValue && /^-./.test(value));
  if (option.type === 'string' && missing) {
    throw wrongUsage(`${rawName} needs a value, such as ${rawName} ${option.example}.`);
  }
  if (option.type === 'boolean' && value !== undefined) {
    throw wrongUsage(`${rawName} takes no value.`);
  }
  return name as OptionName;
}

function checkWords(name: CommandName, count: number): void {
  const { least, most, what } = POSITIONALS[name];
  if (count < least) throw wrongUsage(`${name} needs ${what}.`);
  if (count > most) throw wrongUsage(`${name} takes ${what}, and no more.`);
}

function readCommand(name: CommandName, given: Given): Command {
  const { words, options } = given;
  const json = options.json !== undefined;
  switch (name) {
    case 'search':
      return { name, json, query: readQuery(given), facets: options.facets !== undefined };
    case 'timeline':
      return readTimeline(given, json);
    case 'figures':
      return { name, json, query: { ...readQuestion(given), by: readGroups(options) } };
    case 'show':
      return readShow(given, json);
    case 'import':
      return { name, json, files: words };
    case 'export': {
      const text = options.query?.at(-1) ?? '';
      return {
        name,
        file: words[0] ?? null,
        search: { text, ...readWays(options), filters: readFilters(options) },
      };
    }
    case 'help': {
      const topic = words.length > 0 ? words.join(' ') : null;
      if (topic !== null && !isCommand(topic) && !isGroup(topic)) {
        throw wrongUsage(unknownCommand(topic));
      }
      return { name, topic };
    }
    case 'stats':
    case 'rebuild-index':
    case 'check':
      return { name, json };
    default:
      return { name, json, words, options } as PacksCommand | ReceivingCommand;
  }
}

/** How words are taken. */
function readWays(options: Given['options']) {
  const forms = readOneOf(options, 'forms', ['few', 'always', 'never']);
  return { ...(options.literal && { literal: true }), ...(forms && { forms }) };
}

/** What a search and everything that is counted over its results have in common. */
const readQuestion = ({ words, options }: Given) => ({
  text: words.join(' '),
  ...readWays(options),
  filters: readFilters(options),
});

function readQuery(given: Given): Input<'archive.search'> {
  const { options } = given;
  return {
    ...readQuestion(given),
    ...(options.group && { group: 'event' as const }),
    sort: readOneOf(options, 'sort', ['relevance', 'newest', 'oldest']) ?? 'relevance',
    limit: readNumber(options, 'limit', { least: 0, most: 200 }) ?? 20,
    offset: readNumber(options, 'offset', { least: 0, most: 10_000_000 }) ?? 0,
  };
}

function readTimeline(given: Given, json: boolean): Command {
  const unit = readOneOf(given.options, 'by', TIME_UNITS) ?? 'year';
  const limit = readNumber(given.options, 'limit', { least: 0, most: 5000 }) ?? 20;
  const query = { ...readQuestion(given), unit, most: MAX_BINS };
  return { name: 'timeline', json, query, limit };
}

function readGroups(options: Given['options']): FiguresBy[] {
  const groups = options.by?.flatMap((value) => value.split(','));
  return (
    groups?.flatMap((group) => readOneOf({ by: [group.trim()] }, 'by', FIGURES_BY) ?? []) ?? [
      'country',
    ]
  );
}

function readShow({ words, options }: Given, json: boolean): Command {
  return {
    name: 'show',
    json,
    record: {
      // An id may be copied with its shelf, as search prints it for records from elsewhere.
      id: words[0] as string,
      shelf: options.shelf?.at(-1),
      revision: readNumber(options, 'revision', { least: 1, most: Number.MAX_SAFE_INTEGER }),
      reveal: options.reveal !== undefined,
    },
    cite: readOneOf(options, 'cite', ['text', 'markdown', 'bibtex', 'csl']) ?? null,
    lang: options.lang?.at(-1) ?? null,
  };
}
