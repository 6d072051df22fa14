// Links to other records: a name in a sentence, and rows of a list with date and kind.
import type { MouseEvent, ReactNode } from 'react';
import type { RecordRow } from '../../../shared/search.ts';
import { wordDate } from '../../wording/dates.ts';
import { languageAttributes, preferredLanguage } from '../../wording/languages.ts';
import { wordKind, wordSigns, wordValue } from '../../wording/rows.ts';
import { ShelfSign } from '../packs/ShelfSign.tsx';
import { useOpenBeside, wantsTab } from '../tabs/openBeside.ts';
import { useReading } from './ReadingContext.ts';
import styles from './RecordLink.module.css';
import type { RowInRole } from './relations.ts';

/** The title of a row in the language that suits the reader. */
function titleOf(row: RecordRow, reader: string): { lang: string; text: string } {
  const lang = preferredLanguage(Object.keys(row.titles), row.lang, reader);
  return { lang, text: lang === row.lang ? row.title : (row.titles[lang] ?? row.title) };
}

/** A link that opens a record in this window; its words are the record's title unless others are given. */
export function RecordLink({ row, children }: { row: RecordRow; children?: ReactNode }) {
  const { open, words } = useReading();
  const title = titleOf(row, words.language);
  const openBeside = useOpenBeside();
  const follow = (event: MouseEvent) => {
    event.preventDefault();
    const address = { id: row.id, shelf: row.shelf };
    if (wantsTab(event)) openBeside(address);
    else open(address);
  };
  return (
    <a href={`#${row.id}`} onClick={follow} onAuxClick={follow} className={styles.link}>
      {children ?? <bdi {...languageAttributes(title.lang)}>{title.text}</bdi>}
    </a>
  );
}

interface RecordListProps {
  rows: RecordRow[];
  /** What each record does here, said beside its title in place of its kind. */
  roles?: RowInRole[];
}

/** Records as a dated list. */
export function RecordList({ rows, roles = [] }: RecordListProps) {
  const { words } = useReading();
  const noteOf = (row: RecordRow) => {
    const role = roles.find((known) => known.row === row)?.role;
    return role ? wordValue('aboutRole', role, words) : wordKind(row, words);
  };
  return (
    <ul className={styles.list} data-unmarked="words">
      {rows.map((row) => (
        <li key={`${row.shelf} ${row.id}`} className={styles.row}>
          <span className={styles.date}>{row.date && wordDate(row.date, words, 'short')}</span>
          <span className={styles.title}>
            <RecordLink row={row} /> <ShelfSign shelf={row.shelf} />
            {wordSigns(row, words).map(({ text }) => (
              <span key={text} className={styles.sign}>
                {text}
              </span>
            ))}
          </span>
          <span className={styles.kind}>{noteOf(row)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Links that lead to nothing in this archive, named so that they can be looked for elsewhere. */
export function MissingLinks({ links }: { links: string[] }) {
  const { words } = useReading();
  return links.map((link) => (
    <p key={link} className={styles.missing}>
      {words.t('record.missingLink', { id: link })}
    </p>
  ));
}
