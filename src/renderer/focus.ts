// Moves the keyboard's focus between the panes.
export const RESULTS_ID = 'results';
export const READING_ID = 'reading';
export const TITLE_ID = 'title';

const focusOn = (id: string): void => document.getElementById(id)?.focus({ preventScroll: true });

/** Moves the focus to the list of results. */
export const focusResults = (): void => focusOn(RESULTS_ID);

/** Moves the focus to the pane that is read. */
export const focusReading = (): void => focusOn(READING_ID);

/** Moves the focus to the title of the page that is read, so that it is read out. */
export const focusTitle = (): void => focusOn(TITLE_ID);
