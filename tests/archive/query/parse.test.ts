// Reading a query: every text is one, what was understood can be said, and what is wrong is said and never stops the rest.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_DEPTH, MAX_UNITS, parseQuery } from '../../../src/main/archive/query/parse.ts';
import { type QueryNode, wantedLeaves } from '../../../src/main/archive/query/tree.ts';
import { fold } from '../../../src/main/language/fold.ts';
import { anyQuery } from './any-query.ts';

// A tree as a short text, so that tests can be read.
function said(node: QueryNode | null): string {
  switch (node?.type) {
    case undefined:
      return 'everything';
    case 'all':
      return `(${node.parts.map(said).join(' and ')})`;
    case 'any':
      return `(${node.parts.map(said).join(' or ')})`;
    case 'not':
      return `not ${said(node.part)}`;
    case 'words':
      return node.units.map(({ terms, open }) => terms.join('+') + (open ? '*' : '')).join('&');
    case 'field':
      return `${node.field}=${node.unit.terms.join('+')}${node.unit.open ? '*' : ''}`;
    case 'code':
      return `${node.field}=${node.codes.join('/')}`;
    case 'date':
      return `${node.field} ${node.value}`;
  }
}

const read = (text: string, prefix = false) => said(parseQuery(text, prefix).root);
const mistakes = (text: string, prefix = false) =>
  parseQuery(text, prefix).mistakes.map(({ reason, range, nearest }) =>
    [reason, text.slice(...range), ...(nearest ? [nearest] : [])].join(' '),
  );

describe('words and phrases', () => {
  it('must all match', () => {
    expect(read('  X   ban ')).toBe('(x and ban)');
    expect(read('X AND ban & Lahore')).toBe('(x and ban and lahore)');
    expect(read('')).toBe('everything');
  });

  it('are words where they are what every JavaScript object has', () => {
    expect(read('constructor toString __proto__')).toBe('(constructor and tostring and proto)');
    expect(read('title: constructor')).toBe('title=constructor');
    expect(mistakes('constructor title: valueOf')).toEqual([]);
  });

  it('stand together in quotation marks of any kind', () => {
    expect(read('"blocked websites" “Blasphemy Law” «пять» ”عدالتی حکم“')).toBe(
      '(blocked+websites and blasphemy+law and пять and عدالتی+حکم)',
    );
  });

  it('of one piece stay together', () => {
    expect(read('don’t al-Jazeera example.com 3,000')).toBe(
      '(don+t and al+jazeera and example+com and 3+000)',
    );
  });

  it('may be unfinished at the very end while typing', () => {
    expect(read('internet shut', true)).toBe('(internet and shut*)');
    expect(read('internet shut ', true)).toBe('(internet and shut)');
    expect(read('"internet shut', true)).toBe('internet+shut*');
    expect(read('"internet shut"', true)).toBe('internet+shut');
    expect(read('(internet shut)', true)).toBe('(internet and shut)');
  });

  it('reach to the end where a quotation is never closed, which is no mistake', () => {
    expect(read('order "Lahore High')).toBe('(order and lahore+high)');
    expect(mistakes('order "Lahore High')).toEqual([]);
  });

  it('that are only punctuation are nothing, and no mistake', () => {
    for (const text of ['   ', '"', '""', '-', '* ^ :', '\0', '\ud800', '\u200b', ',،']) {
      expect(read(text)).toBe('everything');
      expect(mistakes(text)).toEqual([]);
    }
  });
});

describe('operators', () => {
  it('OR joins its neighbours', () => {
    expect(read('Lahore OR Karachi shutdown')).toBe('((lahore or karachi) and shutdown)');
    expect(read('a OR b OR c')).toBe('(a or b or c)');
    expect(read('a | b')).toBe('(a or b)');
    expect(read('لاہور یا کراچی')).toBe(fold('(لاہور or کراچی)'));
  });

  it('in small letters are words', () => {
    expect(read('not or and')).toBe('(not and or and and)');
  });

  it('a minus takes away, however a keyboard writes it', () => {
    for (const minus of ['-', '−', '–', '‐', '－', 'NOT ']) {
      expect(read(`ban ${minus}Twitter`)).toBe('(ban and not twitter)');
    }
    expect(read('-"X ban" -(a b)')).toBe('(not x+ban and not (a and b))');
  });

  it('a minus takes away whole words, also while they are typed, so that half a word hides nothing', () => {
    expect(read('ban -t', true)).toBe('(ban and not t)');
    expect(read('ban -(a b', true)).toBe('(ban and not (a and b))');
  });

  it('a dash within a word or between words takes nothing away', () => {
    expect(read('al-Jazeera 2010 - 2012 a — b --data')).toBe(
      '(al+jazeera and 2010 and 2012 and a and b and data)',
    );
  });

  it('brackets group', () => {
    expect(read('(a b) OR (c -d)')).toBe('((a and b) or (c and not d))');
    expect(read('PECA (Amendment) Act')).toBe('(peca and amendment and act)');
    expect(read('（a OR b） c')).toBe('((a or b) and c)');
  });
});

describe('fields', () => {
  it('ask one part of a record', () => {
    expect(
      read('title:ban org:PTA place:"Khyber Pakhtunkhwa" service:X source:Dawn law:PECA'),
    ).toBe(
      '(title=ban and org=pta and place=khyber+pakhtunkhwa and service=x and source=dawn and law=peca)',
    );
  });

  it('have names in Urdu too, and may stand apart from their values', () => {
    expect(read('سروس:ٹوئٹر جگہ: لاہور')).toBe(fold('(service=ٹوئٹر and place=لاہور)'));
    expect(read('Place: Lahore PLACE：Karachi')).toBe('(place=lahore and place=karachi)');
    expect(read('place: "Lahore"')).toBe('place=lahore');
  });

  it('take several values, in a list or in brackets', () => {
    expect(read('place:Lahore,Karachi ban')).toBe('((place=lahore or place=karachi) and ban)');
    expect(read('جگہ:لاہور،کراچی')).toBe(fold('(place=لاہور or place=کراچی)'));
    expect(read('place:(Lahore OR Karachi)')).toBe('(place=lahore or place=karachi)');
    expect(read('-place:Lahore')).toBe('not place=lahore');
  });

  it('of closed lists know their values by name, in English and Urdu', () => {
    expect(read('kind:event kind:"court order" kind:قانون')).toBe(
      '(kind=event and kind=court_order and kind=law)',
    );
    expect(read('lang:ur lang:اردو lang:Persian lang:zh-Hant')).toBe(
      '(lang=ur and lang=ur and lang=fa and lang=zh-hant)',
    );
    expect(read('status:ongoing status:ختم')).toBe('(status=ongoing and status=ended)');
  });

  it('of dates take years, months and days, in any digits, with names of months', () => {
    expect(read('after:2024 before:2024-02 on:2024-02-08')).toBe(
      '(after 2024 and before 2024-02 and on 2024-02-08)',
    );
    expect(read('on:2024/2/8 on:۲۰۲۴-۰۲ on:٢٠٢٤')).toBe(
      '(on 2024-02-08 and on 2024-02 and on 2024)',
    );
    expect(read('on:"8 February 2024" on:"فروری 2024"')).toBe('(on 2024-02-08 and on 2024-02)');
  });

  it('are no fields in addresses, times and other words', () => {
    expect(read('https://example.com 10:30 re:ban')).toBe(
      '(https+example+com and 10+30 and re+ban)',
    );
    expect(mistakes('https://example.com 10:30 re:ban')).toEqual([]);
  });

  it('that are being typed wait for more', () => {
    for (const text of [
      'ban service:',
      'ban after:20',
      'ban after:2024-',
      'ban on:"8 Feb',
      'ban (',
      'ban OR',
      'ban NOT',
    ]) {
      expect(read(text, true)).toBe('ban');
      expect(mistakes(text, true)).toEqual([]);
    }
    expect(read('kind:st', true)).toBe('kind=statement');
    expect(read('service:Twit', true)).toBe('service=twit*');
  });
});

describe('mistakes', () => {
  it('are named with their place, and taken as plain words', () => {
    expect(mistakes('ban kind:banana')).toEqual(['unknown_value banana']);
    expect(read('ban kind:banana')).toBe('(ban and banana)');
    expect(mistakes('after:yesterday X')).toEqual(['not_a_date yesterday']);
    expect(read('after:yesterday X')).toBe('(yesterday and x)');
    expect(mistakes('on:8/2/2024 on:2024-13')).toEqual([
      'not_a_date 8/2/2024',
      'not_a_date 2024-13',
    ]);
    expect(mistakes('title: OR b')).toContain('no_value title:');
  });

  it('of spelling tell the field that was meant', () => {
    expect(mistakes('plcae:Lahore')).toEqual(['unknown_field plcae place']);
    expect(read('plcae:Lahore')).toBe('lahore');
  });

  it('of brackets and operators lose nothing else', () => {
    expect(mistakes('(a OR b')).toEqual(['unclosed_group (']);
    expect(read('(a OR b')).toBe('(a or b)');
    expect(mistakes('a) b')).toEqual(['unopened_group )']);
    expect(read('a) b')).toBe('(a and b)');
    expect(mistakes('a ( ) b')).toEqual(['empty_group ( )']);
    expect(mistakes('OR a OR')).toEqual(['or_alone OR', 'or_alone OR']);
    expect(read('OR a OR')).toBe('a');
    expect(mistakes('a NOT')).toEqual(['not_alone NOT']);
  });

  it('are found through marks of direction, at the place where they stand', () => {
    const rlm = '\u200f';
    expect(read(`${rlm}کراچی${rlm} -${rlm}ٹوئٹر`)).toBe(fold('(کراچی and not ٹوئٹر)'));
    expect(read(`ser\u200evice\u2066:\u2069X`)).toBe('service=x');
    expect(parseQuery(`${rlm}${rlm}kind:${rlm}foo${rlm} a`, false).mistakes[0]?.range).toEqual([
      8, 11,
    ]);
  });
});

describe('the size of a query', () => {
  it('has a greatest number of words, and says what was left out', () => {
    const many = Array.from({ length: 500 }, (_, number) => `w${number}`).join(' ');
    const { root, mistakes: said } = parseQuery(many, false);
    expect(wantedLeaves(root)).toHaveLength(MAX_UNITS);
    expect(said).toEqual([{ reason: 'too_many', range: [many.indexOf('w40'), many.length] }]);
  });

  it('has a greatest depth, beyond which brackets mean nothing', () => {
    const deep = `${'('.repeat(1000)}a OR b${')'.repeat(1000)} c`;
    const { root, mistakes: said } = parseQuery(deep, false);
    expect(root && wantedLeaves(root)).toHaveLength(3);
    expect(said.every(({ reason }) => reason === 'too_deep')).toBe(true);
    expect(depthOf(root)).toBeLessThanOrEqual(2 * MAX_DEPTH + 2);
  });
});

describe('any text at all', () => {
  it('is read, and every mistake stands in it', () => {
    fc.assert(
      fc.property(anyQuery, fc.boolean(), (text, prefix) => {
        const { root, mistakes: found } = parseQuery(text, prefix);
        expect(depthOf(root)).toBeLessThanOrEqual(3 * MAX_DEPTH + 4);
        for (const { range } of found) {
          expect(range[0]).toBeGreaterThanOrEqual(0);
          expect(range[1]).toBeGreaterThan(range[0]);
          expect(range[1]).toBeLessThanOrEqual(text.length);
        }
        for (const leaf of wantedLeaves(root)) {
          expect(leaf.range[1]).toBeGreaterThan(leaf.range[0]);
          expect(leaf.range[1]).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('means the same with marks of direction anywhere in it', () => {
    fc.assert(
      fc.property(anyQuery, fc.nat(), (text, place) => {
        const units = [...text];
        const at = place % (units.length + 1);
        const marked = [...units.slice(0, at), '\u200f', ...units.slice(at)].join('');
        expect(read(marked)).toBe(read(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('without operators, fields and brackets is made of its words', () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 10 }), (typed) => {
        const leaves = wantedLeaves(parseQuery(typed.join(' '), false).root);
        expect(leaves.map((leaf) => leaf.type === 'words' && leaf.text)).toEqual(typed);
      }),
    );
  });
});

function depthOf(node: QueryNode | null): number {
  if (node?.type === 'not') return 1 + depthOf(node.part);
  if (node?.type !== 'all' && node?.type !== 'any') return node ? 1 : 0;
  return 1 + Math.max(...node.parts.map(depthOf));
}
