// Reads a query: a pure function of its text. Every text is a query; what is wrong in one is said, and never stops the rest.
import type { Mark, QueryField, QueryMistake, QueryReason } from '../../../shared/search.ts';
import { codesNamed } from './codes.ts';
import { withSpellings } from './spelled.ts';
import { type TextPiece, type Token, tokensOf } from './tokens.ts';
import { joined, type LeafNode, type ParsedQuery, type QueryNode } from './tree.ts';
import { readUnit } from './unit.ts';
import { isBegunDate, readDate } from './written-date.ts';

/** Words, phrases and fields beyond these are not looked for: whoever pastes a page finds it by less. */
export const MAX_UNITS = 40;
/** Groups within groups deeper than this are taken without their brackets. */
export const MAX_DEPTH = 8;

/** Reads a query; `prefix` says that it is being typed, so that its end may be unfinished. */
export function parseQuery(text: string, prefix: boolean): ParsedQuery {
  return new Parser(text, prefix).parse();
}

class Parser {
  readonly #text: string;
  readonly #tokens: Token[];
  readonly #prefix: boolean;
  readonly #mistakes: QueryMistake[] = [];
  #at = 0;
  #depth = 0;
  #units = 0;
  /** How many minus signs the present piece stands under. */
  #refused = 0;
  /** Brackets that were opened too deep, and still have to be closed. */
  #passedOver = 0;

  constructor(text: string, prefix: boolean) {
    this.#text = text;
    this.#tokens = tokensOf(text);
    this.#prefix = prefix;
  }

  parse(): ParsedQuery {
    const parts: QueryNode[] = [];
    while (this.#at < this.#tokens.length) {
      const node = this.#everything(null);
      if (node) parts.push(node);
      // Only a bracket that nothing opened ends a query before its end.
      const stray = this.#tokens[this.#at++];
      if (stray) this.#mistake('unopened_group', stray.range);
    }
    this.#mistakes.sort((a, b) => a.range[0] - b.range[0]);
    return { root: withSpellings(joined('all', parts), this.#text), mistakes: this.#mistakes };
  }

  /** What stands side by side, up to a closing bracket or the end: all of it is asked for. */
  #everything(field: QueryField | null): QueryNode | null {
    const parts: QueryNode[] = [];
    for (let token = this.#token(); token && token.type !== 'close'; token = this.#token()) {
      if (token.type === 'and') this.#at++;
      else if (token.type === 'or') {
        this.#at++;
        this.#alone('or_alone', token);
      } else {
        const node = this.#either(field);
        if (node) parts.push(node);
      }
    }
    return joined('all', parts);
  }

  /** OR joins its two neighbours only, so that `Lahore OR Karachi shutdown` means what it says. */
  #either(field: QueryField | null): QueryNode | null {
    const parts: QueryNode[] = [];
    for (;;) {
      const node = this.#one(field);
      if (node) parts.push(node);
      const or = this.#token();
      if (or?.type !== 'or') return joined('any', parts);
      this.#at++;
      while (this.#token()?.type === 'or') this.#at++;
      const next = this.#token();
      if (!next || next.type === 'close' || next.type === 'and') {
        this.#alone('or_alone', or);
        return joined('any', parts);
      }
    }
  }

  #one(field: QueryField | null): QueryNode | null {
    let not: Token | null = null;
    let negated = false;
    for (let token = this.#token(); token?.type === 'not'; token = this.#token()) {
      this.#at++;
      not = token;
      negated = !negated;
    }
    const token = this.#token();
    if (!token || token.type === 'close' || token.type === 'and' || token.type === 'or') {
      if (not) this.#alone('not_alone', not);
      return null;
    }
    this.#at++;
    if (negated) this.#refused++;
    const node = this.#operand(token, field);
    if (negated) this.#refused--;
    return node && negated ? { type: 'not', part: node } : node;
  }

  #operand(token: Token, field: QueryField | null): QueryNode | null {
    switch (token.type) {
      case 'open':
        return this.#group(token, field);
      case 'group':
        return this.#group(token, token.field);
      case 'text':
        return field ? this.#value(field, token) : this.#words(token);
      case 'field':
        return this.#field(token);
      case 'misspelt':
        return this.#misspelt(token);
      default:
        return null;
    }
  }

  #group(open: Token, field: QueryField | null): QueryNode | null {
    if (open.type === 'group') this.#at++;
    if (this.#depth >= MAX_DEPTH) {
      this.#mistake('too_deep', open.range);
      this.#passedOver++;
      return null;
    }
    this.#depth++;
    const first = this.#at;
    const passedOver = this.#passedOver;
    const parts: QueryNode[] = [];
    let close: Token | null;
    for (;;) {
      const node = this.#everything(field);
      if (node) parts.push(node);
      close = this.#token();
      if (close) this.#at++;
      if (!close || this.#passedOver === passedOver) break;
      this.#passedOver--;
    }
    this.#depth--;
    if (!close && !this.#prefix) this.#mistake('unclosed_group', open.range);
    if (close && this.#at === first + 1) {
      this.#mistake('empty_group', [open.range[0], close.range[1]]);
    }
    return joined('all', parts);
  }

  #field({ field, name, values, range }: Token & { type: 'field' }): QueryNode | null {
    const nodes = values.flatMap((value) => this.#value(field, value, range) ?? []);
    if (nodes.length > 0 || values.length > 0) return joined('any', nodes);
    if (this.#prefix && this.#at === this.#tokens.length) return null;
    this.#mistake('no_value', range);
    return this.#words(name);
  }

  /** A value of a field; `range` is of the field with its name, where it has one of its own. */
  #value(field: QueryField, value: TextPiece, range: Mark = value.range): QueryNode | null {
    const typing = this.#isTyped(value);
    const { text } = value;
    if (field === 'before' || field === 'after' || field === 'on') {
      const date = readDate(text);
      if (date) return this.#count({ type: 'date', field, value: date, range });
      if (typing && isBegunDate(text)) return null;
      return this.#instead('not_a_date', value);
    }
    if (field === 'kind' || field === 'lang' || field === 'status') {
      const codes = codesNamed(field, text, typing);
      if (codes.length > 0) return this.#count({ type: 'code', field, text, codes, range });
      return this.#instead('unknown_value', value);
    }
    const unit = readUnit(text, { quoted: value.quoted, typing });
    return unit && this.#count({ type: 'field', field, unit, range, things: [] });
  }

  #misspelt({ nearest, name, values }: Token & { type: 'misspelt' }): QueryNode | null {
    this.#mistakes.push({ range: name.range, reason: 'unknown_field', nearest });
    const nodes = (values.length > 0 ? values : [name]).flatMap(
      (value) => this.#words(value) ?? [],
    );
    return joined('all', nodes);
  }

  #instead(reason: QueryReason, value: TextPiece): QueryNode | null {
    this.#mistake(reason, value.range);
    return this.#words(value);
  }

  #words(piece: TextPiece): QueryNode | null {
    const { text, quoted, range } = piece;
    const unit = readUnit(text, { quoted, typing: this.#isTyped(piece) });
    return (
      unit && this.#count({ type: 'words', units: [unit], text: unit.text, range, things: [] })
    );
  }

  // Half a word takes nothing away: it would hide what the whole word does not mean.
  #isTyped({ last }: TextPiece): boolean {
    return this.#prefix && last && this.#refused === 0;
  }

  #count(node: LeafNode): LeafNode | null {
    if (++this.#units <= MAX_UNITS) return node;
    const before = this.#mistakes.find(({ reason }) => reason === 'too_many');
    if (before) before.range[1] = Math.max(before.range[1], node.range[1]);
    else this.#mistake('too_many', [...node.range]);
    return null;
  }

  #token(): Token | null {
    return this.#tokens[this.#at] ?? null;
  }

  /** An operator with nothing beside it; at the end of what is being typed it only waits for more. */
  #alone(reason: QueryReason, { range }: Token): void {
    if (!this.#prefix || this.#at < this.#tokens.length) this.#mistake(reason, range);
  }

  #mistake(reason: QueryReason, range: Mark): void {
    this.#mistakes.push({ range, reason });
  }
}
