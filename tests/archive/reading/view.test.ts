// Opening a record shows it whole, with what it links to and what points to it, and nothing that was withdrawn for safety.
import { beforeEach, describe, expect, it } from 'vitest';
import { citeRecord } from '../../../src/main/archive/reading/citation/cite-record.ts';
import { type Opening, recordView } from '../../../src/main/archive/reading/view.ts';
import { putRevision } from '../../../src/main/archive/store/merge.ts';
import { openArchiveFile } from '../../../src/main/archive/store/schema.ts';
import type { Database } from '../../../src/main/sqlite/open.ts';
import type { ArchiveRecord } from '../../../src/shared/record.ts';
import { sampleDocument, sampleEvent, sampleOrganisation, sampleTerm } from '../sample.ts';

const noUses = () => ({ usedIn: [], usedInTotal: 0 });

let db: Database;
beforeEach(() => {
  db = openArchiveFile(':memory:');
  return () => db.close();
});

function put(...records: ArchiveRecord[]) {
  db.transaction(() => {
    for (const record of records) putRevision(db, 'mahfuz', record);
  })();
}

const open = (id: string, more: Partial<Opening> = {}) => recordView(db, { id, ...more }, noUses);

const withdrawn = { at: '2026-05-01', why: 'It names a witness.', safety: true };

describe('an opened record', () => {
  it('carries its body and that of each translation as trees', () => {
    put(
      sampleDocument({ translations: { ur: { title: 'عنوان', body: 'متن' }, fa: { title: 'x' } } }),
    );
    const { bodies, record, shelfName, hidden, conflict } = open('test/statement');
    expect(Object.keys(bodies)).toEqual(['en', 'ur']);
    expect(bodies.ur?.canonical).toBe('متن');
    expect(record.title).toBe('A ministry states why the network was slow');
    expect({ shelfName, hidden, conflict }).toEqual({
      shelfName: 'Bundled with Mahfuz',
      hidden: false,
      conflict: false,
    });
  });

  it('shows what it links to where that is here, by the link as written', () => {
    put(
      sampleDocument({
        about: [{ event: 'mahfuz:test/blackout', role: 'reports' }],
        mentions: [{ id: 'test/org-ministry', printed: 'the Ministry' }],
        related: ['test/not-here'],
      }),
      sampleEvent(),
      sampleOrganisation(),
    );
    const { linked } = open('test/statement');
    expect(Object.entries(linked).map(([link, row]) => [link, row.title])).toEqual([
      ['test/org-ministry', 'Ministry of Cables'],
      ['mahfuz:test/blackout', 'Three nights without a network'],
    ]);
  });

  it('gathers all that concerns an organisation, most recent first, with the role of each link', () => {
    const mentions = [{ id: 'test/org-ministry', printed: 'the Ministry' }];
    const published = { value: '2025-01-01', precision: 'day', kind: 'actual' };
    put(
      sampleOrganisation(),
      sampleDocument({ mentions }),
      sampleDocument({ id: 'test/later', mentions, published }),
      sampleDocument({ id: 'test/undated', mentions, published: null }),
    );
    const { incoming, incomingTotal } = open('test/org-ministry');
    expect(incomingTotal).toBe(3);
    expect(incoming.map(({ role, row }) => [role, row.id])).toEqual([
      ['mentions', 'test/later'],
      ['mentions', 'test/statement'],
      ['mentions', 'test/undated'],
    ]);
  });

  it('asks for the uses of a term, and of nothing else', () => {
    put(sampleTerm(), sampleEvent());
    const asked: string[] = [];
    const uses = ({ record }: { record: ArchiveRecord }) => {
      asked.push(record.id);
      return noUses();
    };
    recordView(db, { id: 'test/term-throttling' }, uses);
    recordView(db, { id: 'test/blackout' }, uses);
    expect(asked).toEqual(['test/term-throttling']);
  });

  it('lists its revisions, newest first, and opens an older one on demand', () => {
    put(
      sampleDocument({ title: 'First' }),
      sampleDocument({ title: 'Second', revision: 2, correction: 'The title.' }),
    );
    const { record, revisions } = open('test/statement');
    expect(record.title).toBe('Second');
    expect(
      revisions.map(({ revision, current, correction }) => [revision, current, correction]),
    ).toEqual([
      [2, true, 'The title.'],
      [1, false, null],
    ]);
    expect(open('test/statement', { revision: 1 }).record.title).toBe('First');
  });

  it('says when two texts claim the same revision', () => {
    put(sampleDocument({ title: 'One' }), sampleDocument({ title: 'Other' }));
    expect(open('test/statement').conflict).toBe(true);
  });

  it('opens each of two such texts by its hash, and says which one it shows', () => {
    put(sampleDocument({ title: 'One' }), sampleDocument({ title: 'Other' }));
    const { revisions, hash } = open('test/statement');
    expect(revisions.find(({ current }) => current)?.hash).toBe(hash);
    const views = revisions.map((row) => open('test/statement', { hash: row.hash }));
    expect(views.map((view) => view.hash)).toEqual(revisions.map((row) => row.hash));
    expect(new Set(views.map(({ record }) => record.title))).toEqual(new Set(['One', 'Other']));
  });

  it.each([
    ['a record', { id: 'test/none' }],
    ['a shelf', { id: 'test/statement', shelf: 'local' }],
    ['a revision', { id: 'test/statement', revision: 9 }],
    ['a hash', { id: 'test/statement', hash: 'ab'.repeat(32) }],
  ])('is not found where %s is not here', (_, { id, ...more }) => {
    put(sampleDocument());
    expect(() => open(id, more)).toThrow(expect.objectContaining({ code: 'not_found' }));
  });
});

describe('a cited record', () => {
  it('is named by the hash of its current revision and the name of its shelf', () => {
    put(sampleDocument(), sampleDocument({ revision: 2, title: 'Second' }));
    const hash = open('test/statement').revisions[0]?.hash.slice(0, 16);
    const text = citeRecord(db, { id: 'test/statement' }, 'text');
    expect(text).toMatch(/^Second\. .* Mahfuz archive, test\/statement, revision 2 of/);
    expect(text).toContain(`SHA-256 ${hash}…`);
  });

  it('is cited in the revision that is read', () => {
    put(sampleDocument({ title: 'First' }), sampleDocument({ revision: 2, title: 'Second' }));
    const first = open('test/statement', { revision: 1 });
    for (const read of [{ revision: 1 }, { hash: first.hash }]) {
      const text = citeRecord(db, { id: 'test/statement', ...read }, 'text');
      expect(text).toMatch(/^First\. .* revision 1 of/);
      expect(text).toContain(`SHA-256 ${first.hash.slice(0, 16)}…`);
    }
    expect(() => citeRecord(db, { id: 'test/statement', revision: 3 }, 'text')).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
  });

  it('says of no revision what a later one withdrew for safety', () => {
    put(sampleDocument({ authors: ['Zainab'] }), sampleDocument({ revision: 2, withdrawn }));
    const text = citeRecord(db, { id: 'test/statement', revision: 1 }, 'markdown');
    expect(text).toContain('Withdrawn for safety');
    expect(text).not.toMatch(/Zainab/);
  });

  it('is not found where it is not here', () => {
    expect(() => citeRecord(db, { id: 'test/none' }, 'csl')).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
  });
});

describe('a record withdrawn for safety', () => {
  const secrets = {
    authors: ['Zainab'],
    body: 'Zainab spoke.',
    disputed: 'Zainab disputes it.',
    signatories: ['Zainab'],
    demands: ['Free Zainab'],
    figures: [{ what: 'Zainab', value: '1' }],
    mentions: [{ id: null, printed: 'Zainab' }],
    places: [{ country: 'PK', region: "Zainab's village" }],
    sources: [{ title: 'Interview with Zainab', read: 'whole' }],
    translations: { ur: { title: 'عنوان', body: 'Zainab', disputed: 'Zainab' } },
  };
  const safe = sampleDocument({ ...secrets, revision: 2, correction: 'Zainab', withdrawn });

  it('keeps its title and withdrawal and loses every text, in every language', () => {
    put(safe);
    const view = open('test/statement');
    expect(view.hidden).toBe(true);
    expect(view.record.withdrawn?.why).toBe('It names a witness.');
    expect(view.bodies).toEqual({});
    expect(JSON.stringify(view)).not.toContain('Zainab');
  });

  it.each([
    [
      'event',
      sampleEvent({
        summary: 'Zainab',
        claims: [{ field: 'x', value: 'Zainab' }],
        ordered_by: ['Zainab'],
        official_reason: 'Zainab',
        withdrawn,
      }),
    ],
    ['organisation', sampleOrganisation({ about: 'Zainab', withdrawn })],
    ['term', sampleTerm({ definition: 'Zainab', withdrawn })],
  ])('loses its text as an %s too', (_, record) => {
    put(record);
    expect(JSON.stringify(open(record.id))).not.toContain('Zainab');
  });

  it('is shown whole when it is opened knowingly', () => {
    put(safe);
    const view = open('test/statement', { reveal: true });
    expect(view.hidden).toBe(false);
    expect(view.bodies.en?.canonical).toBe('Zainab spoke.');
  });

  it('hides its older revisions with it, although they were never withdrawn themselves', () => {
    put(sampleDocument(secrets), sampleDocument({ revision: 2, body: '', withdrawn }));
    const old = open('test/statement', { revision: 1 });
    expect(old.hidden).toBe(true);
    expect(JSON.stringify(old)).not.toContain('Zainab');
  });

  it('shows a record that was only retracted as it is', () => {
    put(sampleDocument({ ...secrets, withdrawn: { ...withdrawn, safety: false } }));
    expect(open('test/statement').bodies.en?.canonical).toBe('Zainab spoke.');
  });
});
