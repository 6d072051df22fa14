// The text that lies in every pack for whoever finds it: what this is, from whom, and how to check that.
import { fingerprintGroups } from '../format/fingerprint.ts';
import type { Publisher } from '../verify/verdict.ts';

const WIDTH_RULE = '-'.repeat(60);

interface Wording {
  lang: string;
  digits: 'en' | 'ur' | 'fa' | 'ar';
  text: (name: string, number: string) => string;
}

const WORDINGS: readonly Wording[] = [
  {
    lang: 'en',
    digits: 'en',
    text: (name, number) => `A collection of records, signed by its publisher.
It says that it comes from: ${name}
The publisher's number is:
    ${number}
Open this folder (or the .pack file) with Mahfuz: drop it on the window.
Mahfuz checks who signed it before anything is added. Compare the number
with one that you got in another way, by telephone for example.
You may copy everything here and pass it on: a copy shows nothing of you.`,
  },
  {
    lang: 'ur',
    digits: 'ur',
    text: (name, number) => `ریکارڈز کا ایک مجموعہ جس پر اس کے ناشر کے دستخط ہیں۔
اس کے اپنے بیان کے مطابق ناشر: ${name}
ناشر کا نمبر:
    ${number}
اس فولڈر (یا ‎.pack‎ فائل) کو محفوظ کی کھڑکی پر چھوڑ کر کھولیں۔
کچھ شامل کرنے سے پہلے محفوظ دیکھتا ہے کہ دستخط کس کے ہیں۔ نمبر کا موازنہ
اس نمبر سے کریں جو آپ کو کسی اور ذریعے سے ملا ہو، مثلاً فون پر۔
یہاں کی ہر چیز آپ نقل کر کے آگے دے سکتے ہیں: نقل میں آپ کا کوئی نشان نہیں ہوتا۔`,
  },
  {
    lang: 'fa',
    digits: 'fa',
    text: (name, number) => `مجموعه‌ای از اسناد با امضای ناشر آن.
به گفتهٔ خودش ناشر آن: ${name}
شمارهٔ ناشر:
    ${number}
این پوشه (یا فایل ‎.pack‎) را با محفوظ باز کنید: آن را روی پنجره رها کنید.
محفوظ پیش از افزودن هر چیزی امضا را بررسی می‌کند. شماره را با شماره‌ای
که از راه دیگری، مثلاً تلفن، گرفته‌اید مقایسه کنید.`,
  },
  {
    lang: 'ar',
    digits: 'ar',
    text: (name, number) => `مجموعة سجلات موقّعة من ناشرها.
الناشر كما يقول عن نفسه: ${name}
رقم الناشر:
    ${number}
افتح هذا المجلد (أو ملف ‎.pack‎) ببرنامج محفوظ: أسقطه على نافذته.
يتحقق محفوظ من الموقّع قبل إضافة أي شيء. قارن الرقم برقم
حصلت عليه بطريق آخر، بالهاتف مثلًا.`,
  },
];

/** README.txt of a publisher's packs: the same for everyone who copies them. */
export function readmeText({ name, fingerprint }: Pick<Publisher, 'name' | 'fingerprint'>): string {
  const parts = WORDINGS.map(({ lang, digits, text }) => {
    const shown = name[lang] ?? name.en ?? Object.values(name)[0] ?? '';
    return text(shown, fingerprintGroups(fingerprint, digits).join(' '));
  });
  return `${parts.join(`\n${WIDTH_RULE}\n`)}\n${WIDTH_RULE}\nSHA-256: ${fingerprint}\n`;
}
