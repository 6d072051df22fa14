// One-use permissions to read or write one file or folder that the reader chose: the page holds a token and a name, never a path.
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Grant, GrantPurpose } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';

/** How many unused grants are kept; the oldest give way. */
const MAX_UNUSED = 100;

export interface Grants {
  give: (path: string, purpose: GrantPurpose) => Grant;
  /** The path behind a grant, once; throws file_not_granted for any other token, or for another purpose. */
  take: (token: unknown, purpose: GrantPurpose) => string;
}

/** An empty set of grants. */
export function createGrants(): Grants {
  const unused = new Map<string, { path: string; purpose: GrantPurpose }>();
  return {
    give: (path, purpose) => {
      const grant = randomUUID();
      unused.set(grant, { path, purpose });
      if (unused.size > MAX_UNUSED) unused.delete(unused.keys().next().value as string);
      return { grant, name: basename(path) };
    },
    take: (token, purpose) => {
      const known = typeof token === 'string' ? unused.get(token) : undefined;
      if (known?.purpose !== purpose) throw new AppError('file_not_granted');
      unused.delete(token as string);
      return known.path;
    },
  };
}
