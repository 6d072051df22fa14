// Who signed: the canonical bytes that were made once serve every kind of key, and never anything but what came.
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { Key } from '@tufjs/models';
import { canonicalize } from '@tufjs/canonical-json';
import { expect, test } from 'vitest';
import { openEnvelope } from '../../src/main/packs/verify/envelope.ts';
import { countSigners } from '../../src/main/packs/verify/signatures.ts';

const SIGNED = {
  _type: 'targets',
  spec_version: '1.0.33',
  version: 7,
  // What a parser that reads into types would leave out or write in another way.
  'x-note': 'a "word" with \\ and ünïcode \u{1f512}',
  'x-list': [1, true, null, { b: 1, a: 2 }],
  expires: '2036-01-01T00:00:00.000Z',
};

type Made = {
  json: { keytype: string; scheme: string; keyval: { public: string } };
  key: KeyObject;
};

const pem = (key: KeyObject) => key.export({ type: 'spki', format: 'pem' }) as string;
const hex = (key: KeyObject) =>
  Buffer.from(key.export({ format: 'jwk' }).x as string, 'base64url').toString('hex');

function ed25519(text: (key: KeyObject) => string): Made {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const keyval = { public: text(publicKey) };
  return { json: { keytype: 'ed25519', scheme: 'ed25519', keyval }, key: privateKey };
}

function ecdsa(): Made {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const keyval = { public: pem(publicKey) };
  return { json: { keytype: 'ecdsa', scheme: 'ecdsa-sha2-nistp256', keyval }, key: privateKey };
}

const opened = (signed: object, signatures: { keyid: string; sig: string }[]) =>
  openEnvelope(Buffer.from(JSON.stringify({ signed, signatures })), {
    role: 'targets',
    type: 'targets',
    asciiKeys: true,
  });

const counted = ({ json }: Made, signed: object, sig: string) =>
  countSigners(opened(signed, [{ keyid: 'k', sig }]), {
    keys: { k: Key.fromJSON('k', json) },
    keyIDs: ['k'],
    threshold: 1,
  });

const kinds: [string, () => Made][] = [
  ['Ed25519 in hexadecimal', () => ed25519(hex)],
  ['Ed25519 in capitals', () => ed25519((key) => hex(key).toUpperCase())],
  ['Ed25519 as PEM', () => ed25519(pem)],
  ['ECDSA as PEM', ecdsa],
];

test.each(kinds)('%s signs the canonical bytes of what came, and nothing else', (_, make) => {
  const made = make();
  const digest = made.json.keytype === 'ed25519' ? null : 'sha256';
  const sig = sign(digest, Buffer.from(canonicalize(SIGNED)), made.key).toString('hex');
  expect(counted(made, SIGNED, sig)).toBe(1);
  expect(counted(made, { ...SIGNED, 'x-note': 'another' }, sig)).toBe(0);
  expect(counted(made, { ...SIGNED, 'x-more': 1 }, sig)).toBe(0);
  expect(counted(make(), SIGNED, sig)).toBe(0);
  const flipped = `${sig.slice(0, -1)}${sig.endsWith('0') ? '1' : '0'}`;
  for (const wrong of [flipped, sig.slice(2), '', 'zz', `${sig}00`]) {
    expect(counted(made, SIGNED, wrong)).toBe(0);
  }
});

test('a key of another length, or of another kind than it says, signs nothing', () => {
  const made = ed25519(hex);
  const sig = sign(null, Buffer.from(canonicalize(SIGNED)), made.key).toString('hex');
  const { public: text } = made.json.keyval;
  for (const keyval of [`${text}00`, text.slice(2), '', 'x'.repeat(64)]) {
    expect(
      counted({ ...made, json: { ...made.json, keyval: { public: keyval } } }, SIGNED, sig),
    ).toBe(0);
  }
  expect(counted({ ...made, json: { ...made.json, keytype: 'rsa' } }, SIGNED, sig)).toBe(0);
});

test('the hash of a list is of the bytes that were signed', () => {
  const { canonical, hash } = opened(SIGNED, []);
  expect(canonical.toString('utf8')).toBe(canonicalize(SIGNED));
  expect(hash).toBe(createHash('sha256').update(canonicalize(SIGNED)).digest('hex'));
});
