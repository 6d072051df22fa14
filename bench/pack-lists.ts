// Signs lists of very many files that are nowhere, to measure what lists alone cost.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newKey } from '../src/main/packs/publish/keys.ts';
import {
  type Listed,
  type Named,
  rootPart,
  snapshotPart,
  targetsPart,
  timestampPart,
} from '../src/main/packs/publish/metadata.ts';
import { signedFile } from '../src/main/packs/publish/signing.ts';
import type { Raw } from '../src/main/packs/verify/envelope.ts';

const NOW = new Date('2026-11-22T08:00:00Z');

/** Writes a pack whose delegated lists have so many files each, and none of the files. */
export function bigLists(
  folder: string,
  { roles, files }: { roles: number; files: number },
): string {
  mkdirSync(join(folder, 'metadata'), { recursive: true });
  const key = newKey();
  const keys = { keys: [key.publicKey], threshold: 1 };
  const root = rootPart({
    version: 1,
    now: NOW,
    roles: { root: keys, timestamp: keys, snapshot: keys, targets: keys },
    publisher: { name: { en: 'Bench' }, about: '', contact: '' },
    revoked: [],
  });
  const named: Named[] = [];
  const write = (role: string, signed: Raw) => {
    const bytes = signedFile(signed, [key]);
    const name = role === 'timestamp' ? 'timestamp.json' : `1.${role}.json`;
    writeFileSync(join(folder, 'metadata', name), bytes);
    return { name: `${role}.json`, version: 1, bytes };
  };
  write('root', root);
  const spaces = Array.from({ length: roles }, (_, number) => `ns${number}`);
  const delegated = spaces.map((ns) => ({ name: ns, namespaces: [ns], ...keys }));
  named.push(
    write('targets', targetsPart({ version: 1, now: NOW, files: [], delegated, before: null })),
  );
  for (const ns of spaces) {
    const listed = Array.from({ length: files }, (_, seq) => listedFile(ns, seq));
    const part = targetsPart({ version: 1, now: NOW, files: listed, delegated: [], before: null });
    named.push(write(ns, part));
  }
  const snapshot = write('snapshot', snapshotPart({ version: 1, now: NOW, named }));
  write('timestamp', timestampPart({ version: 1, now: NOW, named: [snapshot] }));
  return folder;
}

function listedFile(ns: string, seq: number): Listed {
  return {
    path: `${ns}/f${seq}.ndjson.zst`,
    sha256: createHash('sha256').update(`${ns} ${seq}`).digest('hex'),
    length: 5_000_000,
    custom: {
      seq,
      since: 1,
      kind: 'records',
      schema: 'record/1',
      records: 1000,
      raw: 20_000_000,
      lang: ['en', 'ur'],
      covers: ['2024-01-01', '2024-12-31'],
      sensitive: false,
      withdrawn: null,
    },
  } as Listed;
}
