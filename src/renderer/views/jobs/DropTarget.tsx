// What is dropped anywhere on the window is taken: a pack is looked into, a file of records imported.
import { useEffect, useState } from 'react';
import { useWords } from '../../wording/useWords.ts';
import styles from './DropTarget.module.css';
import { takeDropped } from '../packs/taking.ts';

const carriesFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

/** Shows where to drop while a file is held over the window. */
export function DropTarget() {
  const { t } = useWords();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const onOver = (event: DragEvent) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const onLeave = (event: DragEvent) => {
      // Without a related target the pointer has left the window itself.
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      const [item] = event.dataTransfer?.items ?? [];
      const file = item?.getAsFile();
      if (file) void takeDropped(file, item?.webkitGetAsEntry()?.isDirectory ?? false);
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);
  if (!over) return null;
  return (
    <div className={styles.target}>
      <p className={styles.here}>{t('jobs.dropHere')}</p>
      <p>{t('jobs.dropHint')}</p>
    </div>
  );
}
