// The table of a comparison, as roles: a table element that is laid out otherwise would lose its own.
import type { MouseEvent } from 'react';
import type { RecordView } from '../../../shared/reading.ts';
import { languageAttributes } from '../../wording/languages.ts';
import { useWords } from '../../wording/useWords.ts';
import { wordKinds } from '../reader/heading.ts';
import { wantsTab } from '../tabs/openBeside.ts';
import { CellText, Pieces } from './CellText.tsx';
import styles from './ComparedTable.module.css';
import type { Item, PairState } from './pairs.ts';
import type { Row } from './rows.ts';

const SIGNS: Record<PairState, string> = { same: '=', differs: '≠', first: '◧', second: '◨' };

interface ComparedTableProps {
  views: [RecordView, RecordView];
  rows: Row[];
  onOpen: (view: RecordView) => void;
  onOpenBeside: (view: RecordView) => void;
}

/** A row for each field, a column for each record; in a narrow window the columns stand one under the other. */
export function ComparedTable({ views, rows, onOpen, onOpenBeside }: ComparedTableProps) {
  const { t } = useWords();
  const names = [t('compare.first'), t('compare.second')];
  const title = rows.find(({ key }) => key === 'title');
  const titles = [title?.first, title?.second];
  return (
    <div role="table" aria-label={t('compare.title')} className={styles.table}>
      <div role="rowgroup" className={styles.head}>
        <div role="row" className={styles.row} data-state={title?.state}>
          <div role="columnheader" className={styles.field}>
            {title && <FieldName row={title} />}
          </div>
          {views.map((view, index) => (
            <div key={index} role="columnheader" className={styles.record}>
              <RecordHead
                view={view}
                title={titles[index]?.items[0]}
                lang={titles[index]?.lang ?? view.record.lang}
                name={names[index] ?? ''}
                onOpen={() => onOpen(view)}
                onOpenBeside={() => onOpenBeside(view)}
              />
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup">
        {rows.map((row) => {
          const { key, state, first, second } = row;
          if (row === title) return null;
          return (
            <div key={key} role="row" className={styles.row} data-state={state}>
              <div role="rowheader" className={styles.field}>
                <FieldName row={row} />
              </div>
              {[first, second].map((said, index) => (
                <div key={index} role="cell" className={styles.cell}>
                  <span aria-hidden="true" className={styles.name}>
                    {names[index]}
                  </span>
                  <CellText said={said} isProse={key === 'text' || key === 'disputed'} />
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function FieldName({ row: { label, state } }: { row: Row }) {
  const { t } = useWords();
  return (
    <>
      <span>{label}</span>
      <span className={styles.state}>
        <span aria-hidden="true">{SIGNS[state]} </span>
        {t(`compare.state.${state}`)}
      </span>
    </>
  );
}

interface RecordHeadProps {
  view: RecordView;
  /** With what differs in it marked. */
  title: Item | undefined;
  lang: string;
  name: string;
  onOpen: () => void;
  onOpenBeside: () => void;
}

function RecordHead({ view, title, lang, name, onOpen, onOpenBeside }: RecordHeadProps) {
  const words = useWords();
  const { record } = view;
  const follow = (event: MouseEvent) => {
    event.preventDefault();
    if (wantsTab(event)) onOpenBeside();
    else onOpen();
  };
  return (
    <>
      <span className={styles.letter}>{name}</span>
      <span className={styles.kind}>{wordKinds(record, words).join(' · ')}</span>
      <a href={`#${record.id}`} className={styles.link} onClick={follow} onAuxClick={follow}>
        <bdi {...languageAttributes(lang)}>{title ? <Pieces item={title} /> : record.title}</bdi>
      </a>
      {record.withdrawn && (
        <span className={styles.grave}>
          {words.t(record.withdrawn.safety ? 'row.safety' : 'row.retracted')}
        </span>
      )}
    </>
  );
}
