// Moves the keyboard's focus between the panes.
import { flushSync } from 'react-dom';
import { navigate } from './navigation.ts';

export const RESULTS_ID = 'results';
export const READING_ID = 'reading';
export const TITLE_ID = 'title';
export const FILTERS_ID = 'filters';

const focusOn = (id: string): void => document.getElementById(id)?.focus({ preventScroll: true });

/** Shows the list side where a narrow window has the page that is read in its place: what is hidden takes no focus. */
export function showList(): void {
  const list = document.querySelector<HTMLElement>('[data-pane="list"]');
  if (list?.offsetParent === null) flushSync(() => navigate.show('start'));
}

/** Moves the focus to the list of results. */
export function focusResults(): void {
  showList();
  focusOn(RESULTS_ID);
}

/** Moves the focus to the pane that is read. */
export const focusReading = (): void => focusOn(READING_ID);

/** Moves the focus to the title of the page that is read, so that it is read out. */
export const focusTitle = (): void => focusOn(TITLE_ID);

/** Moves the focus to the button of the filters, from what goes away with one of them. */
export const focusFilters = (): void => focusOn(FILTERS_ID);
