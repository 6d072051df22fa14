// One facet: its values with their counts. Arrows move among them, so that a facet is one stop of the Tab key.
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Facet, FacetName, FacetValue, SearchFilters } from '../../../shared/search.ts';
import { Icon } from '../../components/Icon.tsx';
import { useNavigation } from '../../navigation.ts';
import { wordFacetValue } from '../../wording/facets.ts';
import { directionOf } from '../../wording/languages.ts';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import styles from './FacetGroup.module.css';
import { choiceOf, choose } from './filters.ts';
import { FEW, useFacetsShown } from './useFacets.ts';

interface FacetGroupProps {
  facet: FacetName;
  /** Undefined until it is counted. */
  known: Facet | undefined;
  filters: SearchFilters;
}

/** A facet under its heading, which folds it. */
export function FacetGroup({ facet, known, filters }: FacetGroupProps) {
  const words = useWords();
  const { t } = words;
  const { unfolded, whole, fold, showAll } = useFacetsShown();
  const id = useId();
  const isOpen = unfolded.includes(facet);
  const isWhole = whole.includes(facet);
  const all = known?.values ?? [];
  const shown = isWhole ? all : all.filter(({ chosen }, rank) => rank < FEW || chosen !== null);
  const more = all.length - shown.length + (known?.others ?? 0);
  return (
    <section className={styles.facet}>
      <h3 className={styles.heading}>
        <button
          type="button"
          id={id}
          className={styles.fold}
          aria-expanded={isOpen}
          onClick={() => fold(facet)}
        >
          <Icon name={isOpen ? 'up' : 'down'} />
          {t(`facet.name.${facet}`)}
        </button>
      </h3>
      {isOpen && shown.length > 0 && (
        <Values facet={facet} values={shown} filters={filters} labelledBy={id} />
      )}
      {isOpen && known && shown.length === 0 && <p className={styles.none}>{t('facet.none')}</p>}
      {isOpen && (more > 0 || (isWhole && all.length > FEW)) && (
        <button type="button" className={styles.more} onClick={() => showAll(facet)}>
          {isWhole
            ? t('facet.fewer')
            : t('facet.more', { count: more, n: wordNumber(more, words) })}
        </button>
      )}
    </section>
  );
}

interface ValuesProps {
  facet: FacetName;
  values: FacetValue[];
  filters: SearchFilters;
  labelledBy: string;
}

function Values({ facet, values, filters, labelledBy }: ValuesProps) {
  const words = useWords();
  const { t, language } = words;
  const ask = useNavigation((state) => state.ask);
  const place = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState({ row: 0, out: false });
  const row = Math.min(at.row, values.length - 1);
  const move = (to: number, out: boolean) => {
    setAt({ row: to, out });
    const item = place.current?.children[to];
    item?.querySelectorAll('button')[out ? 1 : 0]?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const inwards = directionOf(language) === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const outwards = directionOf(language) === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key === 'ArrowDown') move(Math.min(values.length - 1, row + 1), at.out);
    else if (event.key === 'ArrowUp') move(Math.max(0, row - 1), at.out);
    else if (event.key === 'Home') move(0, at.out);
    else if (event.key === 'End') move(values.length - 1, at.out);
    else if (event.key === outwards) move(row, true);
    else if (event.key === inwards) move(row, false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <ul ref={place} aria-labelledby={labelledBy} className={styles.values}>
      {values.map((one, index) => {
        const { value, count } = one;
        const { text, lang } = wordFacetValue(facet, one, words);
        const choice = choiceOf(filters, facet, value);
        const set = (wanted: 'included' | 'excluded') =>
          ask({ filters: choose(filters, facet, value, choice === wanted ? null : wanted) });
        const counted = { count, n: wordNumber(count, words) };
        const focusable = (out: boolean) => (index === row && at.out === out ? 0 : -1);
        return (
          <li key={value} className={styles.value} data-choice={choice ?? undefined}>
            <button
              type="button"
              className={styles.include}
              tabIndex={focusable(false)}
              aria-pressed={choice === 'included'}
              onFocus={() => setAt({ row: index, out: false })}
              onKeyDown={onKeyDown}
              onClick={() => set('included')}
            >
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
            <button
              type="button"
              className={styles.exclude}
              tabIndex={focusable(true)}
              aria-pressed={choice === 'excluded'}
              aria-label={t('facet.exclude', { name: text })}
              title={t('facet.exclude', { name: text })}
              onFocus={() => setAt({ row: index, out: true })}
              onKeyDown={onKeyDown}
              onClick={() => set('excluded')}
            >
              <Icon name="exclude" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
