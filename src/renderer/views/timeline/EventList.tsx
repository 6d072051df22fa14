// The events in view as a list for the keyboard and for screen readers: only the active one is in the page.
import {
  type KeyboardEvent,
  type RefObject,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import type { Box } from './draw/surface.ts';
import styles from './EventList.module.css';
import { ROW } from './lanes.ts';
import type { ViewStore } from './viewStore.ts';
import { keyOf, type TimeItem, wordCompeting, wordItem } from './wording.ts';

interface EventListProps {
  items: TimeItem[];
  active: string | null;
  /** Where an event lies, from the top of all lanes; null where no lane has it. */
  place: (key: string) => Box | null;
  view: ViewStore;
  scroller: RefObject<HTMLElement | null>;
  onActive: (item: TimeItem) => void;
  onPan: (part: number) => void;
  onOpen: (item: TimeItem) => void;
  onStory: (item: TimeItem) => void;
  /** Told where the active event lies, counted from the top of what is in sight. */
  onShown: (item: TimeItem | null, box: Box | null) => void;
}

/** How far an arrow and a page key move along time, as a part of the view. */
const STEP = 0.12;
const PAGE = 0.8;

/** One list over all lanes, moved through in the order of time. */
export function EventList(props: EventListProps) {
  const { items, active, place, view, scroller, onActive, onPan, onOpen, onStory, onShown } = props;
  const words = useWords();
  const { t } = words;
  const id = useId();
  const option = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(false);
  const position = items.findIndex((item) => keyOf(item) === active);
  const item = items[position];

  // The frame around the active event follows the view, and the card the scrolling too.
  useLayoutEffect(() => {
    const box = scroller.current;
    const follow = () => {
      const found = active === null ? null : place(active);
      const element = option.current;
      if (element && found) {
        element.style.left = `${found.x}px`;
        element.style.top = `${found.y}px`;
        element.style.width = `${found.width}px`;
        element.style.height = `${found.height}px`;
      }
      if (!focused) return;
      onShown(item ?? null, found && { ...found, y: found.y - (box?.scrollTop ?? 0) });
    };
    follow();
    const stop = view.subscribe(follow);
    box?.addEventListener('scroll', follow, { passive: true });
    return () => {
      stop();
      box?.removeEventListener('scroll', follow);
    };
  }, [active, item, focused, place, view, scroller, onShown]);
  useLayoutEffect(() => {
    if (active !== null) bringIntoSight(scroller.current, place(active));
  }, [active, place, scroller]);

  const onKeyDown = (event: KeyboardEvent) => {
    const later = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const go = (to: number) => {
      const next = items[Math.min(items.length - 1, Math.max(0, to))];
      if (next) onActive(next);
    };
    if (event.altKey || event.ctrlKey) return;
    if (event.key === 'ArrowDown') go(position + 1);
    else if (event.key === 'ArrowUp') go(position < 0 ? items.length - 1 : position - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(items.length - 1);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      onPan(event.key === later ? STEP : -STEP);
    } else if (event.key === 'PageDown' || event.key === 'PageUp') {
      onPan(event.key === 'PageDown' ? PAGE : -PAGE);
    } else if (event.key === 'Enter' && item) (event.shiftKey ? onStory : onOpen)(item);
    else return;
    event.preventDefault();
  };

  return (
    <div
      role="listbox"
      tabIndex={0}
      aria-label={t('timeline.events', { count: items.length, n: wordNumber(items.length, words) })}
      aria-activedescendant={item ? `${id}-option` : undefined}
      className={styles.list}
      onKeyDown={onKeyDown}
      onFocus={() => {
        setFocused(true);
        // What began before the view is in it too, and to stand on that would move the view away.
        const first = items.find(({ start }) => start.from >= view.getState().shown.from);
        const next = item ?? first ?? items[0];
        if (next && next !== item) onActive(next);
      }}
      onBlur={() => {
        setFocused(false);
        onShown(null, null);
      }}
    >
      {item && (
        <div
          ref={option}
          id={`${id}-option`}
          role="option"
          tabIndex={-1}
          aria-selected="true"
          aria-setsize={items.length}
          aria-posinset={position + 1}
          aria-label={said(item)}
          className={styles.option}
          data-focused={focused || undefined}
        />
      )}
    </div>
  );

  function said(event: TimeItem): string {
    const others = event.competing.map((date) => wordCompeting(date, words));
    return [wordItem(event, words), ...others].join('. ');
  }
}

/** Scrolls the lanes as little as brings a row into sight. */
function bringIntoSight(box: HTMLElement | null, row: Box | null): void {
  if (!box || !row) return;
  const [from, to] = [row.y - ROW, row.y + row.height + ROW];
  if (from < box.scrollTop) box.scrollTop = from;
  else if (to > box.scrollTop + box.clientHeight) box.scrollTop = to - box.clientHeight;
}
