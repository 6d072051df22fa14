// What the window's menu says, in every interface language.
import type { ShellCommand } from '../../shared/contract.ts';
import type { InterfaceLanguage } from '../../shared/settings.ts';

export type MenuWord =
  | ShellCommand
  | 'file'
  | 'edit'
  | 'view'
  | 'go'
  | 'tabs'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'select-all'
  | 'full-screen'
  | 'quit';

const en: Record<MenuWord, string> = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  go: 'Go',
  tabs: 'Tabs',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  'select-all': 'Select All',
  'full-screen': 'Full Screen',
  quit: 'Quit Mahfuz',
  search: 'Search the Archive',
  find: 'Find on This Page',
  back: 'Back',
  forward: 'Forward',
  'next-match': 'Next Match',
  'previous-match': 'Previous Match',
  'copy-citation': 'Copy Citation',
  compare: 'Compare Two Records',
  'other-pane': 'Between List and Record',
  'open-beside': 'Open in a New Tab',
  'next-tab': 'Next Tab',
  'previous-tab': 'Previous Tab',
  'close-tab': 'Close the Tab',
  'reopen-tab': 'Reopen the Closed Tab',
  print: 'Save as PDF…',
  'larger-text': 'Larger Text',
  'smaller-text': 'Smaller Text',
  'normal-text': 'Normal Text Size',
  'open-file': 'Open a Pack or File…',
  packs: 'Publishers and Packs',
  timeline: 'Timeline',
  settings: 'Settings',
  help: 'Help',
};

const ur: Record<MenuWord, string> = {
  file: 'فائل',
  edit: 'ترمیم',
  view: 'منظر',
  go: 'جائیں',
  tabs: 'ٹیب',
  undo: 'واپس لیں',
  redo: 'دوبارہ کریں',
  cut: 'کاٹیں',
  copy: 'نقل کریں',
  paste: 'چسپاں کریں',
  'select-all': 'سب منتخب کریں',
  'full-screen': 'پوری سکرین',
  quit: 'محفوظ بند کریں',
  search: 'آرکائیو میں تلاش',
  find: 'اس صفحے میں ڈھونڈیں',
  back: 'پیچھے',
  forward: 'آگے',
  'next-match': 'اگلی جگہ',
  'previous-match': 'پچھلی جگہ',
  'copy-citation': 'حوالہ نقل کریں',
  compare: 'دو ریکارڈوں کا موازنہ',
  'other-pane': 'فہرست اور ریکارڈ کے درمیان',
  'open-beside': 'نئے ٹیب میں کھولیں',
  'next-tab': 'اگلا ٹیب',
  'previous-tab': 'پچھلا ٹیب',
  'close-tab': 'ٹیب بند کریں',
  'reopen-tab': 'بند کیا ہوا ٹیب کھولیں',
  print: 'پی ڈی ایف محفوظ کریں…',
  'larger-text': 'بڑا متن',
  'smaller-text': 'چھوٹا متن',
  'normal-text': 'متن کا معمول کا سائز',
  'open-file': 'پیک یا فائل کھولیں…',
  packs: 'ناشر اور پیک',
  timeline: 'خطِ زمانی',
  settings: 'ترتیبات',
  help: 'مدد',
};

const LABELS = { en, ur };

/** The words of the menu in a language; English until one was chosen. */
export function menuLabels(language: InterfaceLanguage | null): Record<MenuWord, string> {
  return LABELS[language ?? 'en'];
}
