// The reading side of the window with a record in it: tools above, the page below.
import { useCallback, useEffect, useRef, useState } from 'react';
import { useCommand } from '../../commands.ts';
import { ErrorMessage } from '../../components/ErrorMessage.tsx';
import { focusTitle, READING_ID } from '../../focus.ts';
import type { Page, Place } from '../../history.ts';
import { navigate } from '../../navigation.ts';
import { useWords } from '../../wording/useWords.ts';
import { useOpenBeside } from '../tabs/openBeside.ts';
import { CompareMenu } from './CompareMenu.tsx';
import { MatchBar } from './MatchBar.tsx';
import styles from './ReaderView.module.css';
import { RecordPage } from './RecordPage.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useMarks } from './useMarks.ts';
import { copyText, useCite, usePrint, useRecord } from './useRecord.ts';
import { usePassage, useScrollMemory } from './useScrollMemory.ts';

export type RecordPlace = Place & { page: Extract<Page, { view: 'record' }> };

/** Reads one record; what was revealed and sought in it holds for its place only. */
export function ReaderView({ place }: { place: RecordPlace }) {
  const { query, page, opening } = place;
  const { address } = page;
  const words = useWords();
  const { open, openTimeline } = navigate;
  const [revealedIn, setRevealedIn] = useState<number | null>(null);
  const [finding, setFinding] = useState({ in: opening, text: null as string | null });
  const [hiddenFor, setHiddenFor] = useState<string | null>(null);
  const [textVersion, setTextVersion] = useState(0);
  const pane = useRef<HTMLDivElement>(null);
  const article = useRef<HTMLElement>(null);

  const find = finding.in === opening ? finding.text : null;
  const setFind = (text: string | null) => setFinding({ in: opening, text });
  const { view, error, behind } = useRecord(address, revealedIn === opening);
  const ready = view !== undefined && !behind;
  const passage = usePassage(page.passage, opening);
  useScrollMemory(pane, opening, ready);
  const openedFrom = useRef<Element | null>(null);
  useEffect(() => {
    openedFrom.current = document.activeElement;
  }, [opening]);
  useEffect(() => {
    const { activeElement } = document;
    // Who goes from tab to tab by arrows stays among the tabs, and who began to type meanwhile stays in the field.
    const types = activeElement instanceof HTMLInputElement && activeElement !== openedFrom.current;
    if (ready && activeElement?.role !== 'tab' && !types) focusTitle();
  }, [ready, opening]);
  useEffect(() => {
    // A revision that was imported takes the place of the page that had the focus.
    if (ready && document.activeElement === document.body) focusTitle();
  }, [ready, view?.hash]);

  const hidden = hiddenFor === query.text;
  const searched = hidden || !ready ? '' : query.text;
  const marks = useMarks({
    article,
    pane,
    sought:
      find === null
        ? {
            query: searched,
            mode: 'words',
            prefix: query.unfinished,
            literal: query.literal,
            forms: query.forms,
          }
        : { query: find, mode: 'letters', prefix: false, literal: true, forms: 'never' },
    passage,
    opening,
    page: `${opening} ${ready} ${view?.hash} ${textVersion} ${words.language} ${words.digits}`,
  });
  const closeMarks = () => {
    if (find === null) setHiddenFor(query.text);
    setFind(null);
    focusTitle();
  };

  const openBeside = useOpenBeside();
  const cite = useCite();
  const print = usePrint();
  useCommand('find', () => setFind(find ?? ''));
  useCommand('next-match', () => marks.step(1));
  useCommand('previous-match', () => marks.step(-1));
  useCommand('open-beside', () => openBeside(address));
  useCommand('copy-citation', () => void cite(address, 'text'));
  useCommand('print', () => void print(address.id));
  useCommand('escape', () => (find !== null || marks.total > 0 ? closeMarks() : false));

  const copy = useCallback((text: string, said: string) => void copyText(text, said), []);
  const onLanguage = useCallback(() => setTextVersion((version) => version + 1), []);
  return (
    <>
      <Toolbar
        onCite={(style) => void cite(address, style)}
        more={view && <CompareMenu view={view} />}
        onStory={view && view.record.kind !== 'term' ? () => openTimeline(address) : undefined}
      >
        {(find !== null || marks.total > 0) && (
          <MatchBar marks={marks} find={find} onFind={setFind} onClose={closeMarks} />
        )}
      </Toolbar>
      <div ref={pane} id={READING_ID} tabIndex={-1} className={styles.pane}>
        {error !== null && (
          <div className={styles.message}>
            <ErrorMessage error={error} />
          </div>
        )}
        {error === null && !view && (
          <p className={styles.message} role="status">
            {words.t('record.loading')}
          </p>
        )}
        {error === null && view && (
          <RecordPage
            key={`${view.shelf} ${view.record.id} ${view.record.revision}`}
            view={view}
            article={article}
            onOpen={open}
            onCopy={copy}
            onReveal={() => setRevealedIn(opening)}
            onLanguage={onLanguage}
          />
        )}
      </div>
    </>
  );
}
