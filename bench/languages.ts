// The made-up languages of the bench: real letters and the most common real words, the rest built from syllables.
import { between, pick, type Random } from './random.ts';

export interface Language {
  tag: string;
  /** Its part of all records. */
  share: number;
  /** How many different words it has. */
  size: number;
  /** What stands between words; empty where the script has no spaces. */
  space: string;
  stop: string;
  comma: string;
  /** Its most common words, in order. */
  common: string;
  /** Words of the subject, spread over the medium ranks. */
  subject: string;
  word: (random: Random) => string;
}

const EN_COMMON =
  'the of to and in a that was for on is by it with as from at were be said not had which this are has its or an they have been but their after access who would had will one also more government internet all people more about when no there out other we two some than first new into over up during between could before while since many such only most any what where against because';
const EN_SUBJECT =
  'shutdown blocked website service authority telecommunications order court network platform mobile users throttled social media election protest ban provider operator traffic outage restored journalists press censorship statement ministry police law act petition ruling minister region city province services messaging video proxy tunnel satellite cable emergency security officials customers banks payments hospitals students lawyers judges hearing filtering licence appeal penalty detention';
const UR_COMMON =
  'کے کی میں اور کا سے ہے کو پر نے کہ یہ ہیں اس تھا بھی جو تک ایک گئی کیا نہیں ہو وہ تھی بعد لیے ان تھے جس گیا کر ہوئی اپنے یا جب دی کچھ ساتھ بند';
const UR_SUBJECT =
  'انٹرنیٹ بندش پابندی حکومت عدالت حکم ویب سائٹ سروس موبائل صارفین احتجاج انتخابات اتھارٹی وزارت قانون صحافی رسائی بحال رفتار';
const FA_COMMON =
  'و در به از که را با این است برای آن یک شد بود تا بر هم نیز خود شده کرد ها می شود اما بین پس یا';
const FA_SUBJECT =
  'اینترنت فیلترینگ قطع دولت دادگاه شبکه کاربران اعتراض انتخابات وزارت قانون روزنامه‌نگار دسترسی پیام‌رسان';
const AR_COMMON =
  'في من على إلى أن التي عن مع هذا كان ما لا بعد قد كما هذه الذي بين أو كانت ذلك عام حتى';
const AR_SUBJECT =
  'الإنترنت قطع حجب الحكومة المحكمة الموقع الخدمة المستخدمين الاحتجاجات الانتخابات الوزارة القانون الصحفيين الوصول';
const RU_COMMON =
  'и в на не что с по о как из за это к для был от до после его было также или который их при но';
const RU_SUBJECT =
  'интернет блокировка сайт сервис суд закон доступ оператор связь власти ведомство замедление протест выборы журналист';

const syllables = (heads: string, hearts: string, tails: string) => (random: Random) => {
  let word = '';
  for (let count = between(random, 1, 4) === 1 ? 1 : between(random, 2, 3); count > 0; count--) {
    word += pick(random, heads.split(' ')) + pick(random, hearts.split(' '));
  }
  return word + pick(random, tails.split(' '));
};

// Consonants of the Arabic alphabet with its long vowels.
const arabicWord = (letters: string, vowels: string) => (random: Random) => {
  let word = '';
  for (let count = between(random, 1, 3); count > 0; count--) {
    word += pick(random, Array.from(letters)) + pick(random, vowels.split(','));
  }
  return word + pick(random, Array.from(letters));
};

const hanWord = (random: Random) => {
  let word = '';
  // A language uses a few thousand of its letters, a few hundred of them most of the time.
  for (let count = between(random, 1, 3); count > 0; count--) {
    word += String.fromCharCode(0x4e00 + Math.floor(random() ** 3 * 6000));
  }
  return word;
};

const burmeseWord = (random: Random) => {
  let word = '';
  for (let count = between(random, 1, 4); count > 0; count--) {
    word += String.fromCharCode(0x1000 + between(random, 0, 0x1f));
    word +=
      pick(random, ['', 'ြ', 'ျ', 'ွ', 'ှ', '']) +
      pick(random, ['ာ', 'ိ', 'ု', 'ေ', 'ံ', 'ည်', 'င်', 'တ်', '']);
  }
  return word;
};

const LATIN = syllables(
  'b c d f g h j k l m n p r s t v w br ch cl cr dr fl gr pl pr sh st str th tr qu sc sp',
  'a e i o u a e i o ea ou ai ie oo io',
  '- n r s t l d ng nt st ck m ty tion ment er ing ed al y',
);

/** Every language of the bench; the parts add up to one. */
export const LANGUAGES: readonly Language[] = [
  {
    tag: 'en',
    share: 0.6,
    size: 60_000,
    space: ' ',
    stop: '. ',
    comma: ', ',
    common: EN_COMMON,
    subject: EN_SUBJECT,
    word: (random) => LATIN(random).replace('-', ''),
  },
  {
    tag: 'ur',
    share: 0.14,
    size: 30_000,
    space: ' ',
    stop: '۔ ',
    comma: '، ',
    common: UR_COMMON,
    subject: UR_SUBJECT,
    word: arabicWord('بپتٹجچحدڈرزسشصطعفقکگلمنوہی', 'ا,و,ی,,,ے,ھ'),
  },
  {
    tag: 'fa',
    share: 0.07,
    size: 30_000,
    space: ' ',
    stop: '. ',
    comma: '، ',
    common: FA_COMMON,
    subject: FA_SUBJECT,
    word: arabicWord('بپتجچحخدرزژسشصطعفقکگلمنوهی', 'ا,و,ی,,,\u200c'),
  },
  {
    tag: 'ar',
    share: 0.07,
    size: 30_000,
    space: ' ',
    stop: '. ',
    comma: '، ',
    common: AR_COMMON,
    subject: AR_SUBJECT,
    word: arabicWord('أبتثجحخدذرزسشصضطظعغفقكلمنهوي', 'ا,و,ي,,,ة'),
  },
  {
    tag: 'ru',
    share: 0.05,
    size: 40_000,
    space: ' ',
    stop: '. ',
    comma: ', ',
    common: RU_COMMON,
    subject: RU_SUBJECT,
    word: syllables(
      'б в г д ж з к л м н п р с т ф х ц ч ш пр ст',
      'а е и о у ы ю я ё',
      'й н т сть ние ов ами ого ать л в',
    ),
  },
  {
    tag: 'zh',
    share: 0.05,
    size: 20_000,
    space: '',
    stop: '。',
    comma: '，',
    common: '的 在 了 和 是 有 不 人 这 中 为 上 个 以 对',
    subject: '互联网 审查 封锁 网站 平台 政府 法院 用户 新闻 断网',
    word: hanWord,
  },
  {
    tag: 'my',
    share: 0.02,
    size: 10_000,
    space: '',
    stop: '။ ',
    comma: ' ',
    common: 'သည် ကို မှ နှင့် များ တွင် ၏ ပြီး',
    subject: 'အင်တာနက် ဖြတ်တောက် အစိုးရ ဝန်ဆောင်မှု',
    word: burmeseWord,
  },
];

/** The words of a language, the most common first; the same for the same seed. */
export function vocabulary(language: Language, random: Random): string[] {
  const subject = language.subject.split(' ');
  const words = new Set(language.common.split(' '));
  const step = Math.max(3, Math.floor(1500 / subject.length));
  for (let misses = 0; words.size < language.size && misses < 1_000_000; ) {
    const before = words.size;
    const due = before % step === 0 ? subject.shift() : undefined;
    words.add(due ?? language.word(random));
    if (words.size === before) misses++;
  }
  return [...words];
}
