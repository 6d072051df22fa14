// Takes what is seen along: as a drawing, on paper, or as data, each with what was asked and what it rests on.
import { useState } from 'react';
import type { FiguresBy, OnlyLanes } from '../../../../shared/timeline.ts';
import { client } from '../../../client.ts';
import { say, sayFailure } from '../../../components/said.ts';
import type { Query } from '../../../history.ts';
import { directionOf } from '../../../wording/languages.ts';
import { useWords } from '../../../wording/useWords.ts';
import { type Words, wordNumber, wordSeries } from '../../../wording/words.ts';
import { searchedBy } from '../asked.ts';
import { readPalette } from '../draw/palette.ts';
import type { Scene } from '../draw/scene.ts';
import type { Stretch } from '../viewport.ts';
import { type TimeItem, wordItem } from '../wording.ts';
import { measureIn, pngFile, scratch, svgFile } from './files.ts';
import { type SheetInput, sheetOf } from './sheet.ts';
import { MOST_SOURCED, publishersOf, type Sourced, sourcesOf } from './sources.ts';
import { wordQuery } from './wordQuery.ts';

export type Format = 'svg' | 'png' | 'pdf' | 'csv' | 'json';

export interface Seen {
  scene: Omit<Scene, 'drawing'>;
  view: Stretch;
  items: TimeItem[];
  query: Query;
  /** The lanes that were chosen; all without. */
  lanes: OnlyLanes;
  /** What the sums say. */
  sums: string;
  /** The groups of the figures where they are seen; null where the chart or its table is. */
  figuresBy: FiguresBy[] | null;
}

/** What is on paper while it is printed. */
export interface Paper extends SheetInput {
  sourced: Sourced[];
}

/** How many publishers a drawing names. */
const NAMED = 40;

function sheetInput(
  seen: Seen,
  sourced: Sourced[],
  { words, note }: { words: Words; note: string },
): SheetInput {
  const { t } = words;
  const publishers = publishersOf(sourced).map(
    ([name, count]) => `${name} (${wordNumber(count, words)})`,
  );
  const named = wordSeries(publishers.slice(0, NAMED), words);
  const more = publishers.length - NAMED;
  const rest = seen.items.length - MOST_SOURCED;
  return {
    scene: { ...seen.scene, drawing: null, palette: readPalette('paper') },
    view: seen.view,
    reversed: directionOf(words.language) === 'rtl',
    text: {
      title: t('timeline.title'),
      head: [wordQuery(seen.query, words), seen.sums],
      foot: [
        named &&
          t('take.sources', {
            publishers: more > 0 ? `${named} +${wordNumber(more, words)}` : named,
          }),
        rest > 0 && t('take.more', { count: rest, n: wordNumber(rest, words) }),
        t('take.from'),
        note,
      ].filter(Boolean) as string[],
    },
  };
}

/** Each event with its sources, a line each. */
export function linesOf(sourced: readonly Sourced[], words: Words): string[] {
  return sourced.map(({ item, sources }) => {
    const from = sources.map(({ publisher, title, date, url }) =>
      wordSeries([publisher, title, date, url], words),
    );
    return `${wordItem(item, words)} [${item.row.id}]: ${from.join('; ')}`;
  });
}

interface Taking {
  paper: Paper | null;
  take: (format: Format, note: string) => Promise<void>;
}

/** Saves what is seen where the reader says; `paper` is what must stand on the page while it is printed. */
export function useTake(seen: Seen): Taking {
  const words = useWords();
  const [paper, setPaper] = useState<Paper | null>(null);
  const { t } = words;

  const draw = async (
    format: 'svg' | 'png' | 'pdf',
    { grant, note }: { grant: string; note: string },
  ) => {
    const sourced = await sourcesOf(seen.items);
    const input = sheetInput(seen, sourced, { words, note });
    if (format === 'pdf') {
      setPaper({ ...input, sourced });
      await painted();
      await client.call('shell.printToPdf', { grant });
      return;
    }
    const sheet = sheetOf(input, measureIn(scratch()));
    const description = [...input.text.head, ...linesOf(sourced, words)].join('\n');
    const described = {
      language: words.language,
      rightToLeft: input.reversed,
      title: input.text.title,
      description,
    };
    const content =
      format === 'svg' ? svgFile(sheet, described) : await pngFile(sheet, input.reversed);
    await client.call('shell.saveDrawing', { grant, content });
  };

  const take = async (format: Format, note: string) => {
    try {
      const file = await client.grant(
        'save',
        `${seen.figuresBy ? 'figures' : 'timeline'}.${format}`,
      );
      if (!file) return;
      const { grant, name } = file;
      if (format === 'csv' || format === 'json') {
        const { from, to } = { from: Math.floor(seen.view.from), to: Math.ceil(seen.view.to) };
        const table = seen.figuresBy
          ? { what: 'figures' as const, by: seen.figuresBy }
          : { what: 'events' as const, from, to, lanes: seen.lanes };
        const asked = { ...searchedBy(seen.query), ...table, format, note };
        await client.call('timeline.export', { ...asked, grant });
      } else {
        await draw(format, { grant, note });
        say(t('print.done', { name }));
      }
    } catch (failure) {
      sayFailure(failure);
    } finally {
      setPaper(null);
    }
  };
  return { paper, take };
}

/** Waits until what was just put on the page is drawn. */
const painted = () =>
  new Promise<void>((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => done()));
  });
