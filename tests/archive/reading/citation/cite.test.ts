// Citations say what a record says, in any style, and nothing else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { body } from '../../../../src/main/archive/reading/body.ts';
import { escapeBibtex } from '../../../../src/main/archive/reading/citation/bibtex.ts';
import { cite } from '../../../../src/main/archive/reading/citation/cite.ts';
import {
  type Cited,
  civilDateInWords,
  dateInWords,
} from '../../../../src/main/archive/reading/citation/facts.ts';
import { record as recordSchema } from '../../../../src/shared/record.ts';

const HASH = '0123456789abcdef'.repeat(4);

const statement = {
  id: 'press/2024-02-17-access',
  kind: 'document',
  revision: 2,
  schema: 'record/1',
  lang: 'en',
  title: 'Restore access now',
  updated: '2026-11-22',
  genre: 'statement',
  text_kind: 'digest',
  body: 'Eleven groups asked for access.',
  published: { value: '2024-02-17', precision: 'day', kind: 'actual' },
  confidence: 'high',
  disputed: 'Two lists of signatories differ.',
  rights: 'CC BY 4.0',
  correction: 'The number of groups was ten',
  sources: [
    {
      title: 'Joint statement',
      publisher: 'Digital Rights Group',
      author: 'A. Writer',
      date: '2024-02',
      url: 'https://example.org/statement?a=1&b=2',
      archived_url: 'https://archive.example/1',
      read: 'whole',
      supports: 'everything',
    },
    { title: 'Untold', read: 'not_read' },
  ],
};

const outage = {
  id: 'press/outage',
  kind: 'event',
  revision: 1,
  schema: 'record/1',
  lang: 'en',
  title: 'Mobile data cut on election day',
  updated: '2026-11-20',
  event_type: 'restriction',
  summary: 'Cut.',
  start: { value: '2024-02-08', precision: 'day', kind: 'actual' },
  end: { value: '2024-02', precision: 'month', kind: 'estimated' },
  status: 'ended',
  restriction: { type: 'shutdown' },
  confidence: 'medium',
  rights: 'CC BY 4.0',
  sources: [{ title: 'One report', publisher: 'A paper', read: 'excerpt' }],
};

const cited = (record: unknown, more: Partial<Cited> = {}): Cited => ({
  record: recordSchema.parse(record),
  shelf: 'mahfuz',
  shelfName: 'Bundled with Mahfuz',
  hash: HASH,
  ...more,
});

describe('a citation as text', () => {
  it('names the digest, the revision it was read in, what is uncertain, and every source', () => {
    expect(cite(cited(statement), 'text').split('\n')).toEqual([
      "Restore access now. Statement, digest in the archive's own words, 17 February 2024. Mahfuz archive, press/2024-02-17-access, revision 2 of 22 November 2026, SHA-256 0123456789abcdef…",
      'Corrected in this revision: The number of groups was ten.',
      'Confidence: high.',
      'Disputed: Two lists of signatories differ.',
      'Sources:',
      '1. A. Writer. Joint statement. Digital Rights Group, February 2024. https://example.org/statement?a=1&b=2, archived at https://archive.example/1 (read whole)',
      '2. Untold. n.d. (not read)',
    ]);
  });

  it('gives both ends of an event and says when it rests on one source', () => {
    const lines = cite(cited(outage), 'text').split('\n');
    expect(lines[0]).toContain('Event, 8 February 2024 to February 2024 (estimated).');
    expect(lines).toContain('Rests on one source.');
    expect(lines.slice(-2)).toEqual([
      'Source:',
      '1. One report. A paper, n.d. (read as an excerpt)',
    ]);
  });

  it('says n.d. for a document without a date, and invents none', () => {
    const text = cite(cited({ ...statement, published: null }), 'text');
    expect(text).toContain("digest in the archive's own words, n.d. Mahfuz archive");
  });

  it('puts the authors of a whole text first', () => {
    const full = { ...statement, text_kind: 'full', authors: ['Amna B.', 'C. D'] };
    expect(cite(cited(full), 'text')).toMatch(
      /^Amna B\.; C\. D\. Restore access now\. Statement, full text, 17 February 2024\./,
    );
  });

  it('does not pass its own digest off as the words of those whom it digests', () => {
    const text = cite(cited({ ...statement, authors: ['High Court of Sindh'] }), 'text');
    expect(text).toMatch(
      /^Restore access now\. Statement by High Court of Sindh, digest in the archive's own words, 17/,
    );
    const [item] = JSON.parse(cite(cited({ ...statement, authors: ['The Court'] }), 'csl')) as [
      object,
    ];
    expect(item).not.toHaveProperty('author');
  });

  it('says who vouches for it: a publisher by name and key, or nobody', () => {
    const shelf = 'ab'.repeat(32);
    expect(cite(cited(statement, { shelf, shelfName: 'Some Monitor' }), 'text')).toContain(
      'Some Monitor (publisher abababababababab…), read in Mahfuz, press/',
    );
    expect(cite(cited(statement, { shelf: 'local', shelfName: 'Local' }), 'text')).toContain(
      'unsigned file, read in Mahfuz, press/',
    );
  });

  it('tells of a retraction, and of one for safety without giving its sources or text away', () => {
    const withdrawn = { at: '2026-01-02', why: 'names a witness', safety: false };
    expect(cite(cited({ ...statement, withdrawn }), 'text')).toContain(
      'Withdrawn on 2 January 2026: names a witness.',
    );
    for (const style of ['text', 'markdown', 'bibtex', 'csl'] as const) {
      const safe = cite(
        cited({ ...statement, authors: ['Secret'], withdrawn: { ...withdrawn, safety: true } }),
        style,
      );
      expect(safe).toMatch(/[Ww]ithdrawn for safety on 2 January 2026/);
      expect(safe).not.toMatch(/witness|Secret|Writer|example\.org|signatories|ten/);
    }
  });

  it('keeps a title with line breaks and direction marks on one line', () => {
    const title = 'a\u202eb\n\nc\u2067';
    expect(cite(cited({ ...statement, title }), 'text')).toMatch(/^ab c\. Statement/);
  });
});

describe('a date in words', () => {
  it.each([
    [{ value: '2006', precision: 'year', kind: 'actual' }, '2006'],
    [{ value: '2006-03', precision: 'month', kind: 'reported' }, 'March 2006 (reported)'],
    [{ value: '2006-03-02', precision: 'day', kind: 'actual' }, '2 March 2006'],
    [
      { value: '2024-02-08T07:30+05:00', precision: 'minute', kind: 'estimated' },
      '8 February 2024, 07:30 (UTC+05:00) (estimated)',
    ],
    [
      { value: '2024-02-08T07:30Z', precision: 'minute', kind: 'actual' },
      '8 February 2024, 07:30 (UTC)',
    ],
  ] as const)('%j is %s', (date, words) => {
    expect(dateInWords(date)).toBe(words);
  });

  it('is never more precise than what is known', () => {
    expect(civilDateInWords('2024-02')).toBe('February 2024');
  });
});

describe('a citation as Markdown', () => {
  it('reads as the plain text does once it is set, whatever the record says', () => {
    const hostile = fc
      .string({ unit: fc.constantFrom(...'*_`[]()<>#-+=.|~!&\\1a ں'), minLength: 1, maxLength: 30 })
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(hostile, hostile, (title, disputed) => {
        const record = cited({ ...statement, title, disputed });
        const words = (text: string) => text.replace(/^\d+\. /gm, '').replace(/\s+/g, ' ');
        expect(words(body(cite(record, 'markdown')).canonical)).toBe(words(cite(record, 'text')));
      }),
      { numRuns: 500 },
    );
  });
});

/** Reads one field of a BibTeX entry as BibTeX does: by counting braces. */
function bibtexField(source: string, name: string): string {
  const start = source.indexOf(`  ${name} = {`) + name.length + 6;
  let depth = 1;
  let end = start;
  for (; depth > 0 && end < source.length; end += 1) {
    if (source[end] === '{') depth += 1;
    if (source[end] === '}') depth -= 1;
  }
  return source.slice(start, end - 1);
}

describe('a citation as BibTeX', () => {
  it('has one entry for the record and one for each source', () => {
    expect(cite(cited(statement), 'bibtex')).toBe(
      `@misc{press:2024-02-17-access,
  title = {{Restore access now}},
  year = {2026},
  month = nov,
  day = {22},
  howpublished = {Mahfuz archive},
  note = {statement, digest in the archive's own words, 17 February 2024. press/2024-02-17-access, revision 2, SHA-256 0123456789abcdef… Corrected in this revision: The number of groups was ten. Confidence: high. Disputed: Two lists of signatories differ.},
  langid = {en}
}

@misc{press:2024-02-17-access:source-1,
  author = {{A. Writer}},
  title = {{Joint statement}},
  publisher = {{Digital Rights Group}},
  year = {2024},
  month = feb,
  url = {https://example.org/statement?a=1&b=2},
  note = {Archived at https://archive.example/1. Read whole.}
}

@misc{press:2024-02-17-access:source-2,
  title = {{Untold}},
  year = {n.d.},
  note = {Not read.}
}`,
    );
  });

  it('keeps entry and fields whole whatever a title holds', () => {
    fc.assert(
      fc.property(
        fc
          .string({ unit: fc.constantFrom(...'{}\\%#&$_~^"@,=a '), minLength: 1, maxLength: 40 })
          .filter((text) => text.trim() !== ''),
        (title) => {
          const written = cite(cited({ ...statement, title }), 'bibtex');
          const clean = title.replace(/\s+/g, ' ').trim();
          expect(bibtexField(written, 'title')).toBe(`{${escapeBibtex(clean)}}`);
          expect(bibtexField(written, 'langid')).toBe('en');
        },
      ),
    );
  });

  it('spells out what LaTeX would take for itself', () => {
    expect(escapeBibtex('50% {of} a_b & c\\d ~ ^ # $ ایکس')).toBe(
      '50\\% \\textbraceleft{}of\\textbraceright{} a\\_b \\& c\\textbackslash{}d \\textasciitilde{} \\textasciicircum{} \\# \\$ ایکس',
    );
  });

  it('encodes what would end an address', () => {
    const sources = [{ title: 'x', url: 'https://x.example/{a}\\b', read: 'whole' }];
    expect(bibtexField(cite(cited({ ...statement, sources }), 'bibtex'), 'url')).toBe(
      'https://x.example/%7Ba%7D%5Cb',
    );
  });
});

describe('a citation as CSL-JSON', () => {
  it('gives dates as precisely as known and leaves out what is not', () => {
    const [record, source] = JSON.parse(cite(cited(outage), 'csl')) as Record<string, unknown>[];
    expect(record).toMatchObject({
      id: 'press/outage',
      type: 'entry',
      'container-title': 'Mahfuz archive',
      issued: { 'date-parts': [[2026, 11, 20]] },
      'event-date': {
        'date-parts': [
          [2024, 2, 8],
          [2024, 2],
        ],
        circa: true,
      },
      version: '1',
    });
    expect(source).toEqual({
      id: 'press/outage#source-1',
      type: 'document',
      title: 'One report',
      publisher: 'A paper',
      note: 'read as an excerpt',
    });
  });

  it('gives a document its original date, and its source an address', () => {
    const [record, source] = JSON.parse(cite(cited(statement), 'csl')) as Record<string, unknown>[];
    expect(record).toMatchObject({ 'original-date': { 'date-parts': [[2024, 2, 17]] } });
    expect(source).toMatchObject({
      type: 'webpage',
      author: [{ literal: 'A. Writer' }],
      issued: { 'date-parts': [[2024, 2]] },
      URL: 'https://example.org/statement?a=1&b=2',
    });
  });
});
