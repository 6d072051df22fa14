// Texts that are hard to fold and cut: letters that combine, vanish, grow, change places or stand alone.
import fc from 'fast-check';

const COMBINING =
  '\u0640\u0301\u0308\u0306\u0654\u0653\u064E\u0670\u093C\u05B8\u0E31\u102F\u17D2\u1039\uFF9E\u0338';
const VANISHING = '\u200B\u200C\u200D\u200E\u202E\u2066\u00AD\uFEFF\uFE0F\u034F\u3164\uFFA0';
const LETTERS = 'aIßıŁàﬁⅣ½ßςΣЙёاأيىكھہہےبپ२٣۴ㄱ각가ﾡￂ㉪ｶガー々国互联网網កដតกำนไမက်ခཀ\u0E33';
const ODD = ' \n\r\t\u00A0\u3000-_"*()^:+~\'’“«…।。、་#@X\0';
const LONE = '\uD800\uDC00';

const MANY_MARKS = [
  '\u0301'.repeat(40),
  '\u0301\u0323'.repeat(20),
  '\u0344'.repeat(20),
  '\u064B'.repeat(35),
];

const unit = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...Array.from(LETTERS)) },
  { weight: 3, arbitrary: fc.constantFrom(...Array.from(COMBINING)) },
  { weight: 2, arbitrary: fc.constantFrom(...Array.from(VANISHING)) },
  { weight: 2, arbitrary: fc.constantFrom(...Array.from(ODD)) },
  { weight: 1, arbitrary: fc.constantFrom(...MANY_MARKS) },
  { weight: 1, arbitrary: fc.constantFrom(LONE[0], LONE[1]) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('𞤀', '𐐷', '𠀋', '😀', '\u{1D7D8}', 'ﷺ', '㏂', '™', '㌀'),
  },
);

/** Any text, most often one that is hard. */
export const awkwardText = fc.array(unit, { maxLength: 24 }).map((units) => units.join(''));
