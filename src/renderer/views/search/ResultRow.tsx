// One result: when, what kind, title, the passage that matched, and what to be careful about.
import { type MouseEvent, memo } from 'react';
import type { SearchHit } from '../../../shared/search.ts';
import { Icon } from '../../components/Icon.tsx';
import { Marked } from '../../components/Marked.tsx';
import { wordCivil, wordSpan } from '../../wording/dates.ts';
import { languageAttributes, preferredLanguage } from '../../wording/languages.ts';
import { wordCountries, wordKind, wordSigns } from '../../wording/rows.ts';
import { useWords } from '../../wording/useWords.ts';
import { ShelfSign } from '../packs/ShelfSign.tsx';
import { MIDDLE_BUTTON } from '../tabs/openBeside.ts';
import styles from './ResultRow.module.css';
import { type Spot, spotElement } from './spots.ts';

/** What can be done with a row, wherever it stands. */
export interface RowActions {
  click: (spot: Spot, event: MouseEvent) => void;
  /** Selects the record, or no longer does. */
  choose: (spot: Spot) => void;
  /** Opens the record in a new tab. */
  openBeside: (spot: Spot) => void;
}

interface ResultRowProps {
  /** Undefined until the row is loaded. */
  hit: SearchHit | undefined;
  /** Where it stands: the row, and which record of a group in it. */
  index: number;
  member: number;
  total: number;
  active: boolean;
  isOpen: boolean;
  isChosen: boolean;
  /** The year that begins here, '' where the undated begin, null where none begins. */
  year: string | null;
  /** True where the row before has the same title: a document and the event that it made. */
  repeats: boolean;
  on: RowActions;
}

/** A row of the results; while it is not loaded, its place is kept. */
export const ResultRow = memo(function ResultRow(props: ResultRowProps) {
  const { hit, index, member, total, active, isOpen, isChosen, year, repeats, on } = props;
  const words = useWords();
  const spot = { index, member };
  const isMember = member > 0;
  return (
    <>
      {year !== null && (
        <div className={styles.year} aria-hidden="true">
          {year === '' ? words.t('date.undated') : wordCivil(year, words)}
        </div>
      )}
      <div
        id={spotElement(spot)}
        role="option"
        tabIndex={-1}
        aria-selected={isChosen}
        aria-current={isOpen || undefined}
        aria-label={hit ? undefined : words.t('record.loading')}
        aria-setsize={isMember ? undefined : total}
        aria-posinset={isMember ? undefined : index + 1}
        data-member={isMember || undefined}
        data-active={active || undefined}
        data-withdrawn={hit && hit.withdrawn !== 'no' ? true : undefined}
        data-repeats={repeats || undefined}
        className={styles.row}
        onClick={(event) => on.click(spot, event)}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.click()}
        onMouseDown={(event) => event.button === MIDDLE_BUTTON && event.preventDefault()}
        onAuxClick={(event) => event.button === MIDDLE_BUTTON && on.openBeside(spot)}
      >
        <span
          aria-hidden="true"
          className={styles.box}
          onClick={(event) => {
            event.stopPropagation();
            on.choose(spot);
          }}
        >
          <Icon name="check" />
        </span>
        {hit && <HitText hit={hit} repeats={repeats} />}
      </div>
    </>
  );
});

function HitText({ hit, repeats }: { hit: SearchHit; repeats: boolean }) {
  const words = useWords();
  const titled = preferredLanguage(Object.keys(hit.titles), hit.lang, words.language);
  const own = titled === hit.lang;
  const signs = wordSigns(hit, words);
  const places = wordCountries(hit.countries, words);
  return (
    <>
      <div className={styles.meta}>
        <span>
          {hit.date && <span className={styles.date}>{wordSpan(hit, words, 'short')}</span>}
          {wordKind(hit, words)}
          <ShelfSign shelf={hit.shelf} />
          {repeats && <span className={styles.again}>{words.t('row.sameTitle')}</span>}
          {hit.dateUncertain && (
            <abbr className={styles.uncertain} title={words.t('search.dateUncertainWhy')}>
              {words.t('search.dateUncertain')}
            </abbr>
          )}
        </span>
        {!repeats && <span className={styles.place}>{places}</span>}
      </div>
      <div className={styles.title} {...languageAttributes(titled)}>
        {own ? (
          <Marked text={hit.title} marks={hit.titleMarks} />
        ) : (
          <Marked text={hit.titles[titled] ?? ''} marks={hit.titlesMarks[titled] ?? []} />
        )}
      </div>
      {hit.passage && !repeats && (
        <div className={styles.passage} {...languageAttributes(hit.passage.lang)}>
          <Marked {...hit.passage} />
        </div>
      )}
      {signs.length > 0 && !repeats && (
        <div className={styles.signs}>
          {signs.map(({ text, grave }) => (
            <span key={text} className={grave ? styles.grave : undefined}>
              {text}
            </span>
          ))}
        </div>
      )}
    </>
  );
}
