// The legend: every sign of the chart, drawn by the same code, with what it means.
import { useId, useLayoutEffect, useRef } from 'react';
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { MarkType, RestrictionType, TimeSpan } from '../../../shared/timeline.ts';
import { Icon } from '../../components/Icon.tsx';
import pulldown from '../../components/Pulldown.module.css';
import { useWords } from '../../wording/useWords.ts';
import { BAR_HEIGHT, type BarInks, barShape, DATE_DASH, inkBar } from './draw/bars.ts';
import { frameOf } from './draw/frame.ts';
import { inkMark, MARK_SHAPES } from './draw/marks.ts';
import type { Palette } from './draw/palette.ts';
import type { Surface } from './draw/surface.ts';
import { element, svgDom, svgSurface } from './draw/svg-surface.ts';
import styles from './Legend.module.css';
import { exampleSpan, type Shown } from './legendExamples.ts';
import { usePalette } from './usePalette.ts';
import { wordType } from './wording.ts';

const WIDTH = 74;
const HEIGHT = 20;

interface SampleProps {
  draw: (surface: Surface, palette: Palette) => void;
}

/** One sign, drawn as on the chart. */
function Sample({ draw }: SampleProps) {
  const place = useRef<HTMLSpanElement>(null);
  const palette = usePalette();
  const prefix = useId();
  useLayoutEffect(() => {
    const measure = (text: string) => text.length * 6;
    const surface = svgSurface({ measure, rightToLeft: false, prefix });
    draw(surface, palette);
    const size = { width: WIDTH, height: HEIGHT, viewBox: `0 0 ${WIDTH} ${HEIGHT}` };
    const image = element('svg', size, surface.drawn());
    place.current?.replaceChildren(svgDom(image));
  }, [draw, palette, prefix]);
  return <span ref={place} className={styles.sample} aria-hidden="true" />;
}

function drawBar(span: TimeSpan) {
  return (surface: Surface, palette: Palette) => {
    const reversed = document.documentElement.dir === 'rtl';
    const frame = frameOf({ from: 0, to: 100 }, { width: WIDTH, names: 8, reversed });
    const inks: BarInks = { solid: new Map(), later: [] };
    const shape = barShape(span, frame, { middle: HEIGHT / 2, room: Infinity });
    inkBar(inks, span, shape, { surface, palette, frame });
    for (const [fill, boxes] of inks.solid) surface.boxes(boxes, { fill });
    for (const draw of inks.later) draw();
  };
}

const drawMark = (type: MarkType) => (surface: Surface, palette: Palette) =>
  inkMark({ surface, colour: palette.soft, page: palette.raised }, type, {
    x: WIDTH / 2,
    y: HEIGHT / 2,
  });

const drawDash = (kind: keyof typeof DATE_DASH) => (surface: Surface, palette: Palette) =>
  surface.path(`M${WIDTH / 2} 2v16`, { stroke: palette.ink, width: 1.5, dash: DATE_DASH[kind] });

const drawCoarse = (surface: Surface, palette: Palette) => {
  surface.pattern({ x: 8, y: 5, width: WIDTH - 16, height: 10 }, 'dots', palette.count);
  surface.boxes([{ x: 8, y: 5, width: WIDTH - 16, height: 10 }], { stroke: palette.rest });
};

/** What cuts most stands first. */
const RESTRICTION_TYPES = Object.keys(BAR_HEIGHT) as RestrictionType[];

const BARS = Object.fromEntries(
  RESTRICTION_TYPES.map((type) => [type, drawBar(exampleSpan('ended', type))]),
) as Record<RestrictionType, SampleProps['draw']>;
const ENDS = Object.fromEntries(
  (['ended', 'running', 'ended_undated', 'unknown', 'recurring', 'doubtful'] as const).map(
    (shown) => [shown, drawBar(exampleSpan(shown, 'shutdown'))],
  ),
) as Record<Shown, SampleProps['draw']>;
const MARKS = Object.fromEntries(
  (Object.keys(MARK_SHAPES) as MarkType[]).map((type) => [type, drawMark(type)]),
) as Record<MarkType, SampleProps['draw']>;
const DASHES = {
  actual: drawDash('actual'),
  estimated: drawDash('estimated'),
  reported: drawDash('reported'),
};

/** A button that opens the legend. */
export function Legend() {
  const { t } = useWords();
  return (
    <DialogTrigger>
      <AriaButton className={pulldown.button}>
        {t('timeline.legend')}
        <Icon name="down" />
      </AriaButton>
      <Popover className={pulldown.popover} offset={4} placement="bottom end">
        <Dialog aria-label={t('timeline.legend')} className={styles.legend}>
          <Signs />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Signs() {
  const words = useWords();
  const { t } = words;
  const group = (title: string, signs: [string, SampleProps['draw'], string][]) => (
    <section className={styles.group}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.signs}>
        {signs.map(([key, draw, said]) => (
          <li key={key} className={styles.sign}>
            <Sample draw={draw} />
            <span>{said}</span>
          </li>
        ))}
      </ul>
    </section>
  );
  return (
    <>
      {group(
        t('timeline.signs.kinds'),
        RESTRICTION_TYPES.map((type) => [type, BARS[type], wordType(type, words)]),
      )}
      {group(
        t('timeline.signs.ends'),
        (Object.keys(ENDS) as Shown[]).map((shown) => [
          shown,
          ENDS[shown],
          t(`timeline.signs.${shown}`),
        ]),
      )}
      {group(
        t('timeline.signs.marks'),
        (Object.keys(MARKS) as MarkType[]).map((type) => [
          type,
          MARKS[type],
          wordType(type, words),
        ]),
      )}
      {group(t('timeline.signs.dates'), [
        ...(['actual', 'estimated', 'reported'] as const).map(
          (kind) =>
            [kind, DASHES[kind], t(`timeline.signs.${kind}`)] as [
              string,
              SampleProps['draw'],
              string,
            ],
        ),
        ['coarse', drawCoarse, t('timeline.signs.coarse')],
      ])}
      <p className={styles.keys}>{t('timeline.hands')}</p>
    </>
  );
}
