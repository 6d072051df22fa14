// What two records say of one thing is called equal only where it is, and only what differs is marked.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairOfLists, pairOfTexts, type Said } from '../../../src/renderer/views/compare/pairs.ts';

const en = (...blocks: string[]) => ({ lang: 'en', blocks });
const marked = ({ items }: Said) =>
  items.flatMap(({ pieces }) => pieces.filter(({ only }) => only).map(({ text }) => text.trim()));
const whole = ({ items }: Said) =>
  items.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join('\n\n');

describe('lists side by side', () => {
  it('mark what only one side has, in whatever order the items stand', () => {
    const { state, first, second } = pairOfLists(en('Lahore', 'Karachi'), en('karachi', 'Quetta'));
    expect(state).toBe('differs');
    expect(first.items.map(({ only }) => only)).toEqual([true, false]);
    expect(second.items.map(({ only }) => only)).toEqual([false, true]);
  });

  it('are equal whatever the order, capitals and spaces', () => {
    expect(pairOfLists(en('Lahore', 'Karachi'), en('KARACHI', 'Lahore ')).state).toBe('same');
  });

  it('say that only one side says anything, and then mark nothing in it', () => {
    const { state, first } = pairOfLists(en('Lahore'), en());
    expect(state).toBe('first');
    expect(first.items.some(({ only }) => only)).toBe(false);
    expect(pairOfLists(en(), en('Lahore')).state).toBe('second');
  });
});

describe('texts side by side', () => {
  it('are marked by words, not by letters, in English and Urdu', () => {
    const english = pairOfTexts(
      en('The ban was lifted on Friday in Lahore.'),
      en('The ban was lifted on Monday in Lahore.'),
    );
    expect(marked(english.first)).toEqual(['Friday']);
    expect(marked(english.second)).toEqual(['Monday']);
    const ur = (text: string) => ({ lang: 'ur', blocks: [text] });
    const urdu = pairOfTexts(
      ur('لاہور میں پابندی جمعے کو ہٹا دی گئی۔'),
      ur('لاہور میں پابندی پیر کو ہٹا دی گئی۔'),
    );
    expect(marked(urdu.first)).toEqual(['جمعے']);
    expect(marked(urdu.second)).toEqual(['پیر']);
  });

  it('with next to nothing in common are shown whole and unmarked, and still said to differ', () => {
    const { state, first } = pairOfTexts(
      en('The court ordered the regulator to restore the service.'),
      en('Nine journalists were detained; their phones stayed with police.'),
    );
    expect(state).toBe('differs');
    expect(marked(first)).toEqual([]);
  });

  it('in two languages are never marked', () => {
    const { first, second } = pairOfTexts(en('X ban'), { lang: 'ur', blocks: ['X پابندی'] });
    expect([...marked(first), ...marked(second)]).toEqual([]);
  });

  const word = fc.constantFrom('ban', 'lifted', 'Lahore', 'پابندی', 'ไทย', '2024', '\n\n', '.');
  const text = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '));

  it('lose and invent no word, whatever the texts', () => {
    const letters = (said: string) => said.replaceAll(/\s+/g, '');
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { first, second, state } = pairOfTexts(en(a), en(b));
        expect(letters(whole(first))).toBe(letters(a));
        expect(letters(whole(second))).toBe(letters(b));
        if (state === 'same') expect([...marked(first), ...marked(second)]).toEqual([]);
      }),
    );
  });
});
