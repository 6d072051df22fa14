// Sections of running text: the main text of a record, and what is disputed in it.
import type { ArchiveRecord } from '../../../shared/record.ts';
import { Prose } from './Prose.tsx';
import styles from './ProseSection.module.css';
import { useReading } from './ReadingContext.ts';
import type { TextField } from './readingLanguages.ts';
import { Section } from './Section.tsx';

/** The main text, which needs no heading; nothing where it was withdrawn for safety. */
export function ProseSection({ field }: { field: TextField }) {
  const { view } = useReading();
  if (view.hidden) return null;
  return (
    <div className={styles.main}>
      <Prose field={field} />
    </div>
  );
}

/** What accounts differ on, as a section of its own. */
export function Disputed({ record }: { record: ArchiveRecord }) {
  const { words } = useReading();
  if (!('disputed' in record) || !record.disputed) return null;
  return (
    <Section title={words.t('record.disputed')} grave>
      <div className={styles.disputed}>
        <Prose field="disputed" />
      </div>
    </Section>
  );
}
