// Opens a record, cites it and saves it as a PDF.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../shared/contract.ts';
import type { RecordView } from '../../../shared/reading.ts';
import { client } from '../../client.ts';
import { say, sayFailure } from '../../components/said.ts';
import type { Address } from '../../history.ts';
import { ARCHIVE_KEY } from '../../query-client.ts';

export interface OpenRecord {
  view: RecordView | undefined;
  error: unknown;
  /** True while the shown record is the one before. */
  behind: boolean;
}

/** How a record is asked for, for whoever needs it; it is kept, so that two who ask cost one answer. */
export const recordQuery = (address: Address, reveal: boolean) => ({
  queryKey: [ARCHIVE_KEY, 'record', address, reveal],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    client.call('archive.record', { ...address, reveal }, { signal }),
});

/** The record at an address; `reveal` knowingly shows what was withdrawn for safety. */
export function useRecord(address: Address, reveal: boolean): OpenRecord {
  const { data, error, isPlaceholderData } = useQuery({
    ...recordQuery(address, reveal),
    placeholderData: keepPreviousData,
  });
  return { view: data, error, behind: isPlaceholderData };
}

export type CitationStyle = Input<'archive.cite'>['style'];

/** Copies a text to the clipboard and says that it did, or why it could not. */
export async function copyText(text: string, said: string): Promise<void> {
  try {
    await client.call('shell.copy', { text });
    say(said);
  } catch (failure) {
    sayFailure(failure);
  }
}

/** Copies the citation of a record in a style, of the revision that is read. */
export function useCite(): (address: Address, style: CitationStyle) => Promise<void> {
  const { t } = useTranslation();
  return async (address, style) => {
    try {
      const { text } = await client.call('archive.cite', { ...address, style });
      await copyText(text, t('cite.done'));
    } catch (failure) {
      sayFailure(failure);
    }
  };
}

/** Saves what the window shows as a PDF, where the reader says. */
export function usePrint(): (id: string) => Promise<void> {
  const { t } = useTranslation();
  return async (id) => {
    try {
      const file = await client.grant('save', `${id.split('/').at(-1)}.pdf`);
      if (!file) return;
      await client.call('shell.printToPdf', { grant: file.grant });
      say(t('print.done', { name: file.name }));
    } catch (failure) {
      sayFailure(failure);
    }
  };
}
