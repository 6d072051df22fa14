// The papers at the root are true to the tree: what they name exists.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const readme = read('README.md');

/** The paths that the map names, each within the line above it that is less indented. */
function mappedPaths(): string[] {
  const map = /## Map of the rooms\n+```\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const paths: string[] = [];
  const parents: [indent: number, path: string][] = [];
  for (const line of map.split('\n')) {
    const [, spaces = '', name] = /^( {0,4})([\w./-]+)/.exec(line) ?? [];
    if (name === undefined) continue;
    while ((parents.at(-1)?.[0] ?? -1) >= spaces.length) parents.pop();
    const path = join(parents.at(-1)?.[1] ?? '', name);
    parents.push([spaces.length, path]);
    paths.push(path);
  }
  return paths;
}

describe('the map in the README', () => {
  it('names only what exists', () => {
    const paths = mappedPaths();
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('names every room of src and of src/main', () => {
    const rooms = ['src', 'src/main', 'src/main/archive'].flatMap((folder) =>
      readdirSync(join(root, folder))
        .map((name) => join(folder, name))
        .filter((path) => statSync(join(root, path)).isDirectory()),
    );
    const mapped = new Set([...mappedPaths(), 'src/main']);
    expect(rooms.filter((room) => !mapped.has(room) && !mapped.has(`${room}/`))).toEqual([]);
  });
});

describe('the papers', () => {
  it.each(['README.md', 'SECURITY.md', 'CHANGELOG.md', 'docs/field-map.md'])(
    '%s link only to files that exist and name only scripts that exist',
    (paper) => {
      const text = read(paper);
      const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
      const links = [...text.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(
        ([, path]) => path as string,
      );
      expect(links.filter((path) => !existsSync(join(root, paper, '..', path)))).toEqual([]);
      const named = [...text.matchAll(/npm run (?:-s )?([a-z-]+)/g)].map(
        ([, name]) => name as string,
      );
      expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
    },
  );
});
