// A record as a page to read: head, warnings, what its kind says, sources, provenance.
import { type Ref, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordView } from '../../../shared/reading.ts';
import type { ArchiveRecord } from '../../../shared/record.ts';
import type { Address } from '../../history.ts';
import { preferredLanguage } from '../../wording/languages.ts';
import { useWords } from '../../wording/useWords.ts';
import { Banners } from './Banners.tsx';
import { DocumentBody } from './DocumentBody.tsx';
import { EventBody } from './EventBody.tsx';
import { OrganisationBody, TermBody } from './NamedBodies.tsx';
import { Provenance } from './Provenance.tsx';
import { type Reading, ReadingContext } from './ReadingContext.ts';
import { RecordHeader } from './RecordHeader.tsx';
import styles from './RecordPage.module.css';
import { type LanguageChoice, languagesOf, shownLanguages } from './readingLanguages.ts';
import { Sources } from './Sources.tsx';

interface RecordPageProps {
  view: RecordView;
  article: Ref<HTMLElement>;
  onOpen: (address: Address) => void;
  onCopy: (text: string, said: string) => void;
  onReveal: () => void;
  /** Called when other text is shown, so that marks can be set anew. */
  onLanguage: () => void;
}

function KindBody({ record }: { record: ArchiveRecord }) {
  if (record.kind === 'event') return <EventBody record={record} />;
  if (record.kind === 'document') return <DocumentBody record={record} />;
  if (record.kind === 'organisation') return <OrganisationBody record={record} />;
  return <TermBody record={record} />;
}

/** The whole page of one record. */
export function RecordPage(props: RecordPageProps) {
  const { view, article, onOpen, onCopy, onReveal, onLanguage } = props;
  const words = useWords();
  const { i18n } = useTranslation();
  const { record } = view;
  const [choice, setChoice] = useState<LanguageChoice | null>(null);
  const shown = shownLanguages(record, choice, i18n.language);
  const key = shown.join(' ');
  const reading: Reading = useMemo(
    () => ({ view, shown: key.split(' '), words, open: onOpen, copy: onCopy }),
    [view, key, words, onOpen, onCopy],
  );
  const chosen = choice ?? preferredLanguage(languagesOf(record), record.lang, i18n.language);
  return (
    <ReadingContext value={reading}>
      <article
        ref={article}
        className={styles.record}
        aria-labelledby="title"
        data-beside={shown.length > 1 || undefined}
      >
        <RecordHeader
          choice={chosen}
          onChoose={(language) => {
            setChoice(language);
            onLanguage();
          }}
        />
        <Banners onReveal={onReveal} />
        <KindBody record={record} />
        <Sources />
        <Provenance />
      </article>
    </ReadingContext>
  );
}
