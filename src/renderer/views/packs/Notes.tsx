// What was found, gravest first, each with its weight in a word.
import type { PackNote } from '../../../shared/pack.ts';
import { useWords } from '../../wording/useWords.ts';
import noteStyles from './Notes.module.css';
import styles from './Packs.module.css';
import { filesOf, gravestFirst, wordNext, wordNote } from './wording.ts';

/** Findings as a list; nothing where there are none. */
export function Notes({ notes }: { notes: PackNote[] }) {
  const words = useWords();
  const { t } = words;
  if (notes.length === 0) return null;
  return (
    <ul className={noteStyles.notes}>
      {gravestFirst(notes).map((note, index) => {
        const next = note.severity === 'info' ? null : wordNext(note, words);
        return (
          <li key={index} className={noteStyles.note} data-severity={note.severity}>
            <strong className={noteStyles.severity}>{t(`packs.severity.${note.severity}`)}</strong>
            <p>{wordNote(note, words)}</p>
            {next && <p className={noteStyles.next}>{next}</p>}
            <Files files={filesOf(notes, note.code)} />
          </li>
        );
      })}
    </ul>
  );
}

/** Which files a finding is about, folded away. */
function Files({ files }: { files: string[] }) {
  const { t } = useWords();
  if (files.length === 0) return null;
  return (
    <details className={noteStyles.noteFiles}>
      <summary>{t('packs.receive.files')}</summary>
      <ul dir="ltr">
        {files.map((file) => (
          <li key={file}>
            <code className={styles.code}>{file}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
