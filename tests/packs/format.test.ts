// A publisher's number, and the words that lie in every pack.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprintGroups, signedHash } from '../../src/main/packs/format/fingerprint.ts';
import { payloadName, payloadParts, targetParts } from '../../src/main/packs/format/names.ts';
import { readmeText } from '../../src/main/packs/publish/readme.ts';

const hex = fc.stringMatching(/^[0-9a-f]{64}$/);

test('a number has eight groups of five digits, the same in four scripts', () => {
  fc.assert(
    fc.property(hex, (fingerprint) => {
      const groups = fingerprintGroups(fingerprint);
      expect(groups).toHaveLength(8);
      for (const group of groups) expect(group).toMatch(/^\d{5}$/);
      const digits = groups.join('');
      expect(BigInt(digits)).toBe(BigInt(`0x${fingerprint}`) % 10n ** 40n);
      for (const script of ['ur', 'fa', 'ar'] as const) {
        const shown = [...fingerprintGroups(fingerprint, script).join('')];
        expect(shown.map((digit) => (digit.codePointAt(0) as number) & 15).join('')).toBe(digits);
      }
    }),
  );
});

test('small and large fingerprints keep their zeros', () => {
  expect(fingerprintGroups(`${'0'.repeat(63)}1`).join(' ')).toBe(
    '00000 00000 00000 00000 00000 00000 00000 00001',
  );
  expect(fingerprintGroups(`${'0'.repeat(63)}c`, 'fa').at(-1)).toBe('۰۰۰۱۲');
  expect(fingerprintGroups(`${'0'.repeat(63)}c`, 'ar').at(-1)).toBe('٠٠٠١٢');
});

test('the hash of what is signed does not depend on the order in which it is written', () => {
  const keys = fc.stringMatching(/^[ -~]{1,12}$/).filter((key) => key !== '__proto__');
  fc.assert(
    fc.property(fc.dictionary(keys, fc.oneof(fc.string(), fc.integer(), fc.boolean())), (given) => {
      const turned = Object.fromEntries(Object.entries(given).reverse());
      expect(signedHash(turned)).toBe(signedHash(given));
    }),
  );
});

test('where a listed file lies in a pack can be told from its path, and back', () => {
  const part = fc.stringMatching(/^[a-z0-9]{1,12}$/);
  fc.assert(
    fc.property(part, part, hex, (ns, name, sha256) => {
      const path = `${ns}/${name}.ndjson.zst`;
      expect(targetParts(path)).toEqual({ ns, name: `${name}.ndjson.zst` });
      const place = payloadName(path, sha256);
      expect(payloadParts(place)).toEqual({ ns, sha256, name: `${name}.ndjson.zst` });
    }),
  );
});

test('the text in a pack gives the number in four scripts, and the name in the language of each part', () => {
  const fingerprint = `${'0'.repeat(62)}2a`;
  const text = readmeText({ fingerprint, name: { en: 'Example Group', ur: 'مثال گروپ' } });
  for (const words of ['00042', '۰۰۰۴۲', '٠٠٠٤٢', 'Example Group', 'مثال گروپ', fingerprint]) {
    expect(text).toContain(words);
  }
  expect(Buffer.byteLength(text)).toBeLessThan(64 << 10);
});
