// Takes the markup off a body, so that a search sees what a reader sees and addresses of links are no words.

const MARKUP = /[*_`#>[\]|~\\<]/;
const REFERENCE_DEFINITION = /^ {0,3}\[[^\][\n]{1,200}\]:[^\n]*$/gm;
const INLINE_LINK =
  /\]\([^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?(?:\s"[^"\n]{0,300}")?\)/g;
const REFERENCE = /\]\[[^\][\n]{0,200}\]/g;
const TABLE_RULE = /^[ \t]*\|?[ \t]*:?-{2,}[-:| \t]*$/gm;
const BLOCK_SIGN = /^[ \t]*(?:#{1,6}|>|[*+-])[ \t]+/gm;
// A sign after a backslash is meant, any other is markup.
const INLINE_SIGN = /\\([!-/:-@[-`{-~])|[*`~]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|!?\[|\]/gu;
const CELL = / ?\| ?/g;

/**
 * A body of CommonMark as plain text, near enough for words and passages: without the signs of headings, lists, quotes,
 * emphasis, code and tables, and without the addresses behind links. Costs the same per letter whatever is written.
 */
export function plainText(body: string): string {
  if (!MARKUP.test(body)) return body;
  return body
    .replace(REFERENCE_DEFINITION, '')
    .replace(INLINE_LINK, ']')
    .replace(REFERENCE, ']')
    .replace(TABLE_RULE, '')
    .replace(BLOCK_SIGN, '')
    .replace(INLINE_SIGN, '$1')
    .replace(CELL, ' ');
}
