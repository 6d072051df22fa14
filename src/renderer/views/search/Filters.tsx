// The few filters: kind, country, dates.
import { useMemo } from 'react';
import type { RecordKind } from '../../../shared/record.ts';
import { Pulldown } from '../../components/Pulldown.tsx';
import { useHere, useNavigation } from '../../navigation.ts';
import { countryName } from '../../wording/languages.ts';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import { useArchiveStats } from '../opening/useArchiveState.ts';
import { DateFilter } from './DateFilter.tsx';
import styles from './Filters.module.css';
import { isFiltered } from './query.ts';

const KINDS: RecordKind[] = ['event', 'document', 'organisation', 'term'];
const ALL = 'all';

/** One row of pull-downs; what narrows the results stands out. */
export function Filters() {
  const words = useWords();
  const { t } = words;
  const { filters } = useHere().query;
  const ask = useNavigation((state) => state.ask);
  const stats = useArchiveStats();
  const kind = filters.kinds?.[0] ?? ALL;
  const country = filters.countries?.[0] ?? ALL;

  const kinds = [ALL, ...KINDS].map((key) => ({
    key,
    name: t(`kinds.${key as RecordKind}`),
    note: key !== ALL && stats ? wordNumber(stats.byKind[key] ?? 0, words) : undefined,
  }));
  const countries = useMemo(() => {
    const collator = new Intl.Collator(words.language);
    const named = (stats?.countries ?? []).map((row) => ({
      key: row.country,
      name: countryName(row.country, words),
      note: wordNumber(row.records, words),
    }));
    return [
      { key: ALL, name: t('filter.countryAll') },
      ...named.toSorted((a, b) => collator.compare(a.name, b.name)),
    ];
  }, [stats, words, t]);
  const set = (change: Partial<typeof filters>) => ask({ filters: { ...filters, ...change } });

  return (
    <div className={styles.filters} role="group" aria-label={t('filter.label')}>
      <Pulldown
        label={t('filter.kind')}
        choices={kinds}
        chosen={kind}
        narrows={kind !== ALL}
        onChoose={(key) => set({ kinds: key === ALL ? undefined : [key as RecordKind] })}
      />
      <Pulldown
        label={t('filter.country')}
        choices={countries}
        chosen={country}
        narrows={country !== ALL}
        onChoose={(key) => set({ countries: key === ALL ? undefined : [key] })}
      />
      <DateFilter filters={filters} onChange={set} />
      {isFiltered(filters) && (
        <button type="button" className={styles.clear} onClick={() => ask({ filters: {} })}>
          {t('filter.clear')}
        </button>
      )}
    </div>
  );
}
