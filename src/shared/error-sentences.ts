// What each error code says and what to do next, in every interface language; {names} are filled from the error's detail.
import type { ErrorCode, ErrorDetail } from './errors.ts';

interface Sentence {
  says: string;
  next: string;
}

type Sentences = Record<ErrorCode, Sentence>;

const en: Sentences = {
  unknown_method: {
    says: 'The reader was asked for something it cannot do ({method}).',
    next: 'Start Mahfuz again; if it stays, report it as a bug.',
  },
  invalid_input: {
    says: 'This could not be understood: {field}: {problem}.',
    next: 'Correct it and try again.',
  },
  not_found: {
    says: 'No record {id} is in this archive.',
    next: 'Search for its title, or import the collection that contains it.',
  },
  cancelled: { says: 'Cancelled.', next: 'Nothing that was finished before is lost.' },
  superseded: { says: 'A newer search took the place of this one.', next: 'Nothing needs doing.' },
  query_too_long: {
    says: 'The query is longer than {max} characters.',
    next: 'Shorten it.',
  },
  archive_unavailable: {
    says: 'The archive is not running.',
    next: 'Wait a moment: it is started again by itself. If it is not, restart Mahfuz.',
  },
  archive_crashed: {
    says: 'The archive stopped unexpectedly and is being started again.',
    next: 'Ask again. What you imported before is safe.',
  },
  still_opening: {
    says: 'The archive is still being opened.',
    next: 'Wait until the progress bar is full.',
  },
  folder_in_use: {
    says: 'Another Mahfuz is using this data folder.',
    next: 'Use its window, or close it first. Reading from the terminal works meanwhile.',
  },
  folder_unwritable: {
    says: 'The data folder cannot be written to.',
    next: 'Give Mahfuz permission to write there, or choose another folder with --data FOLDER.',
  },
  folder_missing: {
    says: 'The data folder does not exist and could not be made.',
    next: 'Choose another folder with --data FOLDER.',
  },
  disk_full: {
    says: 'The disk is full.',
    next: 'Free some space and try again. Everything finished before this is kept.',
  },
  newer_data: {
    says: 'This data folder was last used by a newer Mahfuz (data version {found}; this one knows {known}).',
    next: 'Use the newer Mahfuz, or choose another folder with --data FOLDER. Nothing was changed.',
  },
  archive_damaged: {
    says: 'The archive file is damaged.',
    next: 'Start Mahfuz again: it sets the damaged file aside and rebuilds the archive from what is here.',
  },
  archive_set_aside: {
    says: 'The archive file is damaged. It was set aside as {aside} and the archive rebuilt from what is here: {records} records.',
    next: 'Keep the set-aside file until you have checked that nothing is missing; import again what is.',
  },
  index_damaged: {
    says: 'The search index is damaged.',
    next: 'It is rebuilt by itself; searching waits until that is done.',
  },
  notebook_damaged: {
    says: 'The notebook file cannot be opened with its key.',
    next: 'Put back a backup of notebook.sqlite and notebook.key. Neither file was changed.',
  },
  notebook_key_missing: {
    says: 'The notebook is here but its key file is not.',
    next: 'Put notebook.key back beside notebook.sqlite. The notebook was not changed.',
  },
  bundled_archive_missing: {
    says: 'The archive that comes with Mahfuz is missing from this installation, or damaged.',
    next: 'Run npm run build, or install Mahfuz again.',
  },
  file_not_granted: {
    says: 'This file was not chosen, or was used already.',
    next: 'Choose the file again.',
  },
  file_unreadable: {
    says: 'The file {name} cannot be read.',
    next: 'Check that it exists and may be read, then try again.',
  },
  file_unwritable: {
    says: 'The file {name} cannot be written.',
    next: 'Choose another folder, one that exists and where you may write.',
  },
  file_exists: {
    says: 'The file {name} is there already.',
    next: 'Choose another name, or delete it first.',
  },
  import_malformed: {
    says: '{name}, line {line}: {field}: {problem}. Nothing of this file was imported.',
    next: 'Correct the line and import the file again.',
  },
  import_not_utf8: {
    says: '{name}, line {line} is not UTF-8 text. Nothing of this file was imported.',
    next: 'Save the file as UTF-8 and import it again.',
  },
  import_line_too_long: {
    says: '{name}, line {line} is longer than {max} bytes. Nothing of this file was imported.',
    next: 'Split the record, or remove what does not belong in its text.',
  },
  import_needs_newer_reader: {
    says: '{name}, line {line} has the form {schema}, which needs a newer Mahfuz. Nothing of this file was imported.',
    next: 'Import it with a newer Mahfuz, or remove the line.',
  },
  job_running: {
    says: 'Another long task is still running.',
    next: 'Wait for it, or cancel it first.',
  },
  publisher_unknown: {
    says: 'This publisher is not on this computer.',
    next: 'Import a pack of this publisher first.',
  },
  fingerprint_differs: {
    says: 'This is not the number of this publisher. Nothing was changed.',
    next: 'Read the digits again with the other person. If they still differ, this is not the publisher that it says it is: do not trust it.',
  },
  inspection_gone: {
    says: 'What was looked at is no longer at hand.',
    next: 'Choose the folder or .pack file again.',
  },
  pack_refused: {
    says: 'This pack was refused ({cause}). Nothing was changed.',
    next: 'Ask whoever gave it to you for a fresh copy, or get it from somebody else.',
  },
  pack_unreadable: {
    says: '{name} is no pack: a pack is a folder with a metadata folder in it, or a .pack file.',
    next: 'Choose the folder that holds the metadata folder, or the .pack file.',
  },
  several_packs: {
    says: 'There are several packs here: {names}.',
    next: 'Choose one of them; the others can follow.',
  },
  import_unknown: {
    says: 'This import is not known, or was taken back before.',
    next: 'Look at the list of imports in the ledger of the publisher.',
  },
  share_nothing: {
    says: 'There is nothing to pass on in what you chose.',
    next: 'Choose other dates, or include what is sensitive knowingly.',
  },
  no_room: {
    says: 'There is not enough room: {needed} bytes are needed and {free} are free. Nothing was copied.',
    next: 'Free some space, choose fewer files, or choose what fits.',
  },
  copy_differs: {
    says: 'What was copied reads back differently ({file}). The copy was deleted.',
    next: 'The drive may be damaged or forged in size: use another one.',
  },
  pack_file_too_large: {
    says: '{name} is larger than the format of packs allows ({max} bytes) and was not opened.',
    next: 'Ask for a fresh copy; if it is the same, tell the publisher.',
  },
  payload_missing: {
    says: 'The file {name} of this pack is not here.',
    next: 'Import the pack again from another stick: only what is missing is taken.',
  },
  payload_damaged: {
    says: 'The file {name} is not what the publisher signed: it is damaged or was changed. Nothing of it was taken.',
    next: 'Import the pack again from another stick: only what is missing is taken.',
  },
  payload_malformed: {
    says: 'The file {name} is what the publisher signed, but is stranger than the format allows: {problem}. Nothing of it was taken.',
    next: 'Tell the publisher. The other files of the pack are not concerned.',
  },
  passphrase_wrong: {
    says: 'The key file {name} does not open with this passphrase.',
    next: 'Try again. Without the passphrase a key cannot be recovered by anybody.',
  },
  passphrase_missing: {
    says: 'No passphrase was given.',
    next: 'Type it when asked, or give --passphrase-file FILE, or set MAHFUZ_PASSPHRASE.',
  },
  publisher_exists: {
    says: '{name} holds a publisher already.',
    next: 'Choose an empty folder. Nothing was changed.',
  },
  publisher_missing: {
    says: '{name} holds no publisher, or a part of it is missing ({part}).',
    next: 'Name the folder that "publisher init" made.',
  },
  key_missing: {
    says: 'The key for {role} is not among the key files here.',
    next: 'Put its .age file into the keys folder, or sign on the machine that has it.',
  },
  draft_unfit: {
    says: 'This draft or signature cannot be used: {problem}. Nothing was changed.',
    next: 'Make the draft again, or ask its holder for the signature again.',
  },
  build_refused: {
    says: 'No pack was made: {problem}.',
    next: 'Correct this and run the command again. The earlier pack is as it was.',
  },
  wrong_usage: { says: '{problem}', next: 'Run npm run -s cli -- help to see how it is used.' },
  internal: {
    says: 'Something went wrong inside Mahfuz.',
    next: 'Try again. If it happens again, report it as a bug; your data is kept.',
  },
};

const ur: Sentences = {
  unknown_method: {
    says: 'ریڈر سے ایسا کام کہا گیا جو وہ نہیں کر سکتا ({method})۔',
    next: 'محفوظ دوبارہ چلائیں؛ اگر یہ پھر ہو تو خرابی کی اطلاع دیں۔',
  },
  invalid_input: {
    says: 'یہ سمجھا نہیں جا سکا: {field}: {problem}۔',
    next: 'درست کر کے دوبارہ کوشش کریں۔',
  },
  not_found: {
    says: 'اس آرکائیو میں {id} نام کا کوئی ریکارڈ نہیں۔',
    next: 'اس کا عنوان تلاش کریں، یا وہ مجموعہ درآمد کریں جس میں یہ موجود ہے۔',
  },
  cancelled: { says: 'منسوخ کر دیا گیا۔', next: 'جو پہلے مکمل ہو چکا وہ محفوظ ہے۔' },
  superseded: { says: 'نئی تلاش نے اس کی جگہ لے لی۔', next: 'کچھ کرنے کی ضرورت نہیں۔' },
  query_too_long: { says: 'تلاش {max} حروف سے لمبی ہے۔', next: 'اسے مختصر کریں۔' },
  archive_unavailable: {
    says: 'آرکائیو چل نہیں رہا۔',
    next: 'ذرا انتظار کریں، یہ خود دوبارہ شروع ہو گا۔ اگر نہ ہو تو محفوظ دوبارہ چلائیں۔',
  },
  archive_crashed: {
    says: 'آرکائیو اچانک رک گیا اور دوبارہ شروع کیا جا رہا ہے۔',
    next: 'دوبارہ پوچھیں۔ جو آپ نے درآمد کیا تھا وہ محفوظ ہے۔',
  },
  still_opening: { says: 'آرکائیو ابھی کھل رہا ہے۔', next: 'پیش رفت مکمل ہونے تک انتظار کریں۔' },
  folder_in_use: {
    says: 'محفوظ کی ایک اور کھڑکی یہی ڈیٹا فولڈر استعمال کر رہی ہے۔',
    next: 'اسی کو استعمال کریں یا پہلے اسے بند کریں۔ ٹرمینل سے پڑھنا اس دوران ممکن ہے۔',
  },
  folder_unwritable: {
    says: 'ڈیٹا فولڈر میں لکھا نہیں جا سکتا۔',
    next: 'محفوظ کو وہاں لکھنے کی اجازت دیں، یا ‎--data FOLDER‎ سے دوسرا فولڈر چنیں۔',
  },
  folder_missing: {
    says: 'ڈیٹا فولڈر موجود نہیں اور بنایا بھی نہ جا سکا۔',
    next: '‎--data FOLDER‎ سے دوسرا فولڈر چنیں۔',
  },
  disk_full: {
    says: 'ڈسک بھر گئی ہے۔',
    next: 'کچھ جگہ خالی کر کے دوبارہ کوشش کریں۔ اس سے پہلے جو مکمل ہوا وہ محفوظ ہے۔',
  },
  newer_data: {
    says: 'یہ ڈیٹا فولڈر محفوظ کے کسی نئے نسخے نے استعمال کیا ہے (ڈیٹا کا نسخہ {found}؛ یہ {known} تک جانتا ہے)۔',
    next: 'نیا محفوظ استعمال کریں، یا ‎--data FOLDER‎ سے دوسرا فولڈر چنیں۔ کچھ تبدیل نہیں کیا گیا۔',
  },
  archive_damaged: {
    says: 'آرکائیو کی فائل خراب ہے۔',
    next: 'محفوظ دوبارہ چلائیں: یہ خراب فائل کو الگ رکھ کر یہاں موجود چیزوں سے آرکائیو دوبارہ بنائے گا۔',
  },
  archive_set_aside: {
    says: 'آرکائیو کی فائل خراب ہے۔ اسے {aside} کے نام سے الگ رکھ کر آرکائیو یہاں موجود مواد سے دوبارہ بنایا گیا: {records} ریکارڈ۔',
    next: 'الگ رکھی فائل سنبھال کر رکھیں جب تک یقین نہ ہو جائے کہ کچھ کم نہیں؛ جو کم ہو اسے دوبارہ درآمد کریں۔',
  },
  index_damaged: {
    says: 'تلاش کا اشاریہ خراب ہے۔',
    next: 'یہ خود دوبارہ بن رہا ہے؛ تلاش اس کے بعد ہو سکے گی۔',
  },
  notebook_damaged: {
    says: 'نوٹ بک کی فائل اپنی کلید سے نہیں کھل رہی۔',
    next: 'notebook.sqlite اور notebook.key کی محفوظ نقل واپس رکھیں۔ دونوں فائلیں جوں کی توں ہیں۔',
  },
  notebook_key_missing: {
    says: 'نوٹ بک موجود ہے مگر اس کی کلید کی فائل نہیں۔',
    next: 'notebook.key کو notebook.sqlite کے ساتھ واپس رکھیں۔ نوٹ بک میں کچھ تبدیل نہیں ہوا۔',
  },
  bundled_archive_missing: {
    says: 'محفوظ کے ساتھ آنے والا آرکائیو اس تنصیب میں موجود نہیں، یا خراب ہے۔',
    next: 'npm run build چلائیں، یا محفوظ دوبارہ نصب کریں۔',
  },
  file_not_granted: {
    says: 'یہ فائل چنی نہیں گئی تھی، یا استعمال ہو چکی ہے۔',
    next: 'فائل دوبارہ چنیں۔',
  },
  file_unreadable: {
    says: 'فائل {name} پڑھی نہیں جا سکتی۔',
    next: 'دیکھیں کہ فائل موجود ہے اور پڑھی جا سکتی ہے، پھر دوبارہ کوشش کریں۔',
  },
  file_unwritable: {
    says: 'فائل {name} لکھی نہیں جا سکتی۔',
    next: 'کوئی اور فولڈر چنیں جو موجود ہو اور جس میں آپ لکھ سکیں۔',
  },
  file_exists: {
    says: 'فائل {name} پہلے سے موجود ہے۔',
    next: 'دوسرا نام چنیں، یا پہلے اسے ہٹائیں۔',
  },
  import_malformed: {
    says: '{name}، سطر {line}: {field}: {problem}۔ اس فائل سے کچھ بھی درآمد نہیں ہوا۔',
    next: 'سطر درست کر کے فائل دوبارہ درآمد کریں۔',
  },
  import_not_utf8: {
    says: '{name}، سطر {line} ‏UTF-8 متن نہیں۔ اس فائل سے کچھ بھی درآمد نہیں ہوا۔',
    next: 'فائل کو UTF-8 میں محفوظ کر کے دوبارہ درآمد کریں۔',
  },
  import_line_too_long: {
    says: '{name}، سطر {line} ‏{max} بائٹ سے لمبی ہے۔ اس فائل سے کچھ بھی درآمد نہیں ہوا۔',
    next: 'ریکارڈ کو تقسیم کریں، یا متن سے غیر ضروری حصہ ہٹائیں۔',
  },
  import_needs_newer_reader: {
    says: '{name}، سطر {line} کی شکل {schema} ہے جس کے لیے نیا محفوظ درکار ہے۔ اس فائل سے کچھ بھی درآمد نہیں ہوا۔',
    next: 'نئے محفوظ سے درآمد کریں، یا یہ سطر ہٹا دیں۔',
  },
  job_running: {
    says: 'ایک اور لمبا کام ابھی جاری ہے۔',
    next: 'اس کے مکمل ہونے کا انتظار کریں، یا پہلے اسے منسوخ کریں۔',
  },
  publisher_unknown: {
    says: 'یہ ناشر اس کمپیوٹر پر موجود نہیں۔',
    next: 'پہلے اس ناشر کا کوئی پیک درآمد کریں۔',
  },
  fingerprint_differs: {
    says: 'یہ اس ناشر کا نمبر نہیں۔ کچھ تبدیل نہیں کیا گیا۔',
    next: 'دوسرے شخص کے ساتھ ہندسے دوبارہ پڑھیں۔ اگر پھر بھی فرق ہو تو یہ وہ ناشر نہیں جس کا یہ دعویٰ کرتا ہے: اس پر اعتماد نہ کریں۔',
  },
  inspection_gone: {
    says: 'جو دیکھا گیا تھا وہ اب دستیاب نہیں۔',
    next: 'فولڈر یا ‎.pack‎ فائل دوبارہ چنیں۔',
  },
  pack_refused: {
    says: 'یہ پیک رد کر دیا گیا ({cause})۔ کچھ تبدیل نہیں ہوا۔',
    next: 'جس نے دیا ہے اس سے تازہ نقل مانگیں، یا کسی اور سے لیں۔',
  },
  pack_unreadable: {
    says: '{name} پیک نہیں: پیک وہ فولڈر ہے جس میں metadata نام کا فولڈر ہو، یا ‎.pack‎ فائل۔',
    next: 'وہ فولڈر چنیں جس میں metadata فولڈر ہے، یا ‎.pack‎ فائل۔',
  },
  several_packs: {
    says: 'یہاں کئی پیک ہیں: {names}۔',
    next: 'ان میں سے ایک چنیں؛ باقی بعد میں لیے جا سکتے ہیں۔',
  },
  import_unknown: {
    says: 'یہ درآمد معلوم نہیں، یا پہلے ہی واپس لی جا چکی ہے۔',
    next: 'ناشر کے کھاتے میں درآمدات کی فہرست دیکھیں۔',
  },
  share_nothing: {
    says: 'آپ کے انتخاب میں آگے دینے کو کچھ نہیں۔',
    next: 'دوسری تاریخیں چنیں، یا جان بوجھ کر حساس مواد شامل کریں۔',
  },
  no_room: {
    says: 'جگہ کافی نہیں: {needed} بائٹ درکار ہیں اور {free} خالی ہیں۔ کچھ نقل نہیں کیا گیا۔',
    next: 'کچھ جگہ خالی کریں، کم فائلیں چنیں، یا جتنا سما سکے وہ چنیں۔',
  },
  copy_differs: {
    says: 'جو نقل کیا گیا وہ واپس پڑھنے پر مختلف نکلا ({file})۔ نقل مٹا دی گئی۔',
    next: 'ڈرائیو خراب ہو سکتی ہے یا اس کا حجم جعلی: کوئی اور استعمال کریں۔',
  },
  pack_file_too_large: {
    says: '{name} پیک کی حد ({max} بائٹ) سے بڑی ہے، اس لیے نہیں کھولی گئی۔',
    next: 'تازہ نقل مانگیں؛ اگر پھر بھی یہی ہو تو ناشر کو بتائیں۔',
  },
  payload_missing: {
    says: 'اس پیک کی فائل {name} یہاں موجود نہیں۔',
    next: 'کسی اور سٹک سے پیک دوبارہ درآمد کریں: صرف وہی لیا جاتا ہے جو کم ہو۔',
  },
  payload_damaged: {
    says: 'فائل {name} وہ نہیں جس پر ناشر نے دستخط کیے: یہ خراب ہے یا بدلی گئی ہے۔ اس میں سے کچھ نہیں لیا گیا۔',
    next: 'کسی اور سٹک سے پیک دوبارہ درآمد کریں: صرف وہی لیا جاتا ہے جو کم ہو۔',
  },
  payload_malformed: {
    says: 'فائل {name} پر ناشر کے دستخط درست ہیں مگر اس کی شکل وہ نہیں جو ہونی چاہیے: {problem}۔ اس میں سے کچھ نہیں لیا گیا۔',
    next: 'ناشر کو بتائیں۔ پیک کی باقی فائلوں پر اس کا اثر نہیں۔',
  },
  passphrase_wrong: {
    says: 'کلید کی فائل {name} اس خفیہ جملے سے نہیں کھلتی۔',
    next: 'دوبارہ کوشش کریں۔ خفیہ جملے کے بغیر کلید کوئی بھی واپس نہیں لا سکتا۔',
  },
  passphrase_missing: {
    says: 'کوئی خفیہ جملہ نہیں دیا گیا۔',
    next: 'پوچھے جانے پر لکھیں، یا ‎--passphrase-file FILE‎ دیں، یا MAHFUZ_PASSPHRASE مقرر کریں۔',
  },
  publisher_exists: {
    says: '{name} میں پہلے سے ایک ناشر موجود ہے۔',
    next: 'خالی فولڈر چنیں۔ کچھ تبدیل نہیں ہوا۔',
  },
  publisher_missing: {
    says: '{name} میں کوئی ناشر نہیں، یا اس کا کوئی حصہ غائب ہے ({part})۔',
    next: 'وہ فولڈر بتائیں جو publisher init نے بنایا تھا۔',
  },
  key_missing: {
    says: '{role} کی کلید یہاں کلیدوں کی فائلوں میں نہیں۔',
    next: 'اس کی ‎.age‎ فائل keys فولڈر میں رکھیں، یا اس مشین پر دستخط کریں جہاں یہ موجود ہے۔',
  },
  draft_unfit: {
    says: 'یہ مسودہ یا دستخط استعمال نہیں ہو سکتا: {problem}۔ کچھ تبدیل نہیں ہوا۔',
    next: 'مسودہ دوبارہ بنائیں، یا دستخط کرنے والے سے دستخط دوبارہ مانگیں۔',
  },
  build_refused: {
    says: 'کوئی پیک نہیں بنا: {problem}۔',
    next: 'اسے درست کر کے کمانڈ دوبارہ چلائیں۔ پہلے والا پیک جوں کا توں ہے۔',
  },
  wrong_usage: {
    says: '{problem}',
    next: 'طریقہ دیکھنے کے لیے npm run -s cli -- help چلائیں۔',
  },
  internal: {
    says: 'محفوظ کے اندر کوئی خرابی ہوئی۔',
    next: 'دوبارہ کوشش کریں۔ پھر ہو تو خرابی کی اطلاع دیں؛ آپ کا ڈیٹا محفوظ ہے۔',
  },
};

const SENTENCES: Record<'en' | 'ur', Sentences> = { en, ur };

/** The sentence and the next step for an error, filled with its detail. */
export function errorSentence(
  error: { code: ErrorCode; detail: ErrorDetail },
  language: 'en' | 'ur',
): Sentence {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(error.detail[name] ?? '—'));
  const { says, next } = SENTENCES[language][error.code];
  return { says: fill(says), next: fill(next) };
}
