// What several explanations of the terminal have in common.

/** How a command begins. */
export const RUN = 'npm run -s cli --';

/** What limits a search, and everything over its results. */
export const FILTERS = `  --after DATE       what happened or was published then or later
  --before DATE      ... then or earlier; DATE is 2024, 2024-02 or 2024-02-17
  --country PK       one or more countries, by code or name: PK,IN or Pakistan
  --kind event       document, event, organisation or term
  --year 2024        what overlaps this year
  --service x        one or more services, by id or name
  --trigger election what it was said to be for, by id or name
  --org mahfuz/org-pta
                     an organisation, and what names it
  --confidence high  high, medium or low
  --sources one      what rests on one source, or on several
  --lang ur          what can be read in this language
  --shelf local      records from one place: mahfuz is what came with the
                     program, local is what you imported
  --not country:PK   not what any of these options would find
  --forms few        other forms of words too where little is found as typed;
                     or always, or never`;

/** What every command takes. */
export const COMMON = `  --data FOLDER      use this data folder instead of your own
  --json             answer for programs instead of people`;
