// The own protocol serves the built page's files, each with the whole policy, and nothing else on the disk.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageFiles } from '../../src/main/shell/page-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'mahfuz-page-'));
const page = join(folder, 'renderer');

beforeAll(() => {
  mkdirSync(join(page, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.html'), 'secret');
  writeFileSync(join(page, 'index.html'), '<!doctype html>');
  writeFileSync(join(page, 'assets', 'index.js'), 'run()');
  writeFileSync(join(page, 'assets', 'run.exe'), 'MZ');
  symlinkSync(join(folder, 'secret.html'), join(page, 'link.html'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('files of the page', () => {
  test('a file of the page is served with its type', async () => {
    const found = await pageFiles(page)('assets/index.js');
    expect(found.status).toBe(200);
    expect(found.body?.toString()).toBe('run()');
    expect(found.headers['Content-Type']).toBe('text/javascript; charset=utf-8');
  });

  test.each([
    ['../secret.html'],
    ['assets/../../secret.html'],
    ['..\\secret.html'],
    ['/etc/passwd'],
    ['assets'],
    ['assets/'],
    ['link.html'],
    ['assets/run.exe'],
    ['INDEX.HTML'],
    ['index.html\0.js'],
    ['__proto__'],
    [''],
    [null],
  ])('%j is not there', async (name) => {
    const answer = await pageFiles(page)(name);
    expect(answer).toMatchObject({ status: 404, body: null });
  });

  test('every answer carries the content security policy, the missing ones too', async () => {
    const files = pageFiles(page);
    for (const name of ['index.html', 'assets/index.js', 'missing']) {
      const { headers } = await files(name);
      expect(headers['Content-Security-Policy']?.split('; ')).toEqual([
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
      expect(headers['X-Content-Type-Options']).toBe('nosniff');
      expect(headers['Referrer-Policy']).toBe('no-referrer');
    }
  });
});
