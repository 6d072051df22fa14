// Running text in one language, or in two with the original under the translation.
import type { ReactNode } from 'react';
import type { BodyNode } from '../../../shared/reading.ts';
import { languageAttributes, languageName } from '../../wording/languages.ts';
import { BodyTree } from './BodyTree.tsx';
import styles from './Prose.module.css';
import { useReading } from './ReadingContext.ts';
import { type Text, type TextField, textsIn } from './readingLanguages.ts';

const paragraphs = (text: string) => text.split(/\n{2,}/).filter((part) => part.trim() !== '');

/** A text of the record in every language that is shown. */
export function Prose({ field }: { field: TextField }) {
  const { view, shown } = useReading();
  return (
    <Languages
      texts={textsIn(view.record, field, shown)}
      render={({ text }) =>
        paragraphs(text).map((paragraph, index) => <p key={index}>{paragraph}</p>)
      }
    />
  );
}

/** The body of a document in every language that is shown. */
export function BodyProse() {
  const { view, shown } = useReading();
  const nodes = (lang: string): BodyNode[] => view.bodies[lang]?.nodes ?? [];
  return (
    <Languages
      texts={textsIn(view.record, 'body', shown)}
      render={({ lang }) => <BodyTree nodes={nodes(lang)} />}
    />
  );
}

interface LanguagesProps {
  texts: Text[];
  render: (text: Text) => ReactNode;
}

function Languages({ texts, render }: LanguagesProps) {
  const { view, words } = useReading();
  const shown = texts.map((text) => (
    <div key={text.lang} className={styles.language}>
      {texts.length > 1 && (
        <div className={styles.name} data-unmarked="">
          {words.t(text.lang === view.record.lang ? 'record.originalIn' : 'record.translationIn', {
            language: languageName(text.lang, words),
          })}
        </div>
      )}
      <div className={styles.prose} {...languageAttributes(text.lang)}>
        {render(text)}
      </div>
    </div>
  ));
  return texts.length > 1 ? <div className={styles.beside}>{shown}</div> : shown;
}
