// The form of the search sets: short texts of one language, and what speakers would ask of them.

/** What a query tries: how it differs from the text that it must find, or from the texts that it must not. */
export type Trial =
  /** A word as the text has it, with or without others. */
  | 'word'
  /** Letters of another keyboard, or the same letters encoded another way. */
  | 'keyboard'
  /** Vowel signs, accents, stress or tatweel on one side alone. */
  | 'marks'
  /** Written together, with a joiner, a hyphen or a space. */
  | 'joined'
  | 'digits'
  | 'phrase'
  /** The beginning of a word that is still being typed. */
  | 'start'
  /** A single letter with its marks. */
  | 'letter'
  /** Several scripts at once. */
  | 'mixed'
  | 'case'
  /** Full-width and half-width forms. */
  | 'width'
  /** Texts with something that only looks alike must not be found. */
  | 'near'
  /** Another accepted spelling. */
  | 'spelling'
  /** Another grammatical form of the word: reported apart, since words are looked for as they are typed. */
  | 'form';

/** A query and the texts that it must find, and no others, by their ids with spaces between. */
export type SetQuery = [trial: Trial, text: string, finds: string];

export interface SearchSet {
  lang: string;
  /** By id, each beginning with the language. */
  texts: Record<string, [title: string, body: string]>;
  queries: SetQuery[];
}
