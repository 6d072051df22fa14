// The third-party notices are those of the packages that are installed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noticesText } from '../../scripts/notices.ts';

const root = join(import.meta.dirname, '../..');
const file = readFileSync(join(root, 'THIRD-PARTY-NOTICES.md'), 'utf8');

describe('THIRD-PARTY-NOTICES.md', () => {
  it('is what npm run notices would write now', () => {
    expect(file).toBe(noticesText(root));
  });

  it('names every dependency of package.json', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    for (const [name, version] of Object.entries(manifest.dependencies)) {
      expect(file).toMatch(
        new RegExp(`\\| \\[?${name}\\]?.*\\| ${version.replaceAll('.', '\\.')} \\|`),
      );
    }
  });

  it('carries the licence of every font that the page is set in', () => {
    const fonts = file.match(/\| \[@fontsource[^|]*\| [\d.]+ \| OFL-1\.1 \|/g) ?? [];
    expect(fonts.length).toBeGreaterThanOrEqual(4);
    expect(file.match(/SIL OPEN FONT LICENSE Version 1\.1/g)?.length).toBe(fonts.length);
  });
});
