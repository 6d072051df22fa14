// A story as it is told: what each step is called, how long after the one before, how it is drawn (pure).
import type {
  Chain,
  ChainStep,
  Ending,
  MarkType,
  RestrictionType,
  TimeSpan,
} from '../../../shared/timeline.ts';
import { wordCivil, wordSpan } from '../../wording/dates.ts';
import { numberFormat } from '../../wording/formats.ts';
import { preferredLanguage } from '../../wording/languages.ts';
import { localeOf, type Words } from '../../wording/words.ts';
import { DAY, type Stretch } from './viewport.ts';

const isEnding = (end: ChainStep['end']): end is Ending => end !== null && 'type' in end;

/** When a step was, in words that claim no more than is known. */
export function wordStepWhen({ row, end }: ChainStep, words: Words): string {
  const statusAsOf = isEnding(end) && end.type === 'running' ? end.asOf : null;
  return wordSpan({ ...row, statusAsOf }, words);
}

/** The title of a record in the reader's language, with that language. */
export function titleIn(
  { title, titles, lang }: ChainStep['row'],
  { language }: Words,
): { title: string; lang: string } {
  const shown = preferredLanguage(Object.keys(titles), lang, language);
  return { title: shown === lang ? title : (titles[shown] ?? title), lang: shown };
}

/** Shorter pauses than this many days go without saying. */
const SHORTEST_PAUSE = 7;

/** How long after the step before another began, in the largest unit that fits; null where that is soon or not known. */
export function wordPause(
  before: ChainStep | undefined,
  step: ChainStep,
  words: Words,
): string | null {
  if (!before?.start || !step.start) return null;
  const days = Math.floor((step.start.from - before.start.to) / DAY);
  if (days < SHORTEST_PAUSE) return null;
  const [unit, count] =
    days < 60
      ? (['week', days / 7] as const)
      : days < 730
        ? (['month', days / 30.44] as const)
        : (['year', days / 365.25] as const);
  const span = numberFormat(localeOf(words), {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 0,
  }).format(Math.round(count));
  return words.t('story.later', { span });
}

/** The year that a step begins, where the step before was not of it. */
export function yearOf(
  before: ChainStep | undefined,
  { start }: ChainStep,
  words: Words,
): string | null {
  const year = start?.date.value.slice(0, 4);
  if (!year || before?.start?.date.value.slice(0, 4) === year) return null;
  return wordCivil(year, words);
}

/** How far a story reaches; null where no step has a date. */
export function reachOfStory({ steps }: Chain): Stretch | null {
  const dated = steps.flatMap((step) => (step.start ? [stretchOfStep(step, step.start)] : []));
  if (dated.length === 0) return null;
  return {
    from: Math.min(...dated.map(({ from }) => from)),
    to: Math.max(...dated.map(({ to }) => to)),
  };
}

function stretchOfStep({ end }: ChainStep, start: Stretch): Stretch {
  const known = isEnding(end)
    ? end.type === 'ended'
      ? end.edge.to
      : end.type === 'running'
        ? end.until
        : start.to
    : (end?.to ?? start.to);
  return { from: start.from, to: Math.max(start.to, known) };
}

const TYPES: Record<RestrictionType, true> = {
  shutdown: true,
  throttle: true,
  service_block: true,
  content_block: true,
  unknown: true,
};

/** A step that restricts as a bar is drawn from it; null for any other. */
export function asSpan(step: ChainStep): TimeSpan | null {
  const { row, start, end, role } = step;
  if (role !== 'restriction' || !start || !isEnding(end)) return null;
  const type = row.subtype !== null && row.subtype in TYPES ? row.subtype : 'unknown';
  return {
    row,
    start,
    end,
    type: type as RestrictionType,
    disputed: false,
    competing: [],
    services: [],
    regions: [],
    documents: 0,
    recurrence: null,
    extent: null,
    scopes: [],
    reach: 'unstated',
    ...stretchOfStep(step, start),
  };
}

/** The sign of a step that restricts nothing. */
export function markOf({ role }: ChainStep): MarkType {
  if (role === 'order') return 'court';
  return role === 'document' || role === 'restriction' ? 'report' : role;
}
