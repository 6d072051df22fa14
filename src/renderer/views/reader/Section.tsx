// The furniture of a record page: sections whose headings hang in the margin, and facts as pairs.
import { type ReactNode, useId } from 'react';
import styles from './Section.module.css';

// In sections and facts, what the page itself says is `data-unmarked`: a search looked at the record's text only.

interface SectionProps {
  title: string;
  /** Stands out where a reader must not miss it. */
  grave?: boolean;
  children: ReactNode;
}

/** A section with its heading in the margin. */
export function Section({ title, grave, children }: SectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id} data-grave={grave || undefined}>
      <h2 id={id} className={styles.title} data-unmarked="words">
        {title}
      </h2>
      <div className={styles.content}>{children}</div>
    </section>
  );
}

/** A list of facts. */
export function Facts({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.facts} aria-labelledby={id}>
      <h2 id={id} className={styles.unseen} data-unmarked="">
        {title}
      </h2>
      <dl className={styles.pairs}>{children}</dl>
    </section>
  );
}

/** One fact; nothing where there is nothing to say. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  const empty = Array.isArray(children) ? children.flat().every((child) => !child) : !children;
  if (empty) return null;
  return (
    <div className={styles.fact}>
      <dt className={styles.label} data-unmarked="words">
        {label}
      </dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
