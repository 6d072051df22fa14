// A text with its matches marked, as search results show titles and passages.
import { Fragment } from 'react';
import type { Mark } from '../../shared/search.ts';
import { cutAtMarks } from '../wording/marks.ts';

/** Shows a text with every mark in a `mark` element. */
export function Marked({ text, marks }: { text: string; marks: Mark[] }) {
  return cutAtMarks(text, marks).map(({ start, text: piece, marked }) =>
    marked ? <mark key={start}>{piece}</mark> : <Fragment key={start}>{piece}</Fragment>,
  );
}
