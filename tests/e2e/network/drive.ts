// Run inside the watched network namespace: opens the reader, imports and opens the hostile record, uses the reader a
// little, and lets a hostile page try everything. Says on its last line what it did, for the test that started it.
import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attacks, survived } from '../attacks.ts';
import { runJob, value } from '../bridge.ts';
import { openReader } from '../reader.ts';
import { HOSTILE_RECORD, OUTSIDE } from './hostile-record.ts';

const reader = await openReader();
const { app, page, data } = reader;

// Reads wait until the archive is open.
await value(page, 'archive.stats', {});
const file = join(data, 'hostile.ndjson');
writeFileSync(file, `${JSON.stringify(HOSTILE_RECORD)}\n`);
const imported = await runJob(reader, 'archive.import', file);
if (imported.error) throw new Error(`the record was not imported: ${imported.error.code}`);

// The record is found and opened as a reader would.
const box = page.getByRole('combobox').or(page.getByRole('searchbox')).first();
await box.fill('zealous');
await box.press('Enter');
await page.getByRole('option').first().click();
const text = page.getByText('This text was written to give its reader away').first();
await text.waitFor();
const shown = await text.isVisible();
for (const link of await page.locator('article a, main a').all())
  await link.click({ timeout: 500 }).catch(() => {});
await page.emulateMedia({ colorScheme: 'dark' });
await page.waitForTimeout(500);
const requested = await page.evaluate(
  `performance.getEntriesByType('resource').map(({ name }) => name)`,
);

const session = await app.context().newCDPSession(page);
for (const enabled of [false, true]) {
  await session.send('Page.setBypassCSP', { enabled });
  await page.reload();
  for (const code of Object.values(attacks(OUTSIDE))) await page.evaluate(survived(code));
}
await app.evaluate(
  async ({ net }, to) => net.fetch(to).catch(() => {}),
  `http://${OUTSIDE.host}:${OUTSIDE.port}/`,
);
await page.waitForTimeout(1000);
const processes = processesOf(app.process().pid as number);
await app.close();
console.log(JSON.stringify({ shown, requested, processes }));

/** The processes of the app: in this watched network, walled in one without any way out, or where nobody looks. */
function processesOf(first: number): { watched: number; walled: number; elsewhere: number } {
  const here = readlinkSync('/proc/self/ns/net');
  const members = new Set([first]);
  const numbers = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? Number(name) : []));
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${number}/status`, 'utf8'))?.[1];
    if (members.has(Number(parent))) members.add(number);
  }
  const found = { watched: 0, walled: 0, elsewhere: 0 };
  for (const member of members) {
    if (readlinkSync(`/proc/${member}/ns/net`) === here) found.watched += 1;
    else found[hasWayOut(member) ? 'elsewhere' : 'walled'] += 1;
  }
  return found;
}

// Chromium puts pages into an empty network of their own: no device but loopback, and no route.
function hasWayOut(process: number): boolean {
  const lines = (file: string, heading: number) =>
    readFileSync(`/proc/${process}/net/${file}`, 'utf8').trim().split('\n').slice(heading);
  return lines('dev', 2).some((line) => !/^\s*lo:/.test(line)) || lines('route', 1).length > 0;
}
