// The page is locked in: its policy holds, its bridge is narrow, and what a hostile page would try is refused twice,
// by the page's policy and, where that is switched off, by the program around it.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { attacks, PERMISSIONS, survived, type Target } from './attacks.ts';
import { ask, chooseFile, grant, value } from './bridge.ts';
import { openReader, type Reader } from './reader.ts';

const root = join(import.meta.dirname, '..', '..');
const preload = join(root, 'out', 'preload', 'index.cjs');

let reader: Reader;

test.beforeAll(async () => {
  reader = await openReader();
  await value(reader.page, 'archive.stats', {});
});
test.afterAll(() => reader.app.close());

test('the policy comes with the page, whole', async () => {
  const { page } = reader;
  const [response] = await Promise.all([page.waitForResponse(/index\.html$/), page.reload()]);
  expect(response.headers()['content-security-policy']?.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]);
});

test('the policy is not violated once in normal use', async () => {
  const { page } = reader;
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  await page.addInitScript(`
    globalThis.violations = [];
    addEventListener('securitypolicyviolation', (event) => {
      violations.push(event.violatedDirective + ' by ' + event.sourceFile);
    });
  `);
  await page.reload();
  await useNormally(page);
  expect(await page.evaluate('violations')).toEqual([]);
  expect(problems).toEqual([]);
});

/** Searches, opens a record, and goes through what the menu's keys open. */
async function useNormally(page: Page): Promise<void> {
  const box = page.getByRole('combobox').or(page.getByRole('searchbox')).first();
  await box.fill('election');
  await box.press('Enter');
  await page.getByRole('option').first().click();
  for (const key of ['F1', 'Control+,', 'Alt+ArrowLeft', 'Control+f', 'Control+=']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(100);
  }
}

test('the bridge has five doors, and there is no Node behind the page', async () => {
  const { page } = reader;
  expect(await page.evaluate('Object.keys(mahfuz).sort()')).toEqual([
    'call',
    'cancel',
    'grant',
    'grantDropped',
    'on',
  ]);
  const node = `['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter((n) => n in globalThis)`;
  expect(await page.evaluate(node)).toEqual([]);
});

test('the bridge does not hear another window, even with our own preload script', async () => {
  const [called, granted] = await reader.app.evaluate(async ({ BrowserWindow }, script) => {
    const window = new BrowserWindow({ show: false, webPreferences: { preload: script } });
    await window.loadURL('about:blank');
    const run = (code: string) => window.webContents.executeJavaScript(code) as Promise<unknown>;
    const said = [
      await run(`mahfuz.call('shell.info', {}, 1).then(() => 'heard', String)`),
      await run(`mahfuz.grant('open')`),
    ];
    window.destroy();
    return said;
  }, preload);
  expect(called).toContain('refused');
  expect(granted).toBeNull();
});

test('a frame inside the page has no bridge', async () => {
  const frame = `(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return typeof frame.contentWindow?.mahfuz;
  })()`;
  expect(await reader.page.evaluate(frame)).toBe('undefined');
});

test('what is built for people has no way to load another page', () => {
  const built = join(root, 'out', 'main');
  const files = readdirSync(built, { recursive: true, encoding: 'utf8' });
  const texts = files
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(built, name), 'utf8'));
  expect(texts.some((text) => text.includes('host-resolver-rules'))).toBe(true);
  for (const text of texts) expect(text).not.toContain('ELECTRON_RENDERER_URL');
});

test('markup and code cannot be made from text', async () => {
  const { page } = reader;
  for (const sink of [
    `document.body.innerHTML = '<b>x</b>'`,
    `document.write('<b>x</b>')`,
    `eval('1 + 1')`,
    `new Function('return 1')()`,
    `setTimeout('globalThis.ran = true')`,
    `document.createElement('script').src = 'x.js'`,
    `trustedTypes.createPolicy('own', { createHTML: (text) => text })`,
  ]) {
    expect(await page.evaluate(inPage(sink)), sink).toMatch(/TypeError|EvalError/);
  }
});

// Later, since the debugger that a test asks through may do what the page's own code may not.
function inPage(code: string): string {
  return `new Promise((done) => setTimeout(() => {
    try { ${code}; done('allowed'); } catch (error) { done(String(error)); }
  }))`;
}

test.describe('files', () => {
  test('nothing is imported without a file that the reader chose', async () => {
    const { page } = reader;
    for (const token of ['', '/etc/passwd', '00000000-0000-4000-8000-000000000000']) {
      expect(await ask(page, 'archive.import', { grant: token })).toMatchObject({
        error: { code: 'file_not_granted' },
      });
    }
  });

  test('a chosen file is a token and a name, good for one use and one purpose', async () => {
    const { app, page, data } = reader;
    const path = join(data, 'secret-name', 'x.ndjson');
    await chooseFile(app, path);
    const granted = await grant(page, 'open');
    expect(granted?.name).toBe('x.ndjson');
    expect(JSON.stringify(granted)).not.toContain('secret-name');
    const token = granted?.grant ?? '';
    const refused = { error: { code: 'file_not_granted' } };
    expect(await ask(page, 'shell.printToPdf', { grant: token })).toMatchObject(refused);
    expect(await ask(page, 'archive.import', { grant: token })).toMatchObject({ ok: true });
    expect(await ask(page, 'archive.import', { grant: token })).toMatchObject(refused);
  });

  test('a reader who cancels the dialog grants nothing', async () => {
    await chooseFile(reader.app, null);
    expect(await grant(reader.page, 'open')).toBeNull();
    expect(await grant(reader.page, 'save')).toBeNull();
  });

  test('a dropped file is granted by what the reader dropped, not by what a script made', async () => {
    const { page, data } = reader;
    const made = `mahfuz.grantDropped(new File(['x'], '/etc/passwd'))`;
    expect(await page.evaluate(made)).toBeNull();
    const path = join(data, 'dropped.ndjson');
    writeFileSync(path, '');
    await page.evaluate(`(() => {
      const input = document.createElement('input');
      input.type = 'file'; input.id = 'probe';
      document.body.append(input);
    })()`);
    await page.setInputFiles('#probe', path);
    const granted = await page.evaluate(
      `mahfuz.grantDropped(document.querySelector('#probe').files[0])`,
    );
    expect(granted).toMatchObject({ name: 'dropped.ndjson' });
    await page.evaluate(`document.querySelector('#probe').remove()`);
  });

  test('the page is printed to the file that was chosen', async () => {
    const { app, page, data } = reader;
    const path = join(data, 'page.pdf');
    await chooseFile(app, path);
    const granted = await grant(page, 'save');
    const { bytes } = await value(page, 'shell.printToPdf', { grant: granted?.grant ?? '' });
    const pdf = readFileSync(path);
    expect(pdf.length).toBe(bytes);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});

/** A server on this computer that counts whoever comes, over TCP or UDP. */
async function countingServer(): Promise<Target & { visits: string[]; close: () => void }> {
  const visits: string[] = [];
  const tcp = createServer((socket) => {
    visits.push('tcp');
    socket.on('error', () => {});
    socket.once('data', (data) => {
      visits.push(data.toString('latin1').split('\r\n')[0] ?? '');
      socket.destroy();
    });
  });
  tcp.listen(0, '127.0.0.1');
  await once(tcp, 'listening');
  const { port } = tcp.address() as AddressInfo;
  const udp = createSocket('udp4', () => visits.push('udp'));
  udp.bind(port, '127.0.0.1');
  await once(udp, 'listening');
  const close = () => [tcp, udp].forEach((server) => server.close());
  return { host: '127.0.0.1', port, visits, close };
}

for (const policy of ['with its policy', 'without its policy'] as const) {
  test(`nothing that a hostile page tries gets out, ${policy}`, async () => {
    test.setTimeout(180_000);
    const target = await countingServer();
    const { app, page } = await openReader();
    await page.waitForLoadState();
    if (policy === 'without its policy') {
      const session = await app.context().newCDPSession(page);
      await session.send('Page.setBypassCSP', { enabled: true });
      await page.reload();
    }
    const address = page.url();
    for (const [name, code] of Object.entries(attacks(target))) {
      await test.step(name, async () => {
        await page.evaluate(survived(code)).catch((error: Error) => {
          // A page that navigates away loses its answer; that it did not is seen below.
          throw new Error(`${name}: ${error.message}`);
        });
        expect(page.url().replace(/#$/, ''), name).toBe(address);
      });
    }
    await page.waitForTimeout(1000);
    expect(app.windows()).toHaveLength(1);
    expect(
      page
        .frames()
        .map((frame) => frame.url())
        .filter((url) => url.startsWith('http')),
    ).toEqual([]);
    expect(target.visits).toEqual([]);
    await app.close();
    // The server does count who comes.
    await fetch(`http://${target.host}:${target.port}/control`).catch(() => {});
    expect(target.visits).toContain('GET /control HTTP/1.1');
    target.close();
  });
}

test('nothing that a page asks of the system is granted', async () => {
  for (const [name, code] of Object.entries(PERMISSIONS)) {
    expect(await reader.page.evaluate(survived(code)), name).not.toBe(true);
  }
});

test('neither devtools nor another window can be opened', async () => {
  const opened = await reader.app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.webContents.openDevTools();
    await new Promise((resolve) => setTimeout(resolve, 300));
    return window?.webContents.isDevToolsOpened();
  });
  expect(opened).toBe(false);
  expect(await reader.page.evaluate(`String(window.open('about:blank'))`)).toBe('null');
});

test('requests by other parts of Chromium do not get out either', async () => {
  const target = await countingServer();
  const address = `http://${target.host}:${target.port}/main`;
  const said = await reader.app.evaluate(async ({ net, session }, to) => {
    const tried = [
      () => net.fetch(to),
      () => session.defaultSession.fetch(to),
      () => session.fromPartition('persist:other').fetch(to),
      () => session.defaultSession.resolveHost('example.org'),
    ];
    return Promise.all(
      tried.map((attempt) =>
        attempt().then(
          () => 'came through',
          () => 'refused',
        ),
      ),
    );
  }, address);
  expect(said).toEqual(['refused', 'refused', 'refused', 'refused']);
  expect(target.visits).toEqual([]);
  target.close();
});
