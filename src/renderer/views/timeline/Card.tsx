// The card of what is pointed at: what it is, when, where, who disagrees; a list where several stand as one.
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { languageAttributes, preferredLanguage } from '../../wording/languages.ts';
import { useWords } from '../../wording/useWords.ts';
import { type Words, wordNumber } from '../../wording/words.ts';
import styles from './Card.module.css';
import type { Pointed } from './usePointed.ts';
import {
  isSpan,
  keyOf,
  type TimeItem,
  titleOf,
  wordCompeting,
  wordFacts,
  wordType,
  wordWhen,
} from './wording.ts';

interface CardProps {
  target: Pointed;
  /** What the lanes are drawn in: a scroll bar may stand left of the drawing. */
  scroller: RefObject<HTMLElement | null>;
  chart: RefObject<HTMLElement | null>;
  competing: boolean;
  onOpen: (item: TimeItem) => void;
  onStory: (item: TimeItem) => void;
  onHeld: (held: boolean) => void;
}

/** As many of a crowd are listed. */
const LISTED = 7;
/** The distance between a card and what it tells of, in pixels. */
const GAP = 8;

/** Below what it tells of, or above where there is no room. */
export function Card(props: CardProps) {
  const { target, scroller, chart, competing, onOpen, onStory, onHeld } = props;
  const words = useWords();
  const card = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const within = chart.current?.getBoundingClientRect();
    const own = card.current?.getBoundingClientRect();
    if (!within || !own) return;
    const { x, y, width, height } = target.box;
    const inset = scroller.current?.clientLeft ?? 0;
    const [from, to] = [Math.max(x, 0) + inset, Math.min(x + width + inset, within.width)];
    const left = Math.min(
      Math.max((from + to - own.width) / 2, GAP),
      within.width - own.width - GAP,
    );
    const below = y + height + GAP;
    const fits = below + own.height <= within.height;
    setPlace({ left, top: fits ? below : Math.max(GAP, y - own.height - GAP) });
  }, [target, chart, scroller]);
  const [only] = target.items;
  return (
    <div
      ref={card}
      className={styles.card}
      style={place}
      data-own-pointer
      // The list of events says the same to those who do not see the card.
      aria-hidden="true"
      onPointerEnter={() => onHeld(true)}
      onPointerLeave={() => onHeld(false)}
    >
      {target.items.length === 1 && only ? (
        <One item={only} words={words} competing={competing} onOpen={onOpen} onStory={onStory} />
      ) : (
        <Crowd items={target.items} words={words} onOpen={onOpen} />
      )}
    </div>
  );
}

function One({
  item,
  words,
  competing,
  onOpen,
  onStory,
}: {
  item: TimeItem;
  words: Words;
  competing: boolean;
  onOpen: (item: TimeItem) => void;
  onStory: (item: TimeItem) => void;
}) {
  const { t } = words;
  const { row } = item;
  const lang = preferredLanguage(Object.keys(row.titles), row.lang, words.language);
  return (
    <>
      <p className={styles.when}>{wordWhen(item, words)}</p>
      <button
        type="button"
        tabIndex={-1}
        className={styles.title}
        {...languageAttributes(lang)}
        onClick={() => onOpen(item)}
      >
        {titleOf(item, words)}
      </button>
      <p className={styles.facts}>{wordFacts(item, words).join(' · ')}</p>
      {isSpan(item) && item.recurrence !== null && (
        <p className={styles.facts} dir="auto">
          {t('timeline.recurs', { how: item.recurrence })}
        </p>
      )}
      {item.competing.length > 0 &&
        (competing ? (
          <ul className={styles.competing}>
            {item.competing.map((date) => (
              <li key={`${date.edge} ${date.value} ${date.who}`}>{wordCompeting(date, words)}</li>
            ))}
          </ul>
        ) : (
          <p className={styles.warning}>
            {t('timeline.competing.there', {
              count: item.competing.length,
              n: wordNumber(item.competing.length, words),
            })}
          </p>
        ))}
      <p className={styles.facts}>
        {item.documents > 0 &&
          t('timeline.documents', {
            count: item.documents,
            n: wordNumber(item.documents, words),
          })}{' '}
        <button type="button" tabIndex={-1} className={styles.story} onClick={() => onStory(item)}>
          {t('timeline.story')}
        </button>
      </p>
    </>
  );
}

function Crowd({
  items,
  words,
  onOpen,
}: {
  items: TimeItem[];
  words: Words;
  onOpen: (item: TimeItem) => void;
}) {
  const { t } = words;
  const rest = items.length - LISTED;
  return (
    <>
      <p className={styles.when}>
        {t('timeline.together', { count: items.length, n: wordNumber(items.length, words) })}
      </p>
      <ul className={styles.crowd}>
        {items.slice(0, LISTED).map((item) => (
          <li key={keyOf(item)}>
            <button
              type="button"
              tabIndex={-1}
              className={styles.line}
              onClick={() => onOpen(item)}
            >
              <span className={styles.kind}>{wordType(item.type, words)}</span>
              <bdi>{titleOf(item, words)}</bdi>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.facts}>
        {rest > 0 && t('timeline.andMore', { n: wordNumber(rest, words) })}{' '}
        {t('timeline.pressNearer')}
      </p>
    </>
  );
}
