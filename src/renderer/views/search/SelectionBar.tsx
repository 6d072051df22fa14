// What can be done with the selected records, in a bar under the results; only there while something is selected.
import { Button } from '../../components/Button.tsx';
import { IconButton } from '../../components/Button.tsx';
import { focusResults } from '../../focus.ts';
import { usePage } from '../../navigation.ts';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import { useJobs } from '../jobs/useJobs.ts';
import { CiteMenu } from '../reader/CiteMenu.tsx';
import { pairToCompare } from './selection.ts';
import styles from './SelectionBar.module.css';
import { useCiteSelected, useCompareSelected, useSelection } from './useSelection.ts';

/** The count of the selection and its actions; the count is said when it changes. */
export function SelectionBar() {
  const words = useWords();
  const { t } = words;
  const page = usePage();
  const { selection, clear } = useSelection();
  const { running, exportSelected } = useJobs();
  const compare = useCompareSelected();
  const cite = useCiteSelected();
  const count = selection.length;
  const read = page.view === 'record' ? page.address : null;
  return (
    <div className={styles.place}>
      <p role="status" className={styles.unseen}>
        {count > 0 && t('selection.count', { count, n: wordNumber(count, words) })}
      </p>
      {count > 0 && (
        <div role="toolbar" aria-label={t('selection.label')} className={styles.bar}>
          <span className={styles.count}>
            {t('selection.count', { count, n: wordNumber(count, words) })}
          </span>
          <Button look="primary" isDisabled={!pairToCompare(selection, read)} onPress={compare}>
            {t('selection.compare')}
          </Button>
          <CiteMenu onCite={(style) => void cite(style)} />
          <Button
            look="quiet"
            isDisabled={running !== null}
            onPress={() => void exportSelected('mahfuz-selection.ndjson', [...selection])}
          >
            {t('selection.export')}
          </Button>
          <IconButton
            icon="close"
            label={t('selection.clear')}
            onPress={() => {
              clear();
              focusResults();
            }}
          />
        </div>
      )}
    </div>
  );
}
