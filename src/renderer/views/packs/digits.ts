// The number of a publisher as people write and hear it: forty digits in eight groups, in any digits (pure).

export const GROUPS = 8;
export const GROUP_DIGITS = 5;

/** How a group that was heard stands to the true one; `open` until it has all its digits. */
export type Heard = 'open' | 'matches' | 'differs';

/** ASCII digits of a text, whatever script they are written in; everything else is passed over. */
export function asciiDigits(text: string): string {
  const digits = text.match(/\p{Nd}/gu) ?? [];
  return digits.map((digit) => String(valueOf(digit.codePointAt(0) ?? 0))).join('');
}

/** The ten digits of a script stand in a row, and rows of several scripts may follow one another. */
function valueOf(code: number): number {
  let first = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}

/** What was typed into the fields of the groups: digits beyond a group run on into the next ones. */
export function typedGroups(groups: string[], at: number, text: string): string[] {
  const typed = groups.slice();
  let rest = asciiDigits(text);
  for (let group = at; group < GROUPS; group += 1) {
    if (group > at && rest === '') break;
    typed[group] = rest.slice(0, GROUP_DIGITS);
    rest = rest.slice(GROUP_DIGITS);
  }
  return typed;
}

/** Compares a group as it was heard with the true one. */
export function heard(typed: string, truth: string): Heard {
  if (typed.length < GROUP_DIGITS) return 'open';
  return typed === truth ? 'matches' : 'differs';
}
