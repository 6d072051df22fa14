// settings.json: what people and disks do to it must not keep the window from opening.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSettings } from '../../src/main/shell/settings-file.ts';
import { DEFAULT_SETTINGS, settings as schema } from '../../src/shared/settings.ts';

let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mahfuz-settings-'));
  file = join(folder, 'settings.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('settings', () => {
  test('a first start has the defaults and writes nothing', () => {
    expect(openSettings(file).get()).toEqual(DEFAULT_SETTINGS);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a change is there at the next start, and leaves everything else as it was', () => {
    openSettings(file).save({ theme: 'dark', textSize: 2 });
    openSettings(file).save({ language: 'ur' });
    expect(openSettings(file).get()).toEqual({
      ...DEFAULT_SETTINGS,
      theme: 'dark',
      textSize: 2,
      language: 'ur',
    });
  });

  test('a change that arrives parsed brings no defaults along', () => {
    expect(schema.partial().parse({ theme: 'dark' })).toEqual({ theme: 'dark' });
  });

  test('one setting that makes no sense does not take the others with it', () => {
    writeFileSync(file, JSON.stringify({ theme: 'purple', textSize: 3, later: true }));
    expect(openSettings(file).get()).toEqual({ ...DEFAULT_SETTINGS, textSize: 3 });
  });

  test('whatever stands in the file, the settings are valid', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        writeFileSync(file, text);
        expect(schema.safeParse(openSettings(file).get()).success).toBe(true);
      }),
    );
  });

  test('a file cut in the middle counts as none, and the next change writes a whole one', () => {
    openSettings(file).save({ theme: 'light' });
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 20));
    const settings = openSettings(file);
    expect(settings.get()).toEqual(DEFAULT_SETTINGS);
    settings.save({ welcomed: true });
    expect(schema.parse(JSON.parse(readFileSync(file, 'utf8'))).welcomed).toBe(true);
  });

  test('settings that cannot be kept say so, and hold until the window closes', () => {
    const settings = openSettings(join(folder, 'missing', 'settings.json'));
    expect(() => settings.save({ theme: 'dark' })).toThrow();
    expect(settings.get().theme).toBe('dark');
  });
});
