// Places in a list whose rows may be groups: the row, and which of its records (pure).

export interface Spot {
  /** Of the row, from 0. */
  index: number;
  /** 0 for the record that heads the row, then its others. */
  member: number;
}

/** The spot after or before another, through the members of groups; stays at the ends. */
export function nextSpot(
  { index, member }: Spot,
  by: 1 | -1,
  total: number,
  othersAt: (index: number) => number,
): Spot {
  if (by === 1) {
    if (member < othersAt(index)) return { index, member: member + 1 };
    return index + 1 < total ? { index: index + 1, member: 0 } : { index, member };
  }
  if (member > 0) return { index, member: member - 1 };
  return index > 0 ? { index: index - 1, member: othersAt(index - 1) } : { index, member };
}

/** The id of the element that shows a spot. */
export const spotElement = ({ index, member }: Spot): string =>
  member === 0 ? `row-${index}` : `row-${index}-${member}`;
