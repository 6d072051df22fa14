// What the results have in common, with counts: each value can be asked for or kept out.
import { FACETS } from '../../../shared/facets.ts';
import type { Facets } from '../../../shared/search.ts';
import { IconButton } from '../../components/Button.tsx';
import { useHere } from '../../navigation.ts';
import { useWords } from '../../wording/useWords.ts';
import { FacetGroup } from './FacetGroup.tsx';
import styles from './FacetsPanel.module.css';
import { FACETS_ID } from './FilterBar.tsx';
import { useFacetsShown } from './useFacets.ts';

/** All facets, most folded up at first. */
export function FacetsPanel({ facets }: { facets: Facets | undefined }) {
  const { t } = useWords();
  const { filters } = useHere().query;
  const setOpen = useFacetsShown((state) => state.setOpen);
  return (
    <div id={FACETS_ID} role="region" aria-label={t('facet.label')} className={styles.panel}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('facet.label')}</h2>
        <IconButton icon="close" label={t('facet.close')} onPress={() => setOpen(false)} />
      </div>
      <p className={styles.hint}>{t('facet.hint')}</p>
      {FACETS.map((facet) => (
        <FacetGroup key={facet} facet={facet} known={facets?.facets[facet]} filters={filters} />
      ))}
    </div>
  );
}
