// Publishers, numbers and findings are worded exactly, in both languages and in any digits.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedWords } from '../../../src/renderer/i18n.ts';
import { asciiDigits, heard, typedGroups } from '../../../src/renderer/views/packs/digits.ts';
import {
  filesOf,
  gravestFirst,
  publisherName,
  wordGroup,
  wordHolding,
  wordNext,
  wordNote,
  wordThresholds,
} from '../../../src/renderer/views/packs/wording.ts';
import type { Words } from '../../../src/renderer/wording/words.ts';
import { PACK_NOTES, type PackNote, type PublisherRow } from '../../../src/shared/pack.ts';

const en: Words = { language: 'en', digits: 'latin', t: fixedWords('en') };
const ur: Words = { language: 'ur', digits: 'native', t: fixedWords('ur') };

const row: PublisherRow = {
  fingerprint: 'ab'.repeat(32),
  digits: ['23501', '30321', '22229', '00012', '99999', '10101', '45454', '00000'],
  status: 'quarantined',
  names: { en: 'Network Watch', ur: 'نیٹ ورک واچ' },
  about: '',
  contact: '',
  rootVersion: 1,
  rootThreshold: 2,
  rootKeys: 3,
  listThreshold: 1,
  listKeys: 1,
  resembles: [],
  records: 1200,
  files: { listed: 14, here: 12, fresh: 0, missing: 1, damaged: 1 },
  bytes: 1,
  listVersion: 14,
  issued: '2026-03-03T00:00:00Z',
  warnings: [],
};

describe('digits', () => {
  it('are read in every script that people write them in', () => {
    expect(asciiDigits('۲۳۵۰۱ ٣٠٣٢١ 22229 २२२ ၁၂')).toBe('23501303212222922212');
    expect(asciiDigits('no – digits')).toBe('');
  });

  it('that run on fill the next groups, and change none before', () => {
    const empty = Array.from({ length: 8 }, () => '');
    expect(typedGroups(empty, 0, '23501 30321 22')).toEqual([
      '23501',
      '30321',
      '22',
      '',
      '',
      '',
      '',
      '',
    ]);
    expect(typedGroups(['1', '', '', '', '', '', '', ''], 7, '۱۲۳۴۵۶')).toEqual([
      '1',
      '',
      '',
      '',
      '',
      '',
      '',
      '12345',
    ]);
    expect(typedGroups(['12345', '67890', '', '', '', '', '', ''], 0, '1234')).toEqual([
      '1234',
      '67890',
      '',
      '',
      '',
      '',
      '',
      '',
    ]);
  });

  it('never make a group longer than five, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(7), (text, at) => {
        const groups = typedGroups(
          Array.from({ length: 8 }, () => ''),
          at,
          text,
        );
        expect(groups).toHaveLength(8);
        for (const group of groups) expect(group).toMatch(/^\d{0,5}$/);
      }),
    );
  });

  it('are compared only when a group is whole', () => {
    expect(heard('2350', '23501')).toBe('open');
    expect(heard('23501', '23501')).toBe('matches');
    expect(heard('23502', '23501')).toBe('differs');
  });
});

describe('a publisher', () => {
  it('has one line that says what was issued and what is here', () => {
    expect(wordHolding(row, en)).toBe(
      'List 14, issued 3 March 2026; 14 files issued, you hold 12, 1 missing, 1 damaged',
    );
    expect(wordHolding(row, ur)).toBe(
      'فہرست ۱۴، جاری شدہ ۳ مارچ ۲۰۲۶؛ ۱۴ فائلیں جاری ہوئیں، ۱۲ آپ کے پاس ہیں، ۱ غائب، ۱ خراب',
    );
  });

  it('says nothing of what is not missing', () => {
    const whole = { ...row, files: { ...row.files, here: 14, missing: 0, damaged: 0 } };
    expect(wordHolding(whole, en)).toMatch(/you hold 14$/);
  });

  it('is called by its name in the language of the reader, and told when it has none', () => {
    expect(publisherName(row, ur)).toEqual({ lang: 'ur', text: 'نیٹ ورک واچ' });
    expect(publisherName({ names: { fr: 'Réseau' } }, en)).toEqual({ lang: 'fr', text: 'Réseau' });
    expect(publisherName({ names: {} }, en).text).toBe('A publisher without a name');
  });

  it('says who must agree to what', () => {
    expect(wordThresholds(row, en)).toEqual([
      '2 of 3 holders must agree to change keys.',
      '1 key signs the lists.',
    ]);
    expect(wordThresholds({ ...row, rootThreshold: 1, rootKeys: 1 }, en)[0]).toBe(
      'One holder alone can change the keys.',
    );
  });

  it('has a number in the digits that the reader chose, zeros kept', () => {
    expect(wordGroup('00012', en)).toBe('00012');
    expect(wordGroup('00012', ur)).toBe('۰۰۰۱۲');
  });
});

describe('what was found', () => {
  const note = (code: PackNote['code'], detail: PackNote['detail'] = {}): PackNote => ({
    code,
    severity: 'info',
    detail,
  });

  it('is said with its facts where they are known', () => {
    // Its numbers are those of signatures over the lists, which need not be the numbers of lists.
    expect(wordNote(note('older-pack', { version: 12, held: 14 }), en)).toBe(
      'This stick is older than what you already have. Its files were checked against your newer list.',
    );
    expect(wordNote(note('delisted', { files: 1 }), en)).toBe(
      'The publisher no longer lists 1 file that you hold. You still have it; it is marked.',
    );
    expect(wordNote(note('expired', { since: '2026-03-03T00:00:00Z' }), en)).toContain(
      '3 March 2026',
    );
    expect(wordNote(note('damaged', { files: 2 }), ur)).toContain('۲');
  });

  it.each(PACK_NOTES)('%s has a whole sentence in both languages without any facts', (code) => {
    for (const words of [en, ur]) {
      const said = wordNote(note(code), words);
      expect(said).not.toBe(code);
      expect(said).not.toMatch(/\{\{|undefined|^packs\./);
    }
  });

  it('says what to do next where a list is refused', () => {
    for (const code of [
      'unsigned',
      'mixed',
      'rollback',
      'no-root',
      'key-history',
      'too-large',
      'malformed',
      'newer-format',
      'crashed-before',
    ] as const) {
      expect(wordNext(note(code), en)).toMatch(/\.$/);
      expect(wordNext(note(code), ur)).toMatch(/۔$/);
    }
    expect(wordNext(note('clock'), en)).toBeNull();
  });

  it('is said once for all files that it is true of', () => {
    const damaged = ['a/1', 'a/2'].map((file) => note('damaged', { file }));
    const newer = [
      note('needs-newer-reader', { file: 'a/1', lines: 2 }),
      note('needs-newer-reader', { file: 'a/2', lines: 3 }),
    ];
    const expired = ['2027-01-01', '2026-05-01'].map((since) =>
      note('expired', { role: 'x', since }),
    );
    expect(
      gravestFirst([...damaged, ...newer, ...expired]).map((one) => wordNote(one, en)),
    ).toEqual([
      '2 files are damaged on this stick. The others are safe.',
      '5 records need a newer Mahfuz. They are kept for later.',
      expect.stringContaining('1 May 2026'),
    ]);
    expect(filesOf(damaged, 'damaged')).toEqual(['a/1', 'a/2']);
  });

  it('comes with the gravest first, and nothing twice', () => {
    const notes: PackNote[] = [
      note('expired'),
      { ...note('equivocation'), severity: 'warning' },
      note('expired'),
      { ...note('unsigned'), severity: 'refusal' },
    ];
    expect(gravestFirst(notes).map(({ code }) => code)).toEqual([
      'unsigned',
      'equivocation',
      'expired',
    ]);
  });
});
