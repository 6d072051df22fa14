// The results of the query along time: the chart, its table and its figures, in step with the list beside them.
import { useCallback, useMemo, useState } from 'react';
import { useCommand } from '../../commands.ts';
import { ErrorMessage } from '../../components/ErrorMessage.tsx';
import { READING_ID } from '../../focus.ts';
import { navigate } from '../../navigation.ts';
import { useWords } from '../../wording/useWords.ts';
import { Toolbar } from '../reader/Toolbar.tsx';
import { withDates } from '../search/filters.ts';
import { isDated, spansInput } from './asked.ts';
import { Chart } from './Chart.tsx';
import { Choices } from './Choices.tsx';
import { civilRange, filteredStretch } from './civil.ts';
import { FiguresView } from './FiguresView.tsx';
import { Heading } from './Heading.tsx';
import { itemsOf } from './items.ts';
import { placeLanes } from './lanes.ts';
import { GROUPINGS, useLook } from './remembered.ts';
import { Sums, wordSums } from './Sums.tsx';
import { TableView } from './TableView.tsx';
import styles from './TimelineView.module.css';
import type { TimelinePlace } from './TimelineView.tsx';
import { Tools } from './Tools.tsx';
import { PaperSheet } from './take/PaperSheet.tsx';
import { TakeMenu } from './take/TakeMenu.tsx';
import { type Format, useTake } from './take/useTake.ts';
import { useCalendar } from './useCalendar.ts';
import { usePalette } from './usePalette.ts';
import { useStep } from './useStep.ts';
import { useCounts, useSpans } from './useTimeline.ts';
import { useView } from './useView.ts';
import type { Stretch } from './viewport.ts';
import { useSettled } from './viewStore.ts';
import { keyOf, type TimeItem } from './wording.ts';

/** About how wide the chart is, before it is drawn; what is asked need not know it better. */
const ABOUT_WIDE = 900;

const DATA: Format[] = ['csv', 'json'];
const DRAWN: Format[] = ['svg', 'png', 'pdf', ...DATA];

/** Everything that the page shows of a query with dated results. */
export function Explorer({ place, extent }: { place: TimelinePlace; extent: Stretch }) {
  const { query, opening } = place;
  const words = useWords();
  const { ask, open, openTimeline } = navigate;
  const [look, setLook] = useLook(opening);
  const { by, only } = look;
  const view = useView(extent, query.filters, opening);
  const settled = useSettled(view);
  const { density, around, error } = useCounts(query, settled, ABOUT_WIDE);
  const { answered, error: spansError } = useSpans(
    spansInput(query, settled, { width: ABOUT_WIDE, by, only }),
  );
  const lanes = useMemo(
    () => (answered ? placeLanes(answered.spans, { view: settled, by: answered.by, words }) : []),
    [answered, settled, words],
  );
  const palette = usePalette();
  const calendar = useCalendar(words);
  const dated = isDated(query);
  const selection = useMemo(
    () => (dated ? filteredStretch(query.filters, extent) : null),
    [dated, query.filters, extent],
  );
  const [active, setActive] = useState<string | null>(null);
  const scene = {
    density,
    around,
    lanes,
    selection,
    competing: look.competing,
    calendar,
    words,
    palette,
  };
  const items = useMemo(() => itemsOf(answered?.spans, settled), [answered, settled]);
  const select = useCallback(
    (stretch: Stretch | null) => {
      const { after, before } = stretch ? civilRange(stretch) : {};
      // An end that stands at the end of all time sets no limit.
      const { limits } = view.getState();
      const dates = {
        after: stretch && stretch.from > limits.from ? after : undefined,
        before: stretch && stretch.to < limits.to ? before : undefined,
      };
      ask({ filters: withDates(query.filters, dates) });
    },
    [ask, query.filters, view],
  );
  const openItem = useCallback((item: TimeItem) => open(item.row), [open]);
  const chosen = only ? { by, keys: only } : undefined;
  const { stand, step } = useStep({ view, query, lanes: chosen });
  const failed = error ?? spansError;
  const { paper, take } = useTake({
    scene,
    view: settled,
    items,
    query,
    lanes: chosen,
    sums: density ? wordSums(density, settled, words) : '',
    figuresBy: look.mode === 'figures' ? GROUPINGS[look.grouping] : null,
  });
  useCommand('print', () => (look.mode === 'chart' ? void take('pdf', '') : false));

  return (
    <>
      <Toolbar>
        <div className={styles.tools}>
          <Tools
            view={view}
            onStep={(direction) => step(direction, (item) => setActive(keyOf(item)))}
          />
          <TakeMenu
            formats={look.mode === 'chart' ? DRAWN : DATA}
            onTake={(format, note) => void take(format, note)}
          />
        </div>
      </Toolbar>
      <div id={READING_ID} tabIndex={-1} className={styles.page} data-screen-only>
        <Heading>
          <Sums density={density} spans={answered?.spans} items={items} view={settled} />
        </Heading>
        <Choices look={look} query={query} onLook={setLook} />
        {failed !== null && <ErrorMessage error={failed} />}
        {look.mode === 'chart' && (
          <Chart
            view={view}
            scene={scene}
            limited={{
              from: query.filters.after !== undefined,
              to: query.filters.before !== undefined,
            }}
            items={items}
            active={active}
            onActive={(item) => {
              stand(item);
              setActive(keyOf(item));
            }}
            onSelect={select}
            onOpen={openItem}
            onStory={({ row }) => openTimeline(row)}
          />
        )}
        {look.mode === 'table' && (
          <TableView density={density} items={items} view={settled} onOpen={openItem} />
        )}
        {look.mode === 'figures' && (
          <FiguresView
            query={query}
            grouping={look.grouping}
            onGrouping={(grouping) => setLook({ grouping })}
          />
        )}
      </div>
      {paper && <PaperSheet paper={paper} />}
    </>
  );
}
