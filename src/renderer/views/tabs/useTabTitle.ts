// What a tab is called: the title of its record, or the name of its page.
import { useQuery } from '@tanstack/react-query';
import type { RecordView } from '../../../shared/reading.ts';
import type { Page } from '../../history.ts';
import { preferredLanguage } from '../../wording/languages.ts';
import { useWords } from '../../wording/useWords.ts';
import { recordQuery } from '../reader/useRecord.ts';

const NO_RECORD = { id: 'none/none' };

/** The title of a record in the language that suits the reader. */
function titleOf({ record }: RecordView, reader: string): { text: string; lang: string } {
  const available = Object.keys(record.translations);
  const lang = preferredLanguage([record.lang, ...available], record.lang, reader);
  return { lang, text: record.translations[lang]?.title ?? record.title };
}

/** The words of a tab, and their language where it is a record's; the id until its title is known. */
export function useTabTitle(page: Page): { text: string; lang?: string } {
  const { t, language } = useWords();
  const address = page.view === 'record' ? page.address : null;
  const { data } = useQuery({ ...recordQuery(address ?? NO_RECORD, false), enabled: !!address });
  if (address) return data ? titleOf(data, language) : { text: address.id };
  return { text: t(`tabs.page.${page.view as 'start'}`) };
}
