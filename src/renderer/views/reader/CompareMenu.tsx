// The menu that compares the open record with another: one in a tab, one linked with it, or any of the list.
import {
  Button,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components';
import type { RecordView } from '../../../shared/reading.ts';
import type { RecordRow } from '../../../shared/search.ts';
import pulldown from '../../components/Pulldown.module.css';
import { say } from '../../components/said.ts';
import { focusResults } from '../../focus.ts';
import { navigate } from '../../navigation.ts';
import { languageAttributes, preferredLanguage } from '../../wording/languages.ts';
import { wordKind } from '../../wording/rows.ts';
import { useWords } from '../../wording/useWords.ts';
import { useSelection } from '../search/useSelection.ts';
import { comparableWith } from './comparable.ts';
import styles from './Toolbar.module.css';

const FROM_LIST = 'list';

/** A button that opens the records to compare with. */
export function CompareMenu({ view }: { view: RecordView }) {
  const { t } = useWords();
  const { compare } = navigate;
  const select = useSelection((state) => state.select);
  const rows = comparableWith(view);
  const here = { shelf: view.shelf, id: view.record.id };
  const choose = (key: string) => {
    const row = rows[Number(key)];
    if (key !== FROM_LIST && row) return compare(here, row);
    select([here]);
    focusResults();
    say(t('compare.fromListHint'));
  };
  return (
    <MenuTrigger>
      <Button className={styles.cite}>{t('compare.with')}</Button>
      <Popover className={pulldown.popover} offset={4}>
        <Menu
          aria-label={t('compare.with')}
          className={styles.compared}
          onAction={(key) => choose(String(key))}
        >
          {rows.length > 0 && (
            <MenuSection>
              <Header className={styles.heading}>{t('compare.fromLinks')}</Header>
              {rows.map((row, index) => (
                <MenuItem
                  key={`${row.shelf} ${row.id}`}
                  id={String(index)}
                  textValue={row.title}
                  className={pulldown.item}
                >
                  <RowName row={row} />
                </MenuItem>
              ))}
            </MenuSection>
          )}
          <MenuItem id={FROM_LIST} className={`${pulldown.item} ${styles.fromList}`}>
            {t('compare.fromList')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function RowName({ row }: { row: RecordRow }) {
  const words = useWords();
  const lang = preferredLanguage(Object.keys(row.titles), row.lang, words.language);
  return (
    <>
      <bdi {...languageAttributes(lang)} className={styles.rowTitle}>
        {lang === row.lang ? row.title : row.titles[lang]}
      </bdi>
      <span className={styles.rowKind}>{wordKind(row, words)}</span>
    </>
  );
}
