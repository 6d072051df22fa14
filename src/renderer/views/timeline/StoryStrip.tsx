// The steps of a story on one axis of time, with the numbers that they have in the list.
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { Chain } from '../../../shared/timeline.ts';
import { directionOf } from '../../wording/languages.ts';
import { useWords } from '../../wording/useWords.ts';
import { type Words, wordNumber } from '../../wording/words.ts';
import { type BarInks, barShape, inkBar } from './draw/bars.ts';
import { type Frame, frameOf, sideOf } from './draw/frame.ts';
import { inkMark } from './draw/marks.ts';
import type { Palette } from './draw/palette.ts';
import type { Surface } from './draw/surface.ts';
import { element, svgDom, svgSurface } from './draw/svg-surface.ts';
import styles from './StoryView.module.css';
import { asSpan, markOf, reachOfStory } from './story.ts';
import { axisOf } from './ticks.ts';
import { usePalette } from './usePalette.ts';
import { withMargin } from './viewport.ts';

const AXIS = 36;
const ROW = 20;
/** Steps nearer than this, in pixels, go to the next row. */
const APART = 22;
const MOST_ROWS = 6;

/** Drawn for the eye; the list below says the same. */
export function StoryStrip({ chain }: { chain: Chain }) {
  const words = useWords();
  const palette = usePalette();
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const prefix = useId();
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const sized = new ResizeObserver(() => setWidth(element.clientWidth));
    sized.observe(element);
    return () => sized.disconnect();
  }, []);
  useLayoutEffect(() => {
    const reach = reachOfStory(chain);
    if (!place.current || width === 0 || !reach) return;
    const reversed = directionOf(words.language) === 'rtl';
    const measure = (text: string) => text.length * 6;
    const surface = svgSurface({ measure, rightToLeft: reversed, prefix });
    const frame = frameOf(withMargin(reach), { width, names: 12, reversed });
    const rows = rowsOf(chain, frame);
    const height = AXIS + (Math.max(...rows) + 1) * ROW + 8;
    drawStrip({ surface, frame, palette, words }, { chain, rows, height });
    const size = { width, height, viewBox: `0 0 ${width} ${height}` };
    place.current.replaceChildren(svgDom(element('svg', size, surface.drawn())));
  }, [chain, words, palette, width, prefix]);
  return <div ref={place} className={styles.strip} aria-hidden="true" />;
}

/** The row of each step: the first in which it touches none before it. */
function rowsOf({ steps }: Chain, frame: Frame): number[] {
  const ends: number[] = [];
  return steps.map((step) => {
    if (!step.start) return 0;
    const span = asSpan(step);
    const { left, right } = span
      ? sideOf(frame, span.from, span.to)
      : sideOf(frame, step.start.from, step.start.from);
    // Along the writing: in a language from the right, time runs to the left.
    const [from, to] = frame.reversed ? [-right, -left] : [left, right];
    const free = ends.findIndex((end) => end + APART <= from);
    const row = free >= 0 ? free : Math.min(ends.length, MOST_ROWS - 1);
    ends[row] = Math.max(ends[row] ?? Number.NEGATIVE_INFINITY, to + (span ? 12 : 0));
    return row;
  });
}

interface Ink {
  surface: Surface;
  frame: Frame;
  palette: Palette;
  words: Words;
}

function drawStrip(
  ink: Ink,
  { chain, rows, height }: { chain: Chain; rows: number[]; height: number },
): void {
  const { surface, frame, palette, words } = ink;
  drawStripAxis(ink, height);
  const inks: BarInks = { solid: new Map(), later: [] };
  const forward = frame.reversed ? -1 : 1;
  chain.steps.forEach((step, index) => {
    if (!step.start) return;
    const middle = AXIS + (rows[index] ?? 0) * ROW + ROW / 2;
    const span = asSpan(step);
    const number = wordNumber(index + 1, words);
    const write = (x: number) =>
      inks.later.push(() =>
        surface.text(
          number,
          { x, y: middle + 3.5 },
          {
            size: 10,
            weight: step.asked ? 700 : 500,
            colour: step.asked ? palette.accent : palette.soft,
            align: forward > 0 ? 'left' : 'right',
            halo: palette.page,
          },
        ),
      );
    if (span) {
      const shape = barShape(span, frame, { middle, room: 0 });
      inkBar(inks, span, shape, { surface, palette, frame });
      const { x, width } = shape.box;
      const arrow = span.end.type === 'running' ? 10 : 0;
      write(forward > 0 ? x + width + 4 + arrow : x - 4 - arrow);
    } else {
      const { left, right } = sideOf(frame, step.start.from, step.start.to);
      const x = (left + right) / 2;
      const colour = step.asked ? palette.accent : palette.soft;
      inks.later.push(() =>
        inkMark({ surface, colour, page: palette.page }, markOf(step), { x, y: middle }),
      );
      write(x + forward * 8);
    }
  });
  for (const [fill, boxes] of inks.solid) surface.boxes(boxes, { fill });
  for (const draw of inks.later) draw();
}

function drawStripAxis({ surface, frame, palette, words }: Ink, height: number): void {
  const { ticks, above } = axisOf(frame.view, frame.plot.right - frame.plot.left, words);
  const forward = frame.reversed ? -1 : 1;
  const align = frame.reversed ? 'right' : 'left';
  const lines = ticks.map(({ at }) => ({
    x: Math.round(frame.x(at)),
    y: 18,
    width: 1,
    height: height - 18,
  }));
  surface.boxes(lines, { fill: palette.grid });
  for (const { at, label } of ticks) {
    surface.text(
      label,
      { x: frame.x(at) + forward * 4, y: 30 },
      { size: 11, colour: palette.quiet, align },
    );
  }
  above.forEach(({ at, label }, index) => {
    const start = Math.min(Math.max(frame.x(at), frame.plot.left), frame.plot.right);
    const next = above[index + 1];
    if (next && Math.abs(frame.x(next.at) - start) < 70) return;
    surface.text(
      label,
      { x: start + forward * 4, y: 12 },
      { size: 11, weight: 600, colour: palette.soft, align },
    );
  });
}
