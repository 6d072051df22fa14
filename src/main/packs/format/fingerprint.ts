// A publisher's number: who it is, for machines as SHA-256 and for people as digits to compare by telephone.
import { createHash } from 'node:crypto';
import { canonicalize } from '@tufjs/canonical-json';

/** The canonical JSON of a signed part, in UTF-8: the bytes that are signed (TUF §4.2.1). */
export function canonicalBytes(signed: object): Buffer {
  return Buffer.from(canonicalize(signed));
}

/** The SHA-256 of the canonical JSON of a signed part, in lower-case hexadecimal. */
export function signedHash(signed: object): string {
  return createHash('sha256').update(canonicalBytes(signed)).digest('hex');
}

const DIGITS = {
  en: '0123456789',
  ur: '۰۱۲۳۴۵۶۷۸۹',
  fa: '۰۱۲۳۴۵۶۷۸۹',
  ar: '٠١٢٣٤٥٦٧٨٩',
} as const;
export type DigitScript = keyof typeof DIGITS;

const GROUPS = 8;
const GROUP_DIGITS = 5;

/**
 * A fingerprint (64 hexadecimal digits) as eight groups of five decimal digits: the whole number modulo 10^40, about
 * 132 bits, which a person can read out and compare in any of four scripts.
 */
export function fingerprintGroups(fingerprint: string, script: DigitScript = 'en'): string[] {
  const number = BigInt(`0x${fingerprint}`) % 10n ** BigInt(GROUPS * GROUP_DIGITS);
  const digits = number.toString().padStart(GROUPS * GROUP_DIGITS, '0');
  const shown = digits.replace(/\d/g, (digit) => DIGITS[script][Number(digit)] as string);
  return shown.match(new RegExp(`.{${GROUP_DIGITS}}`, 'gu')) as string[];
}
