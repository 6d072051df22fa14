// Where the data folder is, on every system.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataFolder, type PlaceHints } from '../../src/main/data-folder/place.ts';
import { temporaryFolder } from '../folders.ts';

const linux: PlaceHints = {
  environment: {},
  platform: 'linux',
  home: '/home/reader',
  launcherFolder: '/opt/mahfuz',
  currentFolder: '/media',
  root: false,
};

test('what the user says counts first: the argument, then the environment', () => {
  const environment = { MAHFUZ_DATA: '/from/environment' };
  expect(dataFolder({ ...linux, argument: 'stick', environment })).toBe('/media/stick');
  expect(dataFolder({ ...linux, environment })).toBe('/from/environment');
  expect(dataFolder({ ...linux, argument: '', environment: { MAHFUZ_DATA: '' } })).toBe(
    '/home/reader/.local/share/mahfuz',
  );
});

test('a folder mahfuz-data beside the launcher makes it portable', () => {
  const launcherFolder = temporaryFolder();
  mkdirSync(join(launcherFolder, 'mahfuz-data'));
  expect(dataFolder({ ...linux, launcherFolder })).toBe(join(launcherFolder, 'mahfuz-data'));
  expect(dataFolder({ ...linux, launcherFolder, argument: '/elsewhere' })).toBe('/elsewhere');
});

test('each system has its own place for it', () => {
  const xdg = { XDG_DATA_HOME: '/data' };
  expect(dataFolder({ ...linux, environment: xdg })).toBe('/data/mahfuz');
  expect(dataFolder({ ...linux, environment: { XDG_DATA_HOME: 'relative' } })).toBe(
    '/home/reader/.local/share/mahfuz',
  );
  expect(dataFolder({ ...linux, root: true })).toBe('/var/lib/mahfuz');
  expect(dataFolder({ ...linux, platform: 'darwin', home: '/Users/reader', root: true })).toBe(
    '/Users/reader/Library/Application Support/Mahfuz',
  );
  const windows: PlaceHints = {
    ...linux,
    platform: 'win32',
    home: 'C:\\Users\\reader',
    launcherFolder: 'D:\\mahfuz',
    currentFolder: 'D:\\',
  };
  expect(dataFolder(windows)).toBe('C:\\Users\\reader\\AppData\\Roaming\\Mahfuz');
  expect(dataFolder({ ...windows, environment: { APPDATA: 'E:\\Roaming' } })).toBe(
    'E:\\Roaming\\Mahfuz',
  );
  expect(dataFolder({ ...windows, argument: 'stick' })).toBe('D:\\stick');
});
