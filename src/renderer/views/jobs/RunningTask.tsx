// The task that runs: what it does, at which step, and how far it has come.
import { Progress } from '../../components/Progress.tsx';
import { wordValue } from '../../wording/rows.ts';
import { useWords } from '../../wording/useWords.ts';
import { wordBytes } from '../../wording/words.ts';
import { useJobs } from './useJobs.ts';

/** Steps that are counted in bytes. */
const IN_BYTES: ReadonlySet<string> = new Set(['pack merging', 'share copying']);

/** Its progress as a bar; `label` says what the task is, in place of its plain name. */
export function RunningTask({ label }: { label?: string }) {
  const words = useWords();
  const running = useJobs((state) => state.running);
  if (!running) return null;
  const { kind, phase, done, total } = running;
  const what = label ?? words.t(`jobs.${kind}`);
  return (
    <Progress
      label={phase === '' ? what : `${what}: ${wordValue('jobs.phase', phase, words)}`}
      done={done}
      total={total}
      amount={IN_BYTES.has(`${kind} ${phase}`) ? wordBytes : undefined}
    />
  );
}
