// What one record says in one field, with what the other does not say marked.
import { languageAttributes } from '../../wording/languages.ts';
import { useWords } from '../../wording/useWords.ts';
import { wordNumber } from '../../wording/words.ts';
import styles from './ComparedTable.module.css';
import type { Item, Said } from './pairs.ts';

/** As many items of a list are shown; the rest, such as hundreds of signatories, are counted. */
const SHOWN = 60;

/** A cell: paragraphs of a text, or items of a list. */
export function CellText({ said, isProse }: { said: Said; isProse: boolean }) {
  const words = useWords();
  const { items, lang } = said;
  if (items.length === 0)
    return <span className={styles.nothing}>{words.t('compare.nothing')}</span>;
  const attributes = lang === null ? {} : languageAttributes(lang);
  if (isProse) {
    return (
      <div className={styles.prose} {...attributes}>
        {items.map((item, index) => (
          <p key={index}>
            <Pieces item={item} />
          </p>
        ))}
      </div>
    );
  }
  const rest = items.length - SHOWN;
  return (
    <ul className={styles.items} {...attributes}>
      {items.slice(0, SHOWN).map((item, index) => (
        <li key={index} dir="auto" data-only={item.only || undefined} className={styles.item}>
          <Pieces item={item} />
          {item.only && <span className={styles.unseen}> ({words.t('compare.onlyHere')})</span>}
        </li>
      ))}
      {rest > 0 && (
        <li className={styles.nothing}>
          {words.t('compare.more', { count: rest, n: wordNumber(rest, words) })}
        </li>
      )}
    </ul>
  );
}

/** A text whose pieces that are only here are marked. */
export function Pieces({ item }: { item: Item }) {
  return item.pieces.map(({ text, only }, index) =>
    only ? (
      <mark key={index} className={styles.only}>
        {text}
      </mark>
    ) : (
      <span key={index}>{text}</span>
    ),
  );
}
