// The page of the timeline's benchmark: our own drawing, ECharts and vis-timeline show the same views one after the other.
import * as echarts from 'echarts';
import { DataSet } from 'vis-data';
import { Timeline } from 'vis-timeline/standalone';
import 'vis-timeline/styles/vis-timeline-graph2d.min.css';
import { fixedWords } from '../../src/renderer/i18n.ts';
import '../../src/renderer/styles/index.css';
import { createDrawing } from '../../src/renderer/views/timeline/draw/drawing.ts';
import { readPalette } from '../../src/renderer/views/timeline/draw/palette.ts';
import { placeLanes } from '../../src/renderer/views/timeline/lanes.ts';
import { count, EXTENT, type Made, make, script, type Times } from './data.ts';

const WIDTH = 860;
const HEIGHT = 600;
const BINS = 250;

interface View {
  from: number;
  to: number;
}

type Rival = (made: Made, place: HTMLElement) => (view: View) => void;

const ours: Rival = ({ dates, spans }, place) => {
  const [top, lanes] = [document.createElement('canvas'), document.createElement('canvas')];
  place.append(top, lanes);
  const drawing = createDrawing({ top, lanes }, getComputedStyle(document.body).fontFamily);
  const words = { language: 'en', digits: 'latin', t: fixedWords('en') } as const;
  const placed = placeLanes(spans, { view: EXTENT, by: 'service', words });
  const palette = readPalette('screen');
  const rest = {
    around: undefined,
    selection: null,
    drawing: null,
    competing: false,
    calendar: null,
  };
  return (view) => {
    const density = count(dates, view, BINS);
    const scene = { ...rest, density, lanes: placed, words, palette };
    const sizes = { width: WIDTH, height: HEIGHT - 130, scrolled: 0, reversed: false };
    drawing.draw(scene, view, sizes);
  };
};

/** Minutes of the axis as ECharts and vis-timeline count time. */
const ms = (minute: number) => minute * 60_000;

const inECharts: Rival = ({ dates, spans }, place) => {
  const chart = echarts.init(place, null, { width: WIDTH, height: HEIGHT });
  const bars = spans.lanes.flatMap((lane, index) =>
    lane.spans.flatMap(({ span }) => {
      const found = spans.spans[span];
      return found ? [[ms(found.from), ms(found.to), index]] : [];
    }),
  );
  chart.setOption({
    animation: false,
    grid: [
      { top: 10, height: 80, left: 120, right: 10 },
      { top: 120, bottom: 10, left: 120, right: 10 },
    ],
    xAxis: [{ type: 'time' }, { type: 'time', gridIndex: 1 }],
    yAxis: [
      { type: 'value' },
      { type: 'category', gridIndex: 1, data: spans.lanes.map(({ key }) => key) },
    ],
    series: [
      { type: 'bar', data: [], large: true },
      {
        type: 'custom',
        xAxisIndex: 1,
        yAxisIndex: 1,
        encode: { x: [0, 1], y: 2 },
        data: bars,
        clip: true,
        renderItem: (_params: unknown, api: echarts.CustomSeriesRenderItemAPI) => {
          const start = api.coord([api.value(0), api.value(2)]);
          const end = api.coord([api.value(1), api.value(2)]);
          return {
            type: 'rect',
            shape: {
              x: start[0] ?? 0,
              y: (start[1] ?? 0) - 5,
              width: Math.max(2, (end[0] ?? 0) - (start[0] ?? 0)),
              height: 10,
            },
            style: { fill: '#b04a1e' },
          };
        },
      },
    ],
  } as echarts.EChartsOption);
  return (view) => {
    const { bins } = count(dates, view, BINS);
    const data = Array.from(bins.counts, (found, bin) => [ms(bins.edges[bin] ?? 0), found]);
    const axis = { min: ms(view.from), max: ms(view.to) };
    chart.setOption({ xAxis: [axis, axis], series: [{ data }, {}] });
    // By itself it waits for the next frame; here its work belongs to this one.
    chart.getZr().flush();
  };
};

const inVis: Rival = ({ spans }, place) => {
  const items = spans.lanes.flatMap((lane, index) =>
    lane.spans.flatMap(({ span }) => {
      const found = spans.spans[span];
      return found
        ? [
            {
              id: span,
              group: index,
              content: '',
              start: new Date(ms(found.from)),
              end: new Date(ms(found.to)),
            },
          ]
        : [];
    }),
  );
  const groups = spans.lanes.map(({ key }, id) => ({ id, content: key }));
  const timeline = new Timeline(place, new DataSet(items), new DataSet(groups), {
    width: `${WIDTH}px`,
    height: `${HEIGHT}px`,
    stack: false,
  });
  return (view) => {
    timeline.setWindow(new Date(ms(view.from)), new Date(ms(view.to)), { animation: false });
    timeline.redraw();
  };
};

const RIVALS: Record<string, Rival> = { ours, echarts: inECharts, vis: inVis };

const frame = () => new Promise<number>((done) => requestAnimationFrame(done));

/** Shows every view of the script, a frame each, and measures. */
async function run(
  name: string,
  { documents, restrictions, steps }: { documents: number; restrictions: number; steps: number },
): Promise<Times> {
  const place = document.createElement('div');
  place.style.inlineSize = `${WIDTH}px`;
  document.body.replaceChildren(place);
  await document.fonts.ready;
  const draw = RIVALS[name]?.(make(documents, restrictions), place);
  if (!draw) throw new Error(`no rival ${name}`);
  const views = script(steps);
  for (const view of views.slice(0, 10)) {
    draw(view);
    await frame();
  }
  const times: Times = { frames: [], work: [] };
  let last = await frame();
  for (const view of views) {
    const start = performance.now();
    draw(view);
    times.work.push(performance.now() - start);
    const now = await frame();
    times.frames.push(now - last);
    last = now;
  }
  return times;
}

Object.assign(window, { run });
