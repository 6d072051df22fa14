// Makes the bench's archive: any number of records of plausible shape, the same for the same seed, none of it true.
import { type ArchiveRecord, record as recordSchema } from '../src/shared/record.ts';
import { LANGUAGES, type Language, vocabulary } from './languages.ts';
import { between, pick, type Random, randomFrom, zipf } from './random.ts';

/** A language with its words by frequency, and a way to draw them. */
export interface Lexicon {
  language: Language;
  words: string[];
  draw: (random: Random) => number;
}

export interface Made {
  record: ArchiveRecord;
  /** Bytes of UTF-8 of its title and text, what the sizes are measured against. */
  textBytes: number;
}

const GENRES = ['news', 'news', 'news', 'statement', 'court_order', 'law', 'report', 'feature'];
const COUNTRIES = 'PK PK PK IN IR MM CN RU TR EG SD ET UG BD IQ SY VE BY KZ CU US GB DE'.split(' ');
const SERVICES = 'x facebook youtube whatsapp telegram wikipedia tiktok signal'.split(' ');
const MONTHS = 12;

/** The words of every language, for the given seed. */
export function lexicons(seed: number): Lexicon[] {
  return LANGUAGES.map((language, index) => {
    const words = vocabulary(language, randomFrom(seed + index));
    return { language, words, draw: zipf(words.length) };
  });
}

/** Makes the records of an archive, one after the other. */
export function* generate(size: number, seed = 1): Generator<Made> {
  const all = lexicons(seed);
  const random = randomFrom(seed * 7919);
  for (let number = 0; number < size; number++) yield makeRecord(number, all, random);
}

function makeRecord(number: number, all: Lexicon[], random: Random): Made {
  const lexicon = chooseLexicon(all, random);
  const writer = new Writer(lexicon, random);
  const kind = random();
  const title = writer.title();
  const head = {
    revision: 1,
    schema: 'record/1',
    lang: lexicon.language.tag,
    title,
    updated: '2026-11-22',
  };
  const tail = {
    translations: random() < 0.1 ? { [otherTag(lexicon, random)]: { title: writer.title() } } : {},
    sources: Array.from({ length: between(random, 1, 3) }, () => writer.source()),
    rights: 'made up for measuring',
  };
  const named = { ...head, ...tail, id: `bench/r${number}` };
  if (kind < 0.88)
    return made(
      { ...named, kind: 'document', ...documentParts(writer, random), ...linksOf(number) },
      'body',
    );
  if (kind < 0.96)
    return made({ ...named, kind: 'event', ...eventParts(writer, random) }, 'summary');
  if (kind < 0.99) {
    const own = { organisation_kind: 'ngo', country: pick(random, COUNTRIES), url: null };
    return made({ ...named, kind: 'organisation', ...own, about: writer.text(400) }, 'about');
  }
  return made({ ...named, kind: 'term', definition: writer.text(300) }, 'definition');
}

function made(input: Record<string, unknown>, field: string): Made {
  const textBytes = Buffer.byteLength(`${String(input.title)}${String(input[field])}`);
  return { record: recordSchema.parse(input), textBytes };
}

function documentParts(writer: Writer, random: Random) {
  return {
    genre: pick(random, GENRES),
    text_kind: 'full',
    // Most texts are of a few paragraphs, a few are long.
    body: writer.text(
      Math.round(900 + 5400 * random() ** 1.6 + (random() < 0.02 ? 20_000 * random() : 0)),
    ),
    published: random() < 0.02 ? null : someDate(random),
    places: [{ country: pick(random, COUNTRIES) }],
    mentions: Array.from({ length: between(random, 0, 3) }, () => ({
      id: null,
      printed: writer.name(),
    })),
  };
}

// Every fifth document names a service, and every third is about an event that others are about too.
function linksOf(number: number) {
  const service = SERVICES[(number / 5) % SERVICES.length];
  const event = `bench/r${number - (number % 12)}`;
  return {
    services: number % 5 === 0 && service ? [{ id: service, printed: service }] : [],
    about: number % 3 === 0 ? [{ event, role: 'reports' }] : [],
  };
}

function eventParts(writer: Writer, random: Random) {
  return {
    event_type: 'restriction',
    summary: writer.text(between(random, 300, 1500)),
    start: someDate(random),
    end: random() < 0.4 ? null : { value: '2026-10', precision: 'month', kind: 'reported' },
    status: 'unknown',
    restriction: { type: 'shutdown' },
    places: [{ country: pick(random, COUNTRIES) }, { country: pick(random, COUNTRIES) }],
    confidence: 'medium',
  };
}

function someDate(random: Random) {
  // More of it is recent: the web grew, and so did its censors.
  const year = 2026 - Math.floor(random() ** 1.7 * 20);
  const month = between(random, 1, year === 2026 ? 10 : MONTHS);
  const value = `${year}-${String(month).padStart(2, '0')}`;
  if (random() < 0.05) return { value, precision: 'month', kind: 'reported' };
  const day = String(between(random, 1, 28)).padStart(2, '0');
  return { value: `${value}-${day}`, precision: 'day', kind: 'actual' };
}

function chooseLexicon(all: Lexicon[], random: Random): Lexicon {
  let left = random();
  for (const lexicon of all) {
    left -= lexicon.language.share;
    if (left < 0) return lexicon;
  }
  return all[0] as Lexicon;
}

function otherTag(lexicon: Lexicon, random: Random): string {
  const tag = pick(random, LANGUAGES).tag;
  return tag === lexicon.language.tag ? 'fr' : tag;
}

/** Writes one record's texts: common words everywhere, and a few words of its own again and again. */
class Writer {
  readonly #lexicon: Lexicon;
  readonly #random: Random;
  readonly #topics: number[];

  constructor(lexicon: Lexicon, random: Random) {
    this.#lexicon = lexicon;
    this.#random = random;
    const { length } = lexicon.words;
    this.#topics = Array.from({ length: 6 }, () =>
      Math.min(length - 1, 60 + Math.floor(random() ** 3 * length * 0.5)),
    );
  }

  #next(previous: number): number {
    // Some words are followed by the same word more often than not: that is what phrases are.
    if (previous >= 100 && previous % 7 === 0 && this.#random() < 0.35) return previous + 1;
    if (this.#random() < 0.07) return pick(this.#random, this.#topics);
    return this.#lexicon.draw(this.#random);
  }

  #word(rank: number): string {
    return this.#lexicon.words[rank] ?? this.#lexicon.words[0] ?? '';
  }

  #words(count: number, topical: boolean): string {
    const { space } = this.#lexicon.language;
    const written: string[] = [];
    for (let rank = 0; written.length < count; ) {
      rank = topical && this.#random() < 0.5 ? pick(this.#random, this.#topics) : this.#next(rank);
      written.push(this.#word(rank));
    }
    return written.join(space);
  }

  title(): string {
    return capital(this.#words(between(this.#random, 5, 11), true)).slice(0, 300);
  }

  name(): string {
    return capital(this.#words(between(this.#random, 1, 3), true)).slice(0, 200);
  }

  source() {
    return {
      title: this.title(),
      publisher: this.name(),
      date: '2024-05-06',
      url: `https://news.example/${between(this.#random, 1, 1_000_000)}`,
      read: 'whole' as const,
    };
  }

  /** Paragraphs of about so many bytes of UTF-8. */
  text(bytes: number): string {
    const { stop, comma } = this.#lexicon.language;
    let text = '';
    let paragraph = 0;
    for (let left = bytes; left > 0; ) {
      let sentence = capital(this.#words(between(this.#random, 5, 14), false));
      if (this.#random() < 0.6)
        sentence += comma + this.#words(between(this.#random, 4, 10), false);
      if (this.#random() < 0.1) sentence = `“${sentence}”`;
      const ended = sentence + stop;
      left -= Buffer.byteLength(ended);
      paragraph += ended.length;
      text += paragraph > 500 && left > 0 ? `${ended.trimEnd()}\n\n` : ended;
      if (paragraph > 500) paragraph = 0;
    }
    return text.trimEnd();
  }
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
