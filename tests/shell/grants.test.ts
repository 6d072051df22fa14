// The page holds tokens and names; a path stays on this side.
import { describe, expect, test } from 'vitest';
import { createGrants } from '../../src/main/shell/grants.ts';
import { AppError } from '../../src/shared/errors.ts';

const refused = new AppError('file_not_granted');

describe('grants', () => {
  test('a grant shows the name of the file and never its folder', () => {
    const grant = createGrants().give('/home/someone/secret/list.ndjson', 'open');
    expect(grant.name).toBe('list.ndjson');
    expect(JSON.stringify(grant)).not.toContain('secret');
  });

  test('a grant is good for one use', () => {
    const grants = createGrants();
    const { grant } = grants.give('/tmp/a.ndjson', 'open');
    expect(grants.take(grant, 'open')).toBe('/tmp/a.ndjson');
    expect(() => grants.take(grant, 'open')).toThrow(refused);
  });

  test('a grant to open a file does not let anyone write to it', () => {
    const grants = createGrants();
    const { grant } = grants.give('/tmp/a.ndjson', 'open');
    expect(() => grants.take(grant, 'save')).toThrow(refused);
    expect(grants.take(grant, 'open')).toBe('/tmp/a.ndjson');
  });

  test.each([['/etc/passwd'], [''], [undefined], [null], [{}], ['constructor']])(
    'what was never granted (%j) is refused',
    (token) => {
      expect(() => createGrants().take(token, 'open')).toThrow(refused);
    },
  );

  test('tokens cannot be guessed from one another', () => {
    const grants = createGrants();
    const tokens = Array.from({ length: 50 }, () => grants.give('/tmp/a', 'open').grant);
    expect(new Set(tokens).size).toBe(50);
    for (const token of tokens)
      expect(token).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  test('unused grants do not pile up without end', () => {
    const grants = createGrants();
    const first = grants.give('/tmp/first', 'open').grant;
    for (let n = 0; n < 100; n += 1) grants.give(`/tmp/${n}`, 'open');
    expect(() => grants.take(first, 'open')).toThrow(refused);
  });
});
