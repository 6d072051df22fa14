// What several explanations of the terminal have in common.

/** How a command begins. */
export const RUN = 'npm run -s cli --';

/** What limits a search, and everything over its results. */
export const FILTERS = `  --after DATE       what happened or was published then or later
  --before DATE      ... then or earlier; DATE is 2024, 2024-02 or 2024-02-17
  --country PK       one or more countries, by code or name: PK,IN or Pakistan
  --kind event       document, event, organisation or term
  --lang ur          records that have a text in this language
  --shelf local      records from one place: mahfuz is what came with the
                     program, local is what you imported`;

/** What every command takes. */
export const COMMON = `  --data FOLDER      use this data folder instead of your own
  --json             answer for programs instead of people`;
