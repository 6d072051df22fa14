// Texts that look like queries, and texts that look like nothing.
import fc from 'fast-check';
import { awkwardText } from '../../language/awkward.ts';

const PIECES =
  '( ) （ ） " “ ” « » OR AND NOT یا | & - − – + * ^ { } : ， ، , NEAR title: org: place: سروس: kind: lang: source: law: status: before: after: on: ' +
  'X x Twitter ٹوئٹر ایکس PTA Pakistan us US PECA "social event shutdown ur 2024 2024-02 2024-02-31 ۲۰۲۴ 9999 0000 a b ban 互联网 网';

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...PIECES.split(' ')) },
  { weight: 1, arbitrary: awkwardText },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
);

/** Any query: most often one full of operators and fields in odd places. */
export const anyQuery = fc
  .array(fc.tuple(piece, fc.constantFrom('', ' ', ' ')), { maxLength: 40 })
  .map((pieces) => pieces.flat().join(''));
