// The lockfile lets `npm ci` run on every platform and from every registry.
import { describe, expect, test } from 'vitest';
import lockfile from '../../package-lock.json' with { type: 'json' };
import fallback from '../../scripts/fallback-electron/package-lock.json' with { type: 'json' };

type Entry = {
  gypfile?: boolean;
  integrity?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
};
const lockfiles: [string, Record<string, Entry>][] = [
  ['package-lock.json', lockfile.packages],
  ['scripts/fallback-electron/package-lock.json', fallback.packages as Record<string, Entry>],
];

describe.each(lockfiles)('%s', (_name, packages) => {
  const entries = Object.entries(packages).filter(([path]) => path !== '');

  test('names the optional packages of every platform, or npm ci refuses on all of them', () => {
    const missing = entries.flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {}).filter(
        (name) =>
          packages[`node_modules/${name}`] === undefined &&
          packages[`${path}/node_modules/${name}`] === undefined,
      ),
    );
    expect(missing).toEqual([]);
  });

  test('pins every package by its hash', () => {
    expect(entries.filter(([, entry]) => !entry.integrity?.startsWith('sha512-'))).toEqual([]);
  });

  test('names no registry, so that npm uses the one it is set up for', () => {
    expect(entries.filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
  });
});

test('says of the SQLite packages that they need no compiler', () => {
  // Both ship their binaries and say so in their package.json, but `npm ci` reads the lockfile alone,
  // sees binding.gyp, and runs node-gyp, which fails where Python is missing. `npm install` drops the
  // line whenever it writes the lockfile: put `"gypfile": false` back into both entries.
  const packages: Record<string, Entry> = lockfile.packages;
  for (const name of ['better-sqlite3', 'better-sqlite3-multiple-ciphers']) {
    expect(packages[`node_modules/${name}`], name).toMatchObject({ gypfile: false });
  }
});
