// How the reader starts beside another one, with a picture to take, and on folders that are not as they should be.
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ask, value } from './bridge.ts';
import { run } from './launch.ts';
import { newFolder, openReader } from './reader.ts';

test('a second reader on the same folder brings the first to the front and ends', async () => {
  const { app, page, data } = await openReader();
  await value(page, 'archive.stats', {});
  const window = await app.browserWindow(page);
  await window.evaluate((first) => first.minimize());
  const second = await run(`--data=${data}`);
  expect(second.output).toContain('open on this data folder already');
  expect(second.code).toBe(0);
  await expect.poll(() => window.evaluate((first) => first.isMinimized())).toBe(false);
  // Nothing of the first was touched.
  expect((await value(page, 'archive.stats', {})).records).toBeGreaterThan(0);
  await app.close();
});

test('two readers on two folders do not know of each other', async () => {
  const [one, two] = [await openReader(), await openReader()];
  for (const { page } of [one, two]) await value(page, 'archive.stats', {});
  for (const { app } of [one, two]) await app.close();
});

test('a picture is saved once the archive is shown, and the program says what it shows', async () => {
  const data = newFolder();
  const picture = join(data, 'picture.png');
  const { code, output } = await run(`--data=${data}`, `--screenshot=${picture}`);
  expect(output).toMatch(
    /^Saved .*picture\.png: the \w+ view with [1-9]\d* records, on Electron \d+/m,
  );
  expect(code).toBe(0);
  expect(readFileSync(picture).subarray(1, 4).toString()).toBe('PNG');
});

test('a picture that cannot be saved ends with a sentence and code 1', async () => {
  const data = newFolder();
  const { code, output } = await run(`--data=${data}`, `--screenshot=${data}/missing/picture.png`);
  expect(output).toContain('No picture: ');
  expect(code).toBe(1);
});

test('a picture of an archive that cannot be opened ends at once, with the reason and code 1', async () => {
  const { app, page, data } = await openReader();
  await value(page, 'archive.stats', {});
  await app.close();
  writeFileSync(
    join(data, 'archive.sqlite'),
    newerArchive(readFileSync(join(data, 'archive.sqlite'))),
  );
  const { code, output } = await run(`--data=${data}`, `--screenshot=${data}/picture.png`);
  expect(output).toContain('newer Mahfuz');
  expect(code).toBe(1);
  expect(existsSync(join(data, 'picture.png'))).toBe(false);
});

/** The same database with the user_version of a Mahfuz to come, as SQLite's file format has it at byte 60. */
function newerArchive(bytes: Buffer): Buffer {
  bytes.writeUInt32BE(99, 60);
  return bytes;
}

test('damaged settings do not keep the window from opening', async () => {
  const data = newFolder();
  writeFileSync(join(data, 'settings.json'), '{"theme": "dark", "language": 7, "wind');
  chmodSync(join(data, 'settings.json'), 0o666);
  const { app, page } = await openReader({ data });
  expect(await value(page, 'shell.settings', {})).toMatchObject({
    theme: 'system',
    language: null,
  });
  expect(await value(page, 'shell.saveSettings', { theme: 'light' })).toMatchObject({
    theme: 'light',
  });
  await app.close();
});

test('settings and the size of the window are there at the next start', async () => {
  const first = await openReader();
  await value(first.page, 'shell.saveSettings', { language: 'ur', textSize: 2 });
  const window = await first.app.browserWindow(first.page);
  await window.evaluate((own) => own.setSize(900, 700));
  await first.app.close();
  const second = await openReader({ data: first.data });
  expect(await value(second.page, 'shell.settings', {})).toMatchObject({
    language: 'ur',
    textSize: 2,
    window: { width: 900, height: 700, maximized: false },
  });
  const labels = await second.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.map(({ label }) => label),
  );
  expect(labels?.[0]).toBe('فائل');
  await second.app.close();
});

test('a folder that cannot be written to opens a window that says so', async () => {
  const data = newFolder();
  chmodSync(data, 0o555);
  const { app, page } = await openReader({ data });
  expect(await ask(page, 'archive.search', {})).toMatchObject({
    error: { code: 'folder_unwritable' },
  });
  await expect(page.getByText('The data folder cannot be written to.')).toBeVisible();
  await app.close();
  chmodSync(data, 0o755);
  expect(readdirSync(data)).toEqual([]);
});

test('every command of the menu reaches the page', async () => {
  const { app, page } = await openReader();
  await page.evaluate(
    `globalThis.sent = []; mahfuz.on('shell.command', (e) => sent.push(e.command)); 0`,
  );
  const ids = await app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []);
    const commands = (items ?? []).filter(
      ({ id, role }) => id && !role && Number.isNaN(Number(id)),
    );
    for (const item of commands) item.click();
    return commands.map(({ id }) => id);
  });
  expect(ids.length).toBeGreaterThan(10);
  await expect.poll(() => page.evaluate('sent')).toEqual(ids);
  await app.close();
});
