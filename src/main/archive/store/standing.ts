// How good what carries a revision is; the winner rule asks this first.

/** How good what carries a revision is: listed, listed no more, or signed with a stolen key. */
export const STANDING = { stolen: 0, delisted: 1, listed: 2 } as const;
export type Standing = (typeof STANDING)[keyof typeof STANDING];
