// One state of the index for all that one answer reads.
import { asFault } from '../../sqlite/faults.ts';
import type { Searched } from '../search/question.ts';

/** Answers a question in one snapshot of the index, so that counts and rows belong together while it is written. */
export function inSnapshot<Query, Answer>(
  answer: (searched: Searched, query: Query) => Answer,
): (searched: Searched, query: Query) => Answer {
  return (searched, query) => {
    try {
      return searched.index.transaction(() => answer(searched, query)).deferred();
    } catch (error) {
      throw asFault(error, 'index_damaged');
    }
  };
}
