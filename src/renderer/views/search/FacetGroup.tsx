// One facet under its heading, which folds it.
import { useId } from 'react';
import type { Facet, FacetName, SearchFilters } from '../../../shared/search.ts';
import { Icon } from '../../components/Icon.tsx';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import styles from './FacetGroup.module.css';
import { FacetValues } from './FacetValues.tsx';
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
        <FacetValues facet={facet} values={shown} filters={filters} labelledBy={id} />
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
