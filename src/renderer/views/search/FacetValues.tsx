// The values of a facet with their counts. Arrows move among them, so that a facet is one stop of the Tab key.
import { type KeyboardEvent, useRef, useState } from 'react';
import type { FacetName, FacetValue, SearchFilters } from '../../../shared/search.ts';
import { Icon } from '../../components/Icon.tsx';
import { navigate } from '../../navigation.ts';
import { wordFacetValue } from '../../wording/facets.ts';
import { directionOf } from '../../wording/languages.ts';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import styles from './FacetGroup.module.css';
import { type Choice, choiceOf, choose } from './filters.ts';

/** Which of the two buttons of a value: the one that asks for it, or the one that keeps it out. */
type Column = Choice;

interface Roving {
  /** 0 for the one button that the Tab key stops at, -1 for all others. */
  tabIndex: (row: number, column: Column) => 0 | -1;
  onFocus: (row: number, column: Column) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Arrow keys over the buttons of a list of `count` values; `list` is the element that holds them. */
function useRoving(list: { current: HTMLUListElement | null }, count: number): Roving {
  const { language } = useWords();
  const [at, setAt] = useState<{ row: number; column: Column }>({ row: 0, column: 'included' });
  const row = Math.min(at.row, count - 1);
  const { column } = at;
  const focus = (to: number, column: Column) => {
    const buttons = list.current?.children[to]?.querySelectorAll('button');
    buttons?.[column === 'included' ? 0 : 1]?.focus();
  };
  const rightToLeft = directionOf(language) === 'rtl';
  const moves: Record<string, () => void> = {
    ArrowDown: () => focus(Math.min(count - 1, row + 1), column),
    ArrowUp: () => focus(Math.max(0, row - 1), column),
    Home: () => focus(0, column),
    End: () => focus(count - 1, column),
    [rightToLeft ? 'ArrowRight' : 'ArrowLeft']: () => focus(row, 'included'),
    [rightToLeft ? 'ArrowLeft' : 'ArrowRight']: () => focus(row, 'excluded'),
  };
  return {
    tabIndex: (one, other) => (one === row && other === column ? 0 : -1),
    onFocus: (one, other) => setAt({ row: one, column: other }),
    onKeyDown: (event) => {
      if (!Object.hasOwn(moves, event.key)) return;
      moves[event.key]?.();
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

interface FacetValuesProps {
  facet: FacetName;
  values: FacetValue[];
  filters: SearchFilters;
  /** The id of the facet's heading. */
  labelledBy: string;
}

/** A list whose every value can be asked for or kept out. */
export function FacetValues({ facet, values, filters, labelledBy }: FacetValuesProps) {
  const { ask } = navigate;
  const list = useRef<HTMLUListElement>(null);
  const roving = useRoving(list, values.length);
  return (
    <ul ref={list} aria-labelledby={labelledBy} className={styles.values}>
      {values.map((value, row) => (
        <ValueButtons
          key={value.value}
          facet={facet}
          value={value}
          choice={choiceOf(filters, facet, value.value)}
          buttonOf={(column) => ({
            tabIndex: roving.tabIndex(row, column),
            onFocus: () => roving.onFocus(row, column),
            onKeyDown: roving.onKeyDown,
          })}
          onChoose={(choice) => ask({ filters: choose(filters, facet, value.value, choice) })}
        />
      ))}
    </ul>
  );
}

interface ValueButtonsProps {
  facet: FacetName;
  value: FacetValue;
  choice: Choice | null;
  buttonOf: (column: Column) => {
    tabIndex: number;
    onFocus: () => void;
    onKeyDown: (event: KeyboardEvent) => void;
  };
  onChoose: (choice: Choice | null) => void;
}

function ValueButtons({ facet, value, choice, buttonOf, onChoose }: ValueButtonsProps) {
  const words = useWords();
  const { t } = words;
  const { text, lang } = wordFacetValue(facet, value, words);
  const counted = { count: value.count, n: wordNumber(value.count, words) };
  const common = (column: Column) => ({
    ...buttonOf(column),
    type: 'button' as const,
    'aria-pressed': choice === column,
    onClick: () => onChoose(choice === column ? null : column),
  });
  const out = t('facet.exclude', { name: text });
  return (
    <li className={styles.value} data-choice={choice ?? undefined}>
      <button {...common('included')} className={styles.include}>
        <span className={styles.box} aria-hidden="true">
          {choice === 'included' && <Icon name="check" />}
        </span>
        <bdi lang={lang} className={styles.name}>
          {text}
        </bdi>
        <span className={styles.count} aria-hidden="true">
          {counted.n}
        </span>
        <span className={styles.unseen}>{t('start.records', counted)}</span>
      </button>
      <button {...common('excluded')} aria-label={out} title={out} className={styles.exclude}>
        <Icon name="exclude" />
      </button>
    </li>
  );
}
