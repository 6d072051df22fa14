// A stick with packs that two publishers really signed, with keys that live as long as the test: whole, corrected, damaged, forged.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchiveRecord } from '../../src/shared/record.ts';
import { sampleDocument, sampleEvent } from '../archive/sample.ts';
import {
  type Issue,
  placeOf,
  recordsFile,
  type TestFile,
  TestKey,
  TestPublisher,
  writeInto,
  writePack,
} from '../packs/made.ts';

const BLACKOUT = { id: 'srm/blackout', places: [{ country: 'PK' }] };

const first = sampleEvent({
  ...BLACKOUT,
  title: 'Nine zebra nights without a network',
  summary:
    'Every mobile network of the valley was silent from dusk to dawn.\n\nNobody said why. Two operators told their customers that a cable had failed.',
  translations: {
    ur: { title: 'نو راتیں نیٹ ورک کے بغیر', summary: 'وادی کا ہر موبائل نیٹ ورک خاموش تھا۔' },
  },
});

const second = sampleEvent({
  ...BLACKOUT,
  revision: 2,
  title: 'Ten zebra nights without a network',
  summary:
    'Every mobile network of the valley was silent from dusk to dawn.\n\nThe ministry said in writing that it had ordered this. Two operators told their customers that a cable had failed.',
  start: { value: '2024-02-15', precision: 'day', kind: 'actual' },
  acknowledged: 'yes',
  ordered_by: ['Ministry of the Interior'],
  confidence: 'high',
  correction: 'The ministry answered in court, and one more night is known.',
  sources: [
    { title: 'A paper of record', read: 'whole' },
    { title: 'The answer of the ministry', publisher: 'High Court', read: 'whole' },
  ],
  translations: {
    ur: {
      title: 'دس راتیں نیٹ ورک کے بغیر',
      summary: 'وادی کا ہر موبائل نیٹ ورک شام سے خاموش تھا۔',
    },
  },
});

const withdrawn = sampleDocument({
  id: 'srm/leaflet',
  title: 'A zebra leaflet',
  revision: 2,
  withdrawn: { at: '2026-02-01', why: 'It was never handed out.', safety: false },
});

/** Months of small files, so that there is something to hold, to miss and to damage. */
function months(count: number): TestFile[] {
  return Array.from({ length: count }, (_, index) => {
    const month = `2024-${String(index + 1).padStart(2, '0')}`;
    const records = Array.from({ length: 3 }, (_unused, nth) =>
      sampleDocument({
        id: `srm/report-${index + 1}-${nth + 1}`,
        title: `Zebra valley, report ${nth + 1} of month ${index + 1}`,
        published: { value: `${month}-0${nth + 1}`, precision: 'day', kind: 'actual' },
      }),
    );
    const covers: [string, string] = [`${month}-01`, `${month}-03`];
    return recordsFile(`srm/${month}.ndjson.zst`, records, { seq: index + 4, covers });
  });
}

const file = (name: string, records: ArchiveRecord[], options: Parameters<typeof recordsFile>[2]) =>
  recordsFile(`srm/${name}.ndjson.zst`, records, options);

/** A publisher whose keys need two of three holders to change, and everything that it has issued. */
export interface Stick {
  folder: string;
  publisher: TestPublisher;
  /** Another publisher, with a name that looks the same. */
  impostor: TestPublisher;
}

/** One bit of a file is changed; its name and length stay. */
function spoil(folder: string, spoilt: TestFile): void {
  const bytes = Buffer.from(spoilt.bytes);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  writeInto(folder, placeOf(spoilt), bytes);
}

function forge(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  const path = join(to, 'metadata', 'timestamp.json');
  const timestamp = JSON.parse(readFileSync(path, 'utf8')) as { signed: { version: number } };
  timestamp.signed.version = 99;
  writeFileSync(path, JSON.stringify(timestamp));
}

/** Writes the packs `list-1`, `list-2` (corrected), `damaged` (of list 2), `forged` and `impostor` into a folder. */
export function makeStick(folder: string): Stick {
  const root = [new TestKey(), new TestKey(), new TestKey()];
  const names = { en: 'Sample Rights Monitor', ur: 'نمونہ حقوق نگران' };
  const publisher = new TestPublisher(names, { root, rootThreshold: 2 });
  const begin = [
    file('first', [first, sampleDocument({ id: 'srm/leaflet', title: 'A zebra leaflet' })], {
      seq: 1,
      covers: ['2024-02-15', '2024-02-17'],
    }),
    file('witness', [sampleDocument({ id: 'srm/witness', title: 'A testimony' })], {
      seq: 2,
      sensitive: true,
    }),
  ];
  writePack(join(folder, 'list-1'), publisher.issue(begin));
  const later = [file('second', [second, withdrawn], { seq: 3, since: 2 }), ...months(11)];
  const issue: Issue = publisher.issue([...begin, ...later]);
  writePack(join(folder, 'list-2'), issue);
  writePack(join(folder, 'damaged'), issue);
  const [missing, spoilt] = [issue.files.at(-1) as TestFile, issue.files.at(-2) as TestFile];
  rmSync(join(folder, 'damaged', placeOf(missing)));
  spoil(join(folder, 'damaged'), spoilt);
  forge(join(folder, 'list-2'), join(folder, 'forged'));
  // The second letter is Cyrillic.
  const impostor = new TestPublisher('Sаmple Rights Monitor');
  writePack(join(folder, 'impostor'), impostor.issue([begin[0] as TestFile]));
  return { folder, publisher, impostor };
}
