// What every part of an open record needs: the record's view, the languages shown, and the way to other records.
import { createContext, useContext } from 'react';
import type { RecordView } from '../../../shared/reading.ts';
import type { Address } from '../../history.ts';
import type { Words } from '../../wording/words.ts';

export interface Reading {
  view: RecordView;
  /** The languages whose texts are shown, in their order. */
  shown: string[];
  words: Words;
  open: (address: Address) => void;
  copy: (text: string, said: string) => void;
}

export const ReadingContext = createContext<Reading | null>(null);

/** The open record; only inside a record page. */
export function useReading(): Reading {
  const reading = useContext(ReadingContext);
  if (!reading) throw new Error('a part of a record is shown outside a record page');
  return reading;
}
