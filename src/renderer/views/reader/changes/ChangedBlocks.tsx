// The paragraphs or items of a field that changed: what went and came is told by element, sign and line, not by colour alone.
import { languageAttributes } from '../../../wording/languages.ts';
import { useWords } from '../../../wording/useWords.ts';
import { wordNumber } from '../../../wording/words.ts';
import type { Block } from './blocks.ts';
import styles from './Changes.module.css';
import type { FieldChange } from './compare.ts';
import type { Piece } from './pieces.ts';

/** Blocks that stayed the same, together, and each of the others alone. */
function runsOf(blocks: Block[]): Block[][] {
  const runs: Block[][] = [];
  for (const block of blocks) {
    const last = runs.at(-1);
    if (block.change === 'same' && last?.[0]?.change === 'same') last.push(block);
    else runs.push([block]);
  }
  return runs;
}

/** All blocks of a field in the order of the newer revision; what stayed is folded away. */
export function ChangedBlocks({ change }: { change: FieldChange }) {
  const words = useWords();
  const { t } = words;
  const { blocks, lang } = change;
  const written = lang === null ? {} : languageAttributes(lang);
  return runsOf(blocks).map((run, index) => {
    const [first] = run;
    if (first?.change !== 'same') {
      return first && <ChangedBlock key={index} block={first} written={written} />;
    }
    return (
      <details key={index} className={styles.same}>
        <summary>
          {t('changes.same', { count: run.length, n: wordNumber(run.length, words) })}
        </summary>
        {run.map(({ pieces }, at) => (
          <p key={at} className={styles.block} {...written}>
            {pieces.map(({ text }) => text).join('')}
          </p>
        ))}
      </details>
    );
  });
}

interface ChangedBlockProps {
  block: Block;
  written: { lang?: string; dir?: 'ltr' | 'rtl' };
}

function ChangedBlock({ block, written }: ChangedBlockProps) {
  return (
    <p className={styles.block} data-change={block.change} {...written}>
      {block.pieces.map((piece, index) => (
        <ChangedPiece key={index} piece={piece} />
      ))}
    </p>
  );
}

/** One stretch of text; screen readers hear what it is, since many pass over insertions and deletions in silence. */
function ChangedPiece({ piece }: { piece: Piece }) {
  const { t, language } = useWords();
  const { change, text } = piece;
  if (change === 'same') return text;
  const Name = change === 'added' ? 'ins' : 'del';
  const said = { lang: language, className: styles.unseen };
  return (
    <Name className={styles[change]}>
      <span {...said}>{t(`changes.${change}Say`)} </span>
      {text}
      <span {...said}> {t('changes.endSay')}</span>
    </Name>
  );
}
