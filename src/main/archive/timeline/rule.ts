// How days under restriction are counted, in sentences that go with the figures; days.ts carries it out.

/** The counting rule, for the terminal and for exported figures. */
export const COUNTING_RULE: readonly string[] = [
  'Days are civil days at the place; the first and the last day of a restriction both count whole.',
  'A day on which several restrictions were in force counts once.',
  'An unknown end never runs on: such an entry counts for one day, and is counted as open.',
  'What is said to be running counts up to the day as of which it is said, and no further.',
  'Where a date is known by its month or year only, there is a range: the fewest days that fit what is known, and the most.',
  'What came again and again (curfews, exam mornings) is certain on its first and last day only; the days between are possible.',
  'Days of national, of regional and of unstated reach are counted apart and never added together. Regional means that some part of the country was restricted.',
  'Without countries as groups, a day counts where it was so in at least one country.',
];
