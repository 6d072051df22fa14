// What the timeline shows as files: the fields of others, safe in a spreadsheet, and nothing of who made it.
import { existsSync, readFileSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { csvHead, csvLine } from '../../../src/main/archive/timeline/export/csv.ts';
import { eventRow } from '../../../src/main/archive/timeline/export/event-row.ts';
import { exportTimeline } from '../../../src/main/archive/timeline/export/export.ts';
import type { Input } from '../../../src/shared/contract.ts';
import type { EventRecord } from '../../../src/shared/record.ts';
import { exportQuery } from '../../../src/shared/timeline.ts';
import { temporaryFolder } from '../../folders.ts';
import { sampleEvent } from '../sample.ts';
import { day, indexed } from '../search/indexed.ts';
import { block, story } from './story.ts';

type Asked = Omit<Input<'timeline.export'>, 'grant'>;

async function exported(asked: Asked, records = story) {
  const searched = await indexed(records);
  const path = join(temporaryFolder(), 'seen');
  const query = exportQuery.parse({ grant: '', ...asked });
  const report = await exportTimeline({ searched, query, path });
  return { report, text: readFileSync(path, 'utf8'), path };
}

const row = (event: unknown) => eventRow(event as EventRecord, 'local');

test('an event has the fields of STOP, OONI and IODA', () => {
  expect(row(block)).toMatchObject({
    start_date: '2024-02-17',
    start_date_type: 'actual',
    end_date: '2025-05-07',
    shutdown_status: 'ended',
    country: 'Pakistan',
    geo_scope: 'national',
    shutdown_type: 'service_block',
    twitter_affected: 'yes',
    facebook_affected: null,
    'ooni.probe_cc': 'PK',
    'ioda.location': 'country/PK',
    'mahfuz.competing_dates':
      'start: 2024-02-18 (a tester of proxies); end: by the morning of 2025-05-08 (a minister)',
  });
});

test('only a date with a time is a moment: a day is none', () => {
  const none = { 'ioda.start': null, 'ioda.duration': null, 'ooni.measurement_start_time': null };
  expect(row(block)).toMatchObject(none);
  const minute = (value: string) => ({ value, precision: 'minute', kind: 'actual' });
  const timed = sampleEvent({
    start: minute('2024-02-17T02:30+05:00'),
    end: minute('2024-02-17T03:30+05:00'),
  });
  expect(row(timed)).toMatchObject({
    'ioda.start': Date.UTC(2024, 1, 16, 21, 30) / 1000,
    'ioda.duration': 3600,
    'ooni.measurement_start_time': '2024-02-16 21:30:00',
  });
});

test('a service without a column of its own is named among the others', () => {
  const services = [
    { id: 'tiktok', printed: 'TikTok' },
    { id: null, printed: 'a small forum' },
    { id: 'whatsapp', printed: 'WhatsApp' },
  ];
  const networks = [{ id: 'sms', printed: 'text messages' }];
  expect(row(sampleEvent({ restriction: { type: 'shutdown', services, networks } }))).toMatchObject(
    {
      other_affected: 'TikTok; a small forum',
      whatsapp_affected: 'yes',
      'ooni.test_name': 'whatsapp',
      sms_affected: 'yes',
      phonecall_affected: null,
    },
  );
});

test('CSV keeps commas, quotes and lines, and no cell is a formula', () => {
  expect(csvLine(['a', 'b', 'c', 'd'], { a: 'x,y', b: 'say "so"', c: 'one\ntwo', d: 3 })).toBe(
    '"x,y","say ""so""","one\ntwo",3\r\n',
  );
  const formulas = ['=HYPERLINK("http://x")', '+1', '-1', '@x', '\tx'];
  for (const text of formulas) expect(csvLine(['a'], { a: text })).toMatch(/^"?'/);
  expect(csvLine(['a', 'b'], { a: null, b: -5 })).toBe(',-5\r\n');
  expect(csvHead(['a', 'b'])).toBe('a,b\r\n');
});

test('every row says which query made it, and nothing says who, where or when', async () => {
  const { text, report, path } = await exported({ text: 'blocked', format: 'csv' });
  const [head = '', first = ''] = text.split('\r\n');
  expect(head).toMatch(/^id,shelf,revision,event_type,title,.*,mahfuz\.query$/);
  expect(first).toContain('""text"":""blocked""');
  expect(report).toMatchObject({ records: 1, withheld: 0, bytes: Buffer.byteLength(text) });
  for (const trace of [dirname(path), hostname(), homedir()]) expect(text).not.toContain(trace);
  // Nor the time of the export; the record's own dates are days.
  expect(text).not.toMatch(/\d\d:\d\d/);
});

test('of chosen lanes only what stands in them is written, and the query says so', async () => {
  const lanes = { by: 'country' as const, keys: ['IN'] };
  const file = JSON.parse((await exported({ format: 'json', lanes })).text);
  expect(file.rows.map(({ id }: { id: string }) => id)).toEqual(['test/nights']);
  expect(file.query.lanes).toEqual(lanes);
});

test('two exports of the same are the same to the byte', async () => {
  const asked = { format: 'json' } as const;
  expect((await exported(asked)).text).toBe((await exported(asked)).text);
});

test('JSON has the sources of each event, and counts what was withdrawn for safety', async () => {
  const { text, report } = await exported({ format: 'json', note: 'for the court' });
  const file = JSON.parse(text);
  expect(file).toMatchObject({ what: 'events', query: { text: '' }, note: 'for the court' });
  expect(file.rows).toHaveLength(6);
  expect(file.rows[1]).toMatchObject({ id: 'test/block', twitter_affected: 'yes' });
  expect(file.rows[1].sources[0]).toMatchObject({ title: 'A paper of record', read: 'whole' });
  expect(report).toMatchObject({ records: 6, withheld: 1 });
  expect(text).not.toContain('somebody was named');
});

test('counts along time and figures can be taken along too, with the rule', async () => {
  const density = JSON.parse(
    (await exported({ format: 'json', what: 'density', unit: 'month' })).text,
  );
  const sum = density.rows.reduce((all: number, one: { records: number }) => all + one.records, 0);
  expect(sum).toBe(story.length);
  const figures = JSON.parse((await exported({ format: 'json', what: 'figures' })).text);
  expect(figures.rule.length).toBeGreaterThan(5);
  expect(figures.rows[0]).toMatchObject({ country: 'PK', national_least: 446 });
  const csv = await exported({ format: 'csv', what: 'figures' });
  expect(csv.text.split('\r\n')[0]).toContain('country,national_least,national_most');
});

test('an export of nothing is a whole file', async () => {
  const { text, report } = await exported({ text: 'nobody', format: 'json' });
  expect(JSON.parse(text).rows).toEqual([]);
  expect(report.records).toBe(0);
});

test('an export that is cancelled leaves nothing behind', async () => {
  const many = Array.from({ length: 1200 }, (_, at) =>
    sampleEvent({ id: `test/e${at}`, start: day('2024-03-01') }),
  );
  const searched = await indexed(many);
  const path = join(temporaryFolder(), 'seen');
  const stop = new AbortController();
  const query = exportQuery.parse({ grant: '', format: 'csv' });
  const onProgress = () => stop.abort();
  await expect(
    exportTimeline({ searched, query, path, signal: stop.signal, onProgress }),
  ).rejects.toMatchObject({ code: 'cancelled' });
  expect(existsSync(path)).toBe(false);
});
