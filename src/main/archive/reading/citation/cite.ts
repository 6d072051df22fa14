// Writes a citation of a record in the style that was asked for.
import { bibtexCitation } from './bibtex.ts';
import { cslCitation } from './csl.ts';
import { type Cited, citationFacts } from './facts.ts';
import { markdownCitation, textCitation } from './text.ts';

export type CitationStyle = 'text' | 'markdown' | 'bibtex' | 'csl';

const STYLES = {
  text: textCitation,
  markdown: markdownCitation,
  bibtex: bibtexCitation,
  csl: cslCitation,
};

/** The citation of a record and of the sources that it rests on; nothing in it is guessed. */
export function cite(cited: Cited, style: CitationStyle): string {
  return STYLES[style](citationFacts(cited));
}
