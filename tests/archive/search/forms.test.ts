// Other grammatical forms of words: found where little else is, after what was typed, by the language of the text, and said.
import { describe, expect, it } from 'vitest';
import { sampleDocument } from '../sample.ts';
import { indexed } from './indexed.ts';

const document = (id: string, body: string, fields: Record<string, unknown> = {}) =>
  sampleDocument({ id: `test/${id}`, title: id, body, ...fields });

const RECORDS = [
  document('one', 'The regulator banned a platform.'),
  document('two', 'Ban after ban after ban: the platform was gone, banned.'),
  document('three', 'Bans on platforms.'),
  document('french', 'Le mot banning.', { lang: 'fr' }),
  document('quoted', 'He said it was banning.'),
];

describe('forms of a word', () => {
  it('are found where the words as typed find little, and come after them', async () => {
    const { ids, find } = await indexed(RECORDS);
    expect(ids({ text: 'ban' })[0]).toBe('two');
    expect(ids({ text: 'ban' }).toSorted()).toEqual(['one', 'quoted', 'three', 'two']);
    expect(find({ text: 'ban' }).also).toEqual([
      { typed: 'ban', names: ['banned', 'banning', 'bans'], forms: true },
    ]);
    expect(ids({ text: 'ban', forms: 'never' })).toEqual(['two']);
    expect(find({ text: 'ban', forms: 'never' }).also).toEqual([]);
  });

  it('are left alone where enough is found without them, but for who asks', async () => {
    const many = Array.from({ length: 6 }, (_, at) => document(`ban-${at}`, 'A ban.'));
    const { find } = await indexed([...RECORDS, ...many]);
    expect(find({ text: 'ban' }).total).toBe(7);
    expect(find({ text: 'ban' }).also).toEqual([]);
    expect(find({ text: 'ban', forms: 'always' }).total).toBe(10);
  });

  it('depend on the words alone, so that a filter only ever narrows', async () => {
    const many = Array.from({ length: 6 }, (_, at) => document(`ban-${at}`, 'A ban.'));
    const { find } = await indexed([...RECORDS, ...many]);
    expect(find({ text: 'ban', filters: { countries: ['PK'] } }).total).toBe(0);
    expect(find({ text: 'platform', filters: { kinds: ['document'] } }).total).toBe(3);
  });

  it('are those of the language of the text', async () => {
    const { ids } = await indexed(RECORDS);
    expect(ids({ text: 'ban' })).not.toContain('french');
    expect(ids({ text: 'mots' })).toEqual(['french']);
  });

  it('stand for no phrase, nothing refused, no name, nothing literal and no unfinished word', async () => {
    const { ids } = await indexed([
      ...RECORDS,
      document('service', 'Twitter said so.'),
      document('birds', 'He twitters and twittered.'),
    ]);
    expect(ids({ text: '"ban"' })).toEqual(['two']);
    expect(ids({ text: 'platform -ban' }).toSorted()).toEqual(['one', 'three']);
    expect(ids({ text: 'ban', literal: true })).toEqual(['two']);
    expect(ids({ text: 'Twitter' })).toEqual(['service']);
    expect(ids({ text: 'banned platf', prefix: true }).toSorted()).toEqual(['one', 'three', 'two']);
    expect(ids({ text: 'platforme', prefix: true })).toEqual([]);
  });

  it('are marked where they stand', async () => {
    const { find } = await indexed(RECORDS);
    const hit = find({ text: 'ban' }).hits.find(({ title }) => title === 'one');
    expect(hit?.passage?.marks.map((mark) => hit.passage?.text.slice(...mark))).toEqual(['banned']);
  });

  it('are found in Urdu, Arabic and Russian', async () => {
    const { ids } = await indexed([
      document('ur', 'صحافیوں پر پابندیاں لگیں۔', { lang: 'ur' }),
      document('ar', 'لا للرقابة على الصحف.', { lang: 'ar' }),
      document('ru', 'Газеты закрыты решением судов.', { lang: 'ru' }),
    ]);
    expect(ids({ text: 'پابندی صحافی' })).toEqual(['ur']);
    expect(ids({ text: 'رقابة' })).toEqual(['ar']);
    expect(ids({ text: 'газета суд' })).toEqual(['ru']);
  });
});
