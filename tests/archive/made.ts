// A bundled archive made from sample records, and data folders opened on it.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { buildBundled } from '../../src/main/archive/opening/build-bundled.ts';
import { checkArchive } from '../../src/main/archive/opening/check.ts';
import { type OpenArchive, openArchive } from '../../src/main/archive/opening/open-archive.ts';
import { restorePacks } from '../../src/main/packs/import/restore.ts';
import type { ArchiveState } from '../../src/shared/contract.ts';
import type { ArchiveRecord } from '../../src/shared/record.ts';
import { temporaryFolder } from '../folders.ts';
import { sampleDocument, sampleEvent, sampleOrganisation, sampleTerm } from './sample.ts';

/** What the sample bundled archive holds. */
export const BUNDLED_RECORDS = [
  sampleEvent({ id: 'mahfuz/blackout' }),
  sampleDocument({
    id: 'mahfuz/statement',
    about: [{ event: 'mahfuz/blackout', role: 'reports' }],
  }),
  sampleOrganisation({ id: 'mahfuz/org-ministry' }),
  sampleTerm({ id: 'mahfuz/term-throttling' }),
];

/** Writes records as an NDJSON file and gives its path. */
export function writeNdjson(path: string, records: readonly unknown[]): string {
  writeFileSync(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  return path;
}

/** Builds a bundled archive from records and gives its folder. */
export async function makeBundled(
  records: readonly ArchiveRecord[] = BUNDLED_RECORDS,
): Promise<string> {
  const folder = temporaryFolder();
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  writeNdjson(join(corpus, 'all.ndjson'), records);
  const bundled = join(folder, 'bundled');
  await buildBundled(corpus, bundled);
  return bundled;
}

/** Many small documents, the same for the same count and first number. */
export function manyDocuments(count: number, from = 0): ArchiveRecord[] {
  return Array.from({ length: count }, (_, index) =>
    sampleDocument({
      id: `many/document-${from + index}`,
      title: `Statement number ${from + index}`,
      published: {
        value: `20${10 + (index % 15)}-03-${10 + (index % 19)}`,
        precision: 'day',
        kind: 'actual',
      },
    }),
  );
}

export interface Opened extends OpenArchive {
  /** Every state that was told while opening. */
  states: ArchiveState[];
}

/** Opens a data folder; it is closed after the test, unless it was before. */
export async function openFolder(folder: string, bundledFolder: string): Promise<Opened> {
  const states: ArchiveState[] = [];
  const open = await openArchive({
    folder,
    bundledFolder,
    restore: restorePacks,
    onState: (state) => states.push(state),
  });
  const { close } = open;
  let closed = false;
  open.close = () => {
    if (!closed) close();
    closed = true;
  };
  onTestFinished(() => open.close());
  return Object.assign(open, { states });
}

/** What a whole check finds wrong. */
export async function problemsOf(open: OpenArchive): Promise<unknown[]> {
  return (await checkArchive(open)).problems;
}
