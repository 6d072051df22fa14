// What opening a record gives: the record itself, its text as a safe tree, and everything that points to it.
import type { ArchiveRecord } from './record.ts';
import type { Mark, RecordRow } from './search.ts';

/** The elements that a body may consist of, after sanitising. */
export type BodyElementName =
  | 'p'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'ul'
  | 'ol'
  | 'li'
  | 'blockquote'
  | 'pre'
  | 'code'
  | 'em'
  | 'strong'
  | 'del'
  | 'a'
  | 'br'
  | 'hr'
  | 'table'
  | 'thead'
  | 'tbody'
  | 'tr'
  | 'th'
  | 'td';

/** A body as a tree without any markup to interpret; text leaves carry their offset in the canonical text. */
export type BodyNode =
  | { type: 'text'; value: string; start: number }
  | {
      type: 'element';
      name: BodyElementName;
      /** For `a`: where it would lead; shown and copied, never followed. */
      href?: string;
      /** For `ol`: its first number. */
      first?: number;
      children: BodyNode[];
    };

export interface Body {
  /** The text that offsets count in, in UTF-16 units. */
  canonical: string;
  nodes: BodyNode[];
  /** Set where the text is shown as it was written, because its markup is nested too deeply or too large to be set. */
  plain?: true;
}

/** What a vocabulary entry is called, by language; the first name is the current one. */
export type VocabularyNames = Record<string, string[]>;

export interface RevisionRow {
  revision: number;
  /** SHA-256 of the revision's canonical JSON, hexadecimal. */
  hash: string;
  updated: string;
  correction: string | null;
  current: boolean;
  /** delisted: only files that the publisher no longer lists carry it; stolen: only files signed with a stolen key. */
  standing: 'listed' | 'delisted' | 'stolen';
}

export interface RecordView {
  shelf: string;
  /** What the shelf is called, such as the publisher's name. */
  shelfName: string;
  record: ArchiveRecord;
  /** The SHA-256 of the revision that is shown, as in `revisions`. */
  hash: string;
  /** The bodies by language, in the record's own and each translation's; prose fields (summary, about, definition, disputed) are plain paragraphs and not in here. */
  bodies: Record<string, Body>;
  /** Every record that this one links to and that exists here, by the link as written. */
  linked: Record<string, RecordRow>;
  /** Records that link here, most recent first, with the role of the link: mentions, documents, related, claims, or what a document does about an event. */
  incoming: { role: string; row: RecordRow }[];
  incomingTotal: number;
  /** For a term: records whose text uses it or an alias, most recent first. */
  usedIn: RecordRow[];
  usedInTotal: number;
  /** Names of the vocabulary entries that the record uses, by vocabulary and id. */
  vocabulary: Record<string, Record<string, VocabularyNames>>;
  revisions: RevisionRow[];
  /** True where two different texts claim the same revision number. */
  conflict: boolean;
  /** True where the text is left out because the record was withdrawn for safety. */
  hidden: boolean;
}

/** How many incoming links and uses a record view carries at most. */
export const MAX_INCOMING = 500;

/** Where a query matches in texts that are on the page: the index of the text and the place in it. */
export interface TextMark {
  text: number;
  mark: Mark;
}
