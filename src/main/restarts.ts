// How often something that died is started again before we stop trying.

const TRIES = 3;
const WITHIN_MS = 60_000;

/** Answers, at each death, whether to start again: three times within a minute, then no more. */
export function restartBudget(now: () => number = Date.now): () => boolean {
  let deaths: number[] = [];
  return () => {
    deaths = [...deaths.filter((at) => now() - at < WITHIN_MS), now()];
    return deaths.length <= TRIES;
  };
}
