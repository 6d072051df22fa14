// The values of fields that come from closed lists, with what each is called.
import type { Names } from '../../../shared/search.ts';
import { fold } from '../../language/fold.ts';
import type { CodeField } from './tree.ts';

type Called = Record<string, { en: string[]; ur: string[] }>;

/** Kinds of records, and of what they tell; the first name is the one that is shown. */
const KINDS: Called = {
  document: { en: ['document', 'documents'], ur: ['دستاویز', 'دستاویزات'] },
  event: { en: ['event', 'events'], ur: ['واقعہ', 'واقعات'] },
  organisation: {
    en: ['organisation', 'organisations', 'organization', 'organizations', 'org'],
    ur: ['ادارہ', 'ادارے', 'تنظیم', 'تنظیمیں'],
  },
  term: { en: ['term', 'terms'], ur: ['اصطلاح', 'اصطلاحات'] },
  news: { en: ['news', 'news report'], ur: ['خبر', 'خبریں'] },
  statement: { en: ['statement', 'statements'], ur: ['بیان', 'بیانات'] },
  court_order: { en: ['court order', 'court orders'], ur: ['عدالتی حکم', 'عدالتی احکامات'] },
  law: { en: ['law', 'laws'], ur: ['قانون', 'قوانین'] },
  report: { en: ['report', 'reports'], ur: ['رپورٹ', 'رپورٹیں'] },
  testimony: { en: ['testimony', 'testimonies'], ur: ['گواہی', 'گواہیاں'] },
  feature: { en: ['feature', 'features'], ur: ['فیچر'] },
  restriction: { en: ['restriction', 'restrictions'], ur: ['پابندی', 'پابندیاں'] },
  restoration: { en: ['restoration', 'restorations'], ur: ['بحالی'] },
  arrest: { en: ['arrest', 'arrests'], ur: ['گرفتاری', 'گرفتاریاں'] },
  campaign: { en: ['campaign', 'campaigns'], ur: ['مہم', 'مہمات'] },
  court: { en: ['court case', 'court', 'court cases'], ur: ['عدالتی مقدمہ', 'مقدمہ', 'مقدمات'] },
  legislation: { en: ['legislation'], ur: ['قانون سازی'] },
  other: { en: ['other event', 'other'], ur: ['دیگر واقعہ', 'دیگر'] },
  shutdown: { en: ['shutdown', 'shutdowns', 'blackout'], ur: ['انٹرنیٹ یا فون کی بندش', 'بندش'] },
  throttle: { en: ['slowing down', 'throttle', 'throttling'], ur: ['رفتار میں کمی'] },
  service_block: {
    en: ['block of services', 'service block', 'block'],
    ur: ['سروسز کی بندش', 'بلاک'],
  },
  content_block: { en: ['block of content', 'content block'], ur: ['مواد کی بندش'] },
};

const STATUSES: Called = {
  ongoing: { en: ['ongoing', 'running'], ur: ['جاری'] },
  ended: { en: ['ended', 'over'], ur: ['ختم'] },
  unknown: { en: ['unknown'], ur: ['نامعلوم'] },
  withdrawn: { en: ['withdrawn', 'retracted'], ur: ['واپس لیا گیا', 'واپس'] },
};

const LANGUAGES: Called = {
  am: { en: ['Amharic', 'አማርኛ'], ur: ['امہاری'] },
  ar: { en: ['Arabic', 'العربية'], ur: ['عربی'] },
  az: { en: ['Azerbaijani'], ur: ['آذربائیجانی'] },
  bal: { en: ['Balochi'], ur: ['بلوچی'] },
  be: { en: ['Belarusian'], ur: ['بیلاروسی'] },
  bn: { en: ['Bengali', 'Bangla', 'বাংলা'], ur: ['بنگالی'] },
  ckb: { en: ['Central Kurdish', 'Sorani'], ur: ['سورانی کردی'] },
  de: { en: ['German', 'Deutsch'], ur: ['جرمن'] },
  en: { en: ['English'], ur: ['انگریزی'] },
  es: { en: ['Spanish', 'español'], ur: ['ہسپانوی'] },
  fa: { en: ['Persian', 'Farsi'], ur: ['فارسی'] },
  fr: { en: ['French', 'français'], ur: ['فرانسیسی'] },
  hi: { en: ['Hindi', 'हिन्दी'], ur: ['ہندی'] },
  id: { en: ['Indonesian'], ur: ['انڈونیشی'] },
  ja: { en: ['Japanese', '日本語'], ur: ['جاپانی'] },
  kk: { en: ['Kazakh'], ur: ['قازق'] },
  km: { en: ['Khmer', 'ខ្មែរ'], ur: ['خمیر'] },
  ku: { en: ['Kurdish'], ur: ['کردی'] },
  my: { en: ['Burmese', 'မြန်မာ'], ur: ['برمی'] },
  pa: { en: ['Punjabi'], ur: ['پنجابی'] },
  ps: { en: ['Pashto', 'پښتو'], ur: ['پشتو'] },
  pt: { en: ['Portuguese', 'português'], ur: ['پرتگالی'] },
  ru: { en: ['Russian', 'русский'], ur: ['روسی'] },
  sd: { en: ['Sindhi', 'سنڌي'], ur: ['سندھی'] },
  skr: { en: ['Saraiki'], ur: ['سرائیکی'] },
  sw: { en: ['Swahili', 'Kiswahili'], ur: ['سواحلی'] },
  th: { en: ['Thai', 'ไทย'], ur: ['تھائی'] },
  tr: { en: ['Turkish', 'Türkçe'], ur: ['ترکی'] },
  uk: { en: ['Ukrainian', 'українська'], ur: ['یوکرینی'] },
  ur: { en: ['Urdu'], ur: ['اردو'] },
  uz: { en: ['Uzbek'], ur: ['ازبک'] },
  vi: { en: ['Vietnamese'], ur: ['ویتنامی'] },
  zh: { en: ['Chinese', '中文'], ur: ['چینی'] },
};

const LISTS: Record<CodeField, Called> = { kind: KINDS, status: STATUSES, lang: LANGUAGES };

const plain = (name: string) =>
  fold(name)
    .replace(/[\s_-]+/gu, ' ')
    .trim();

const codes = Object.fromEntries(
  Object.entries(LISTS).map(([field, list]) => [
    field,
    Object.entries(list).flatMap(([code, { en, ur }]) =>
      [code, ...en, ...ur].map((name) => [plain(name), code] as const),
    ),
  ]),
) as Record<CodeField, (readonly [name: string, code: string])[]>;

/**
 * The code that is called so, by its own name or another; while typing, all whose names begin so. Any language tag is a
 * code of `lang`, whether it has a name here or not.
 */
export function codesNamed(field: CodeField, text: string, typing: boolean): string[] {
  const wanted = plain(text);
  if (wanted === '') return [];
  const named = codes[field].find(([name]) => name === wanted);
  if (named) return [named[1]];
  if (field === 'lang' && /^[a-z]{2,3}( [a-z0-9]{2,8}){0,3}$/.test(wanted)) {
    return [wanted.replaceAll(' ', '-')];
  }
  if (!typing) return [];
  return [...new Set(codes[field].filter(([name]) => name.startsWith(wanted)).map(([, c]) => c))];
}

/** What a code is called in English and Urdu, by itself where it has no name here. */
export function namesOfCode(field: CodeField, code: string): Names {
  const { en, ur } = LISTS[field][code] ?? { en: [code], ur: [code] };
  return { en: en.slice(0, 1), ur: ur.slice(0, 1) };
}
