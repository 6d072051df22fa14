// A fingerprint as people compare it: forty decimal digits, in whatever digits they are written.
import { fold } from '../../language/fold.ts';
import { fingerprintGroups } from '../format/fingerprint.ts';

/** The digits of a number that was heard or copied, as ASCII digits; spaces, dashes and marks between them are ignored. */
export function digitsOf(written: string): string | null {
  const digits = fold(written).replace(/[\s.,:;\-–—_()]+/gu, '');
  return /^\d+$/.test(digits) ? digits : null;
}

/** Tells whether what was heard is the whole number of a publisher. */
export function isNumberOf(written: string, fingerprint: string): boolean {
  return digitsOf(written) === fingerprintGroups(fingerprint).join('');
}
