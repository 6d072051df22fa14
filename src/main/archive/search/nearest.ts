// What can be asked in place of a question that finds nothing, or little, each with how much it finds.
import type { Nearest, Relaxed } from '../../../shared/nearest.ts';
import type { Question } from '../../../shared/search.ts';
import { asFault } from '../../sqlite/faults.ts';
import { countFound } from './count-found.ts';
import { meantBy } from './meant.ts';
import type { Searched } from './question.ts';
import { type Wider, widerThan, withoutDeadParts } from './relaxed.ts';

/** How many wider questions are given. */
const MOST_GIVEN = 12;

/** The likeliest words that were meant, and the nearest wider questions. Throws nothing but faults of the files. */
export function nearest(searched: Searched, question: Question): Nearest {
  try {
    return searched.index.transaction(() => nearestTo(searched, question)).deferred();
  } catch (error) {
    throw asFault(error, 'index_damaged');
  }
}

function nearestTo(searched: Searched, question: Question): Nearest {
  const total = countFound(searched, question);
  // Whoever takes one of these has finished typing.
  const typed = { ...question, prefix: false };
  const countOf = (text: string) => countFound(searched, { ...typed, text, filters: {} });
  const relaxed = [...widerThan(typed), ...withoutDeadParts(typed, countOf)]
    .map((wider) => ({ ...wider, total: countFound(searched, wider.question) }))
    .filter((wider) => wider.total > total);
  return {
    meant: meantBy(searched, question),
    relaxed: nearestFirst(relaxed).slice(0, MOST_GIVEN).map(given),
  };
}

type Counted = Wider & { total: number };

/** What changes the meaning least comes first; of one kind, what lets in least. */
const ORDER: Record<Relaxed['how'], number> = {
  forms: 0,
  names: 0,
  words: 1,
  without_filter: 2,
  without_dates: 2,
  without: 3,
  any: 4,
  without_filters: 5,
};

function nearestFirst(relaxed: readonly Counted[]): Counted[] {
  return relaxed.toSorted(
    (a, b) => ORDER[a.relaxed.how] - ORDER[b.relaxed.how] || a.total - b.total,
  );
}

function given({ question, relaxed, total }: Counted): Nearest['relaxed'][number] {
  const { text, literal, filters, forms } = question;
  return { ...relaxed, query: { text, literal, filters, forms }, total };
}
