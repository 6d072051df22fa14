// Cuts a query into its pieces, whatever keyboard wrote it: words, quotations, fields, brackets and operators.
import type { Mark, QueryField } from '../../../shared/search.ts';
import { fieldNamed, fieldNear } from './fields.ts';

/** A piece of text in a query. */
export interface TextPiece {
  text: string;
  quoted: boolean;
  range: Mark;
  /** True where it reaches to the end of the query and nothing closes it. */
  last: boolean;
}

export type Token =
  | { type: 'open' | 'close' | 'or' | 'and' | 'not'; range: Mark }
  | ({ type: 'text' } & TextPiece)
  | { type: 'field'; field: QueryField; name: TextPiece; values: TextPiece[]; range: Mark }
  /** A field before a bracket: what stands in the group are its values. */
  | { type: 'group'; field: QueryField; range: Mark }
  | { type: 'misspelt'; nearest: QueryField; name: TextPiece; values: TextPiece[]; range: Mark };

const QUOTES = '"“”„‟«»「」『』＂';
const QUOTED = new RegExp(`[${QUOTES}]([^${QUOTES}]*)([${QUOTES}]|$)`, 'uy');
const SPACE = /[\s,;،؛、，；]+/uy;
// A minus sign as any keyboard or word processor writes it, before what is not wanted.
const MINUS = new RegExp(`[-\u2010-\u2013\u2212\uFE63\uFF0D](?=[^\\s\u2010-\u2015\u2212-])`, 'uy');
const CHUNK = new RegExp(`[^\\s()（）${QUOTES}]+`, 'uy');
const FIELD = /^([\p{L}\p{M}]+)[:：](.*)$/su;
const LIST = /[,،，]/u;

// A map, since every object has a `constructor` and other things that are words in a query.
const OPERATORS: ReadonlyMap<string, 'or' | 'and' | 'not'> = new Map([
  ['OR', 'or'],
  ['|', 'or'],
  ['||', 'or'],
  // Urdu has no capitals, and this word between two others means nothing else.
  ['یا', 'or'],
  ['AND', 'and'],
  ['&', 'and'],
  ['&&', 'and'],
  ['NOT', 'not'],
]);

/** The pieces of a query in order; ranges are in UTF-16 units of the text as given. */
export function tokensOf(text: string): Token[] {
  const reader = new Reader(text);
  const tokens: Token[] = [];
  for (let token = reader.next(); token; token = reader.next()) tokens.push(token);
  return tokens;
}

// Marks of direction and joiners show nothing, stand where a keyboard or a copied line left them, and mean nothing here.
const UNSEEN = /\p{DI}/u;

class Reader {
  readonly #text: string;
  /** For each unit of the text that is read, its place in the text that was given. */
  readonly #places: number[] = [];
  #at = 0;

  constructor(given: string) {
    const seen: string[] = [];
    let place = 0;
    for (const character of given) {
      if (!UNSEEN.test(character)) {
        seen.push(character);
        for (let unit = 0; unit < character.length; unit++) this.#places.push(place + unit);
      }
      place += character.length;
    }
    this.#text = seen.join('');
  }

  next(): Token | null {
    this.#match(SPACE);
    const start = this.#at;
    const first = this.#text[start];
    if (first === undefined) return null;
    const bracket = '(（'.includes(first) ? 'open' : ')）'.includes(first) ? 'close' : null;
    if (bracket) {
      this.#at++;
      return { type: bracket, range: this.#range(start) };
    }
    const quoted = this.#quoted();
    if (quoted) return { type: 'text', ...quoted };
    if (this.#match(MINUS)) return { type: 'not', range: this.#range(start) };
    const chunk = this.#match(CHUNK)?.[0] ?? '';
    const operator = OPERATORS.get(chunk);
    if (operator) return { type: operator, range: this.#range(start) };
    return this.#field(chunk, start) ?? { type: 'text', ...this.#piece(chunk, start) };
  }

  #field(chunk: string, start: number): Token | null {
    const [, name, rest] = FIELD.exec(chunk) ?? [];
    if (name === undefined || rest === undefined || rest.startsWith('//')) return null;
    const field = fieldNamed(name);
    const nearest = field ?? fieldNear(name);
    if (!nearest) return null;
    const named = this.#piece(name, start);
    if (rest === '' && field && /[(（]/.test(this.#text[this.#at] ?? '')) {
      return { type: 'group', field, range: this.#range(start) };
    }
    const values =
      rest === '' ? this.#valueAfter(field !== null) : this.#list(rest, this.#at - rest.length);
    const read = { name: named, values, range: this.#range(start) };
    return field ? { type: 'field', field, ...read } : { type: 'misspelt', nearest, ...read };
  }

  // A value may stand after a space, unless what stands there is something of its own.
  #valueAfter(known: boolean): TextPiece[] {
    const after = this.#at;
    const quoted = this.#quoted();
    if (quoted) return [quoted];
    if (!known) return [];
    this.#match(SPACE);
    const later = this.#quoted();
    if (later) return [later];
    const start = this.#at;
    const chunk = this.#match(CHUNK)?.[0];
    if (chunk && !OPERATORS.has(chunk) && !FIELD.test(chunk) && !this.#matches(MINUS, start)) {
      return this.#list(chunk, start);
    }
    this.#at = after;
    return [];
  }

  #quoted(): TextPiece | null {
    const start = this.#at;
    const match = this.#match(QUOTED);
    if (!match) return null;
    const [, text = '', closing = ''] = match;
    return { text, quoted: true, range: this.#range(start), last: closing === '' };
  }

  #list(text: string, start: number): TextPiece[] {
    let at = start;
    return text.split(LIST).flatMap((part) => {
      const piece = this.#piece(part, at);
      at += part.length + 1;
      return part === '' ? [] : [piece];
    });
  }

  #piece(text: string, start: number): TextPiece {
    const end = start + text.length;
    const last = end === this.#text.length;
    return { text, quoted: false, range: this.#range(start, end), last };
  }

  #range(start: number, end = this.#at): Mark {
    return [this.#places[start] ?? 0, (this.#places[end - 1] ?? 0) + 1];
  }

  #matches(pattern: RegExp, at: number): boolean {
    pattern.lastIndex = at;
    return pattern.test(this.#text);
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match) this.#at += match[0].length;
    return match;
  }
}
