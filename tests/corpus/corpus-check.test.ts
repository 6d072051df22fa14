// Each rule of the corpus, broken once: the check must name the record and the fault.
import { describe, expect, it } from 'vitest';
import { checkCorpus } from '../../scripts/corpus-check.ts';
import { type SmallCorpus, smallCorpus } from './small-corpus.ts';

function faults(breakIt: (corpus: SmallCorpus) => void): string[] {
  const corpus = smallCorpus();
  breakIt(corpus);
  const { document, event, organisation, term, vocabularies } = corpus;
  return checkCorpus([document, event, organisation, term], vocabularies);
}

type Case = [title: string, breakIt: (corpus: SmallCorpus) => void, fault: string];

const links: Case[] = [
  [
    'an id stands for one record',
    (c) => {
      c.term.id = 'mahfuz/org-watchers';
    },
    'mahfuz/org-watchers: the id is used twice',
  ],
  [
    'a link leads somewhere',
    (c) => {
      c.event.related = ['mahfuz/gone'];
    },
    'mahfuz/block: related links to mahfuz/gone, which does not exist',
  ],
  [
    'a mention leads to an organisation',
    (c) => {
      c.event.mentions = [{ id: 'mahfuz/term-lamp', printed: 'Lamp', role: null }];
    },
    'mahfuz/block: mentions links to mahfuz/term-lamp, a term',
  ],
  [
    'a claim rests on a document',
    (c) => {
      const claim = { field: 'start', value: '2024-02-16', when: null, who: 'The Watchers' };
      c.event.claims = [
        { ...claim, document: 'mahfuz/block', source_class: null, confidence: null },
      ];
    },
    'mahfuz/block: claims links to the record itself',
  ],
  [
    'a link stands once in its list',
    (c) => {
      c.document.related = ['mahfuz/block', 'mahfuz/block'];
    },
    'mahfuz/order: related mahfuz/block is listed twice',
  ],
  [
    'an event lists the documents that are about it',
    (c) => {
      c.event.documents = [];
    },
    'mahfuz/order: is about mahfuz/block, which does not list it among its documents',
  ],
  [
    'a document is about the events that list it',
    (c) => {
      c.document.about = [];
    },
    'mahfuz/block: lists the document mahfuz/order, which does not say that it is about it',
  ],
];

const dates: Case[] = [
  [
    'an event does not end before it starts',
    (c) => {
      c.event.status = 'ended';
      c.event.status_as_of = null;
      c.event.end = { value: '2024-01', precision: 'month', kind: 'actual' };
    },
    'mahfuz/block: ends before it starts',
  ],
  [
    'an event does not start in the future',
    (c) => {
      c.event.start = { value: '2027', precision: 'year', kind: 'reported' };
      c.event.status_as_of = null;
    },
    'mahfuz/block: starts in the future',
  ],
  [
    'an event does not end in the future',
    (c) => {
      c.event.end = { value: '2027-01-01', precision: 'day', kind: 'reported' };
    },
    'mahfuz/block: ends in the future',
  ],
  [
    'a status is not older than its event',
    (c) => {
      c.event.status_as_of = '2024-02-01';
    },
    'mahfuz/block: its status is dated before its start or in the future',
  ],
  [
    'a document is not published in the future',
    (c) => {
      c.document.published = { value: '2027', precision: 'year', kind: 'actual' };
    },
    'mahfuz/order: is published in the future',
  ],
  [
    'a source is not younger than its record',
    (c) => {
      for (const source of c.term.sources) source.date = '2026-12-01';
    },
    'mahfuz/term-lamp: a source is dated 2026-12-01, after the record itself',
  ],
];

const statuses: Case[] = [
  [
    'ongoing says as of when',
    (c) => {
      c.event.status_as_of = null;
    },
    'mahfuz/block: is ongoing, but does not say as of when',
  ],
  [
    'only ongoing has a date of its own',
    (c) => {
      c.event.status = 'unknown';
    },
    'mahfuz/block: dates a status that is not ongoing',
  ],
  [
    'what goes on has no end',
    (c) => {
      c.event.end = { value: '2024-02-19', precision: 'day', kind: 'actual' };
    },
    'mahfuz/block: has an end, but is ongoing',
  ],
  [
    'what has ended without a day says why',
    (c) => {
      c.event.status = 'ended';
      c.event.status_as_of = null;
    },
    'mahfuz/block: has ended without an end, and does not say why',
  ],
  [
    'a restriction has a status',
    (c) => {
      c.event.status = null;
      c.event.status_as_of = null;
    },
    'mahfuz/block: is a restriction without a status',
  ],
  [
    'a restriction restricts something',
    (c) => {
      c.event.restriction.type = 'none';
    },
    'mahfuz/block: is a restriction that restricts nothing',
  ],
  [
    'what restricts nothing has no status',
    (c) => {
      c.event.event_type = 'court';
      c.event.restriction.type = 'none';
    },
    'mahfuz/block: has a status, but restricts nothing',
  ],
  [
    'only a restriction has a restriction',
    (c) => {
      c.event.event_type = 'court';
    },
    'mahfuz/block: has a restriction, but is not one',
  ],
];

const texts: Case[] = [
  [
    'every record has a source',
    (c) => {
      c.organisation.sources = [];
    },
    'mahfuz/org-watchers: has no source',
  ],
  [
    'a source can be found again',
    (c) => {
      for (const source of c.document.sources) source.url = null;
    },
    'mahfuz/order: source 1 cannot be found again',
  ],
  [
    'a source says what rests on it',
    (c) => {
      for (const source of c.document.sources) source.supports = '';
    },
    'mahfuz/order: source 1 does not say what rests on it',
  ],
  [
    'what concerns Pakistan is there in Urdu',
    (c) => {
      c.event.translations = {};
    },
    'mahfuz/block: has no Urdu',
  ],
  [
    'whom a record on Pakistan names is there in Urdu',
    (c) => {
      c.organisation.translations = {};
    },
    'mahfuz/org-watchers: has no Urdu',
  ],
  [
    'a term is there in Urdu',
    (c) => {
      c.term.translations = {};
    },
    'mahfuz/term-lamp: has no Urdu',
  ],
  [
    'a translation has the text of its kind',
    (c) => {
      c.document.translations = { ur: { title: 'حکم', summary: 'حکم۔', disputed: 'تاریخ۔' } };
    },
    'mahfuz/order: ur lacks the body',
  ],
  [
    'a translation says what is disputed',
    (c) => {
      c.event.disputed = 'The day.';
    },
    'mahfuz/block: ur lacks the disputed',
  ],
  [
    'a body is Markdown without HTML',
    (c) => {
      c.document.body = 'The court <b>told</b> the ministry.';
    },
    'mahfuz/order: has HTML in its body',
  ],
];

const wordings: Case[] = [
  [
    'a wording points to an entry that exists',
    (c) => {
      c.document.legal_basis = [{ id: 'torch-act', printed: 'Torch Act' }];
    },
    'mahfuz/order: laws has no entry torch-act',
  ],
  [
    'a wording is among the names of its entry',
    (c) => {
      c.event.restriction.services = [{ id: 'lamp', printed: 'Torch' }];
    },
    'mahfuz/block: “Torch” is not among the names of services/lamp',
  ],
  [
    'a wording points to nothing only where that is deliberate',
    (c) => {
      c.event.trigger = { id: null, printed: 'rain' };
    },
    'mahfuz/block: “rain” points to no entry of triggers',
  ],
  [
    'a country is in the vocabulary of places',
    (c) => {
      c.organisation.country = 'XX';
    },
    'mahfuz/org-watchers: places has no entry XX',
  ],
  [
    'a printed region points to a place',
    (c) => {
      for (const place of c.event.places) place.region_ids = [];
    },
    'mahfuz/block: “Quetta” points to no entry of places',
  ],
  [
    'a region is in its country',
    (c) => {
      for (const place of c.event.places) place.region_ids = ['lamp-land'];
      c.vocabularies.places.unshift({ id: 'LA', names: { en: ['Lampland'] } });
    },
    'mahfuz/block: lamp-land is not in PK',
  ],
  [
    'a name has one meaning in all vocabularies',
    (c) => {
      c.vocabularies.triggers.push({ id: 'quetta', names: { en: ['quetta'] } });
    },
    'triggers/quetta: “quetta” also names places/pk-quetta',
  ],
  [
    'a vocabulary is sorted and repeats no id',
    (c) => {
      c.vocabularies.laws.push({ id: 'lamp-act', names: { en: ['The Lamp Act'] } });
    },
    'laws/lamp-act: is out of order, or the id is used twice',
  ],
  [
    'an entry has an English name',
    (c) => {
      c.vocabularies.services = [
        { id: 'lamp', names: { ur: ['Lamp'] } },
        { id: 'torch', names: { en: ['Torch'] } },
      ];
    },
    'services/lamp: has no English name',
  ],
];

describe('the check of the corpus', () => {
  it('has nothing to say where nothing is wrong', () => {
    expect(faults(() => {})).toEqual([]);
  });

  describe.each([
    ['links', links],
    ['dates', dates],
    ['statuses', statuses],
    ['sources and texts', texts],
    ['vocabularies', wordings],
  ])('on %s', (_, cases) => {
    it.each(cases)('%s', (_title, breakIt, fault) => {
      expect(faults(breakIt)).toContain(fault);
    });
  });
});
