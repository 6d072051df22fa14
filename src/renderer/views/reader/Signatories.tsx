// Who signed a document; a long list opens on request.
import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { wordNumber } from '../../wording/words.ts';
import { useReading } from './ReadingContext.ts';
import { Section } from './Section.tsx';
import styles from './Signatories.module.css';

/** How many names are shown before the reader asks for all. */
const FIRST = 24;

/** The names in columns. */
export function Signatories({ names }: { names: string[] }) {
  const { view, words } = useReading();
  const [all, setAll] = useState(false);
  if (names.length === 0) return null;
  const cut = !all && names.length > FIRST;
  return (
    <Section title={words.t('record.signatories')}>
      <ul className={styles.names} lang={view.record.lang}>
        {(cut ? names.slice(0, FIRST) : names).map((name) => (
          <li key={name}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
      {cut && (
        <Button onPress={() => setAll(true)}>
          {words.t('record.signatoriesAll', { n: wordNumber(names.length, words) })}
        </Button>
      )}
    </Section>
  );
}
