// The ledger as a text that can be printed or handed on: facts about the publisher, none about who holds it.
import { basename } from 'node:path';
import type { PublisherLedger } from '../../../shared/pack.ts';
import { writeAtomically } from '../../data-folder/atomic.ts';
import { asWritingFault } from '../../sqlite/faults.ts';
import type { Database } from '../../sqlite/open.ts';
import { type DigitScript, fingerprintGroups } from '../format/fingerprint.ts';
import { publisherLedger } from './ledger.ts';

type Language = 'en' | 'ur';

interface Words {
  title: (name: string) => string;
  number: string;
  status: Record<'trusted' | 'quarantined' | 'unknown', string>;
  list: (version: number, issued: string, seen: number) => string;
  next: (date: string) => string;
  files: (files: PublisherLedger['files']) => string;
  records: (records: PublisherLedger['records']) => string;
  keys: string;
  key: (key: PublisherLedger['keys'][number]) => string;
  revoked: (key: PublisherLedger['revoked'][number]) => string;
  delegate: (delegate: PublisherLedger['delegates'][number]) => string;
  evidence: (one: PublisherLedger['evidence'][number]) => string;
  state: Record<PublisherLedger['entries'][number]['state'], string>;
  delisted: string;
  withdrawn: string;
  stolen: string;
  entries: string;
}

const day = (instant: string | null) => instant?.slice(0, 10) ?? '—';

const en: Words = {
  title: (name) => `Ledger of the publisher that calls itself ${name}`,
  number: 'Its number',
  status: {
    trusted: 'Its number was compared: trusted.',
    quarantined: 'Its number was not compared: in quarantine.',
    unknown: 'Not known.',
  },
  list: (version, issued, seen) =>
    `List ${version}, which the publisher says it issued on ${issued}.${seen > version ? ` A list ${seen} exists.` : ''}`,
  next: (date) => `The publisher planned the next list by ${date}.`,
  files: ({ listed, here, missing, damaged, delisted, partial }) =>
    `${listed} ${listed === 1 ? 'file' : 'files'} issued: ${here} held, ${missing} missing, ${damaged} damaged. No longer listed: ${delisted}. Held in part: ${partial}.`,
  records: ({ current, revisions, withdrawn, delisted, stolenKey }) =>
    `${current} records in ${revisions} revisions: ${withdrawn} withdrawn, ${delisted} only in files no longer listed, ${stolenKey} signed with a stolen key only.`,
  keys: 'Key history',
  key: ({ version, signed, threshold, keys }) =>
    `Root ${version}: signed by ${signed} holders; ${threshold} of ${keys} must agree to the next change.`,
  revoked: ({ key, role, fromVersion, at, why }) =>
    `Key ${key.slice(0, 16)} for ${role} was taken back on ${at ?? '—'}, for lists from ${fromVersion} on: ${why}`,
  delegate: ({ role, namespaces, version }) =>
    `${role} may speak for ${namespaces.join(', ')} (its list ${version}).`,
  evidence: ({ code, role, version, hashes }) =>
    code === 'equivocation'
      ? `WARNING: two different lists ${role} ${version} carry this publisher's signature: ${hashes.join(' and ')}.`
      : `WARNING: a later list remembers list ${role} ${version} otherwise than it was seen: ${hashes.join(' and ')}.`,
  state: { held: 'held', missing: 'missing', damaged: 'damaged', partial: 'held in part' },
  delisted: 'no longer listed',
  withdrawn: 'withdrawn by the publisher',
  stolen: 'signed with a stolen key',
  entries: 'Files',
};

const ur: Words = {
  title: (name) => `اس ناشر کا کھاتہ جو خود کو ${name} کہتا ہے`,
  number: 'اس کا نمبر',
  status: {
    trusted: 'نمبر ملایا گیا: قابلِ اعتماد۔',
    quarantined: 'نمبر نہیں ملایا گیا: الگ رکھا ہوا۔',
    unknown: 'نامعلوم۔',
  },
  list: (version, issued, seen) =>
    `فہرست ${version}، جو ناشر کے بقول ${issued} کو جاری ہوئی۔${seen > version ? ` فہرست ${seen} بھی موجود ہے۔` : ''}`,
  next: (date) => `ناشر نے اگلی فہرست ${date} تک دینے کا کہا تھا۔`,
  files: ({ listed, here, missing, damaged, delisted, partial }) =>
    `جاری شدہ فائلیں ${listed}: موجود ${here}، غائب ${missing}، خراب ${damaged}۔ اب فہرست میں نہیں: ${delisted}۔ جزوی: ${partial}۔`,
  records: ({ current, revisions, withdrawn, delisted, stolenKey }) =>
    `${current} ریکارڈ، ${revisions} صورتیں: واپس لیے گئے ${withdrawn}، صرف غیر فہرست شدہ فائلوں میں ${delisted}، صرف چوری شدہ کلید سے دستخط شدہ ${stolenKey}۔`,
  keys: 'کلیدوں کی تاریخ',
  key: ({ version, signed, threshold, keys }) =>
    `روٹ ${version}: ${signed} افراد کے دستخط؛ اگلی تبدیلی کے لیے ${keys} میں سے ${threshold} کی رضامندی لازم۔`,
  revoked: ({ key, role, fromVersion, at, why }) =>
    `کلید ${key.slice(0, 16)} برائے ${role} ${at ?? '—'} کو واپس لی گئی، فہرست ${fromVersion} سے آگے: ${why}`,
  delegate: ({ role, namespaces, version }) =>
    `${role} کو ${namespaces.join('، ')} کی طرف سے بولنے کا اختیار ہے (فہرست ${version})۔`,
  evidence: ({ code, role, version, hashes }) =>
    code === 'equivocation'
      ? `خبردار: ایک ہی نمبر (${role} ${version}) کی دو مختلف فہرستوں پر اس ناشر کے دستخط ہیں: ${hashes.join(' اور ')}۔`
      : `خبردار: بعد کی فہرست ${role} ${version} کو اس سے مختلف بتاتی ہے جو دیکھی گئی تھی: ${hashes.join(' اور ')}۔`,
  state: { held: 'موجود', missing: 'غائب', damaged: 'خراب', partial: 'جزوی' },
  delisted: 'اب فہرست میں نہیں',
  withdrawn: 'ناشر نے واپس لی',
  stolen: 'چوری شدہ کلید سے دستخط شدہ',
  entries: 'فائلیں',
};

const WORDS: Record<Language, Words> = { en, ur };

/** The ledger in words. */
export function ledgerText(ledger: PublisherLedger, language: Language): string {
  const words = WORDS[language];
  const { publisher, list, keys, revoked, delegates, evidence, entries } = ledger;
  const name = publisher.names[language] ?? publisher.names.en ?? Object.values(publisher.names)[0];
  const digits = fingerprintGroups(publisher.fingerprint, language satisfies DigitScript).join(' ');
  const lines = [
    words.title(name ?? ''),
    `${words.number}: ${digits}`,
    `SHA-256: ${publisher.fingerprint}`,
    words.status[publisher.status],
    '',
    words.list(list.version, day(list.issued), list.seen),
    words.next(day(list.nextExpected)),
    words.files(ledger.files),
    words.records(ledger.records),
    ...evidence.map(words.evidence),
    '',
    `${words.keys}:`,
    ...keys.map(words.key),
    ...revoked.map(words.revoked),
    ...delegates.map(words.delegate),
    '',
    `${words.entries}:`,
    ...entries.map((file) => {
      const marks = [
        ...(file.withdrawn && file.state === 'missing' ? [] : [words.state[file.state]]),
        ...(file.withdrawn ? [words.withdrawn] : []),
        ...(file.listed ? [] : [words.delisted]),
        ...(file.stolenKey ? [words.stolen] : []),
      ];
      return `${file.hash}  ${file.path}  (${marks.join(', ')})`;
    }),
  ];
  return `${lines.join('\n')}\n`;
}

interface Export {
  archive: Database;
  publisher: string;
  language: Language;
  path: string;
}

/** Writes the ledger to a file; throws `publisher_unknown`, `file_unwritable` and `disk_full`. */
export async function exportLedger(what: Export): Promise<{ bytes: number }> {
  const { archive, publisher, language, path } = what;
  const text = ledgerText(await publisherLedger(archive, publisher), language);
  try {
    writeAtomically(path, text);
  } catch (error) {
    throw asWritingFault(error, basename(path));
  }
  return { bytes: Buffer.byteLength(text) };
}
