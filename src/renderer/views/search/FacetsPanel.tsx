// What the results have in common, with counts: each value can be asked for or kept out.
import { FACETS } from '../../../shared/facets.ts';
import { IconButton } from '../../components/Button.tsx';
import { focusFilters } from '../../focus.ts';
import { useAsked } from '../../navigation.ts';
import { useWords } from '../../wording/useWords.ts';
import { FacetGroup } from './FacetGroup.tsx';
import styles from './FacetsPanel.module.css';
import { FACETS_ID } from './FilterBar.tsx';
import { useFacets, useFacetsShown } from './useFacets.ts';

/** All facets, most folded up at first; `settled` tells that the results of the query are there. */
export function FacetsPanel({ settled }: { settled: boolean }) {
  const { t } = useWords();
  const query = useAsked();
  const { filters } = query;
  const facets = useFacets(query, settled);
  const setOpen = useFacetsShown((state) => state.setOpen);
  const close = () => {
    setOpen(false);
    focusFilters();
  };
  return (
    <div id={FACETS_ID} role="region" aria-label={t('facet.label')} className={styles.panel}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('facet.label')}</h2>
        <IconButton icon="close" label={t('facet.close')} onPress={close} />
      </div>
      <p className={styles.hint}>{t('facet.hint')}</p>
      {FACETS.map((facet) => (
        <FacetGroup key={facet} facet={facet} known={facets?.facets[facet]} filters={filters} />
      ))}
    </div>
  );
}
