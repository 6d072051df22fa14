// Both languages say everything, with the same facts in it.
import { describe, expect, it } from 'vitest';
import { CATALOGUES } from '../../src/renderer/i18n.ts';
import {
  claim,
  documentRecord,
  eventRecord,
  organisationRecord,
  place,
  recordKinds,
  restriction,
  source,
} from './record-shapes.ts';

function flat(catalogue: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[path + key, value] as const]
        : [...flat(value, `${path}${key}.`)],
    ),
  );
}

const en = flat(CATALOGUES.en);
const ur = flat(CATALOGUES.ur);
const placeholders = (text = '') =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, n]) => n ?? '')
    .toSorted((a, b) => a.localeCompare(b));

describe('the catalogues', () => {
  it('have the same keys in English and Urdu', () => {
    expect([...ur.keys()].toSorted()).toEqual([...en.keys()].sort());
  });

  it('fill the same facts into each sentence', () => {
    const differing = [...en].filter(
      ([key, text]) => String(placeholders(text)) !== String(placeholders(ur.get(key))),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('leave nothing empty', () => {
    const empty = [...en, ...ur].filter(([, text]) => text.trim() === '');
    expect(empty.map(([key]) => key)).toEqual([]);
  });

  it('leave nothing in English but names, digits and bare patterns', () => {
    const bare = (text: string) => text.replace(/\{\{\w+\}\}|[\s\d۱-۳().,–-]/g, '');
    const same = [...en].filter(([key, text]) => ur.get(key) === text && bare(text) !== '');
    expect(same.map(([key]) => key).toSorted()).toEqual([
      'cite.bibtex',
      'cite.csl',
      'cite.markdown',
    ]);
  });

  it('have a plural form for every count that either language tells apart', () => {
    for (const [language, catalogue] of [
      ['en', en],
      ['ur', ur],
    ] as const) {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
      for (const key of catalogue.keys()) {
        const [, base] = /^(.*)_(?:one|other)$/.exec(key) ?? [];
        if (base) for (const form of forms) expect(catalogue.has(`${base}_${form}`)).toBe(true);
      }
    }
  });
});

describe('closed lists of the data model', () => {
  const groups: [string, readonly string[]][] = [
    ['kind', recordKinds],
    ['kinds', recordKinds],
    ['genre', documentRecord.genre],
    ['textKind', documentRecord.text_kind],
    ['aboutRole', documentRecord.role],
    ['eventType', eventRecord.event_type],
    ['acknowledged', eventRecord.acknowledged],
    ['confidence', eventRecord.confidence],
    ['confidenceMeans', eventRecord.confidence],
    ['restrictionType', restriction.type],
    ['extent', restriction.extent],
    ['scope', place.scope],
    ['sourceClass', claim.source_class],
    ['read', source.read],
    ['organisationKind', organisationRecord.organisation_kind],
  ];
  it.each(groups)('%s has words for every value', (group, values) => {
    expect(values.length).toBeGreaterThan(1);
    expect(values.filter((value) => !en.has(`${group}.${value}`))).toEqual([]);
  });
});
