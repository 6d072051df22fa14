// A saved PDF tells nothing of the machine, the program or the minute of its making.
import { describe, expect, it } from 'vitest';
import { withoutTraces } from '../../src/main/shell/pdf-traces.ts';

const pdf = (...entries: string[]) =>
  Buffer.from(
    `%PDF-1.4\n%\xd3\xeb\xe9\xe1\n1 0 obj\n<<${entries.join('\n')}>>\nendobj\n`,
    'latin1',
  );

const TITLE = '/Title (Mahfuz)';

describe('what tells of a PDF’s making', () => {
  const traced = pdf(
    TITLE,
    '/Creator (Mozilla/5.0 \\(X11; Linux x86_64\\) Electron/45)',
    '/Producer (Skia/PDF m130)',
    "/CreationDate (D:20261122180000+00'00')",
    "/ModDate (D:20261122180000+00'00')",
    '/Author <4d65>',
  );
  const clean = Buffer.from(withoutTraces(traced)).toString('latin1');

  it('is taken out, whatever brackets stand in it', () => {
    for (const trace of ['Linux', 'Electron', 'Skia', '2026', 'Author', 'ModDate', '4d65']) {
      expect(clean).not.toContain(trace);
    }
  });

  it('leaves everything else where it was, byte by byte', () => {
    expect(clean).toHaveLength(traced.length);
    expect(clean).toContain(TITLE);
    expect(clean.indexOf('endobj')).toBe(traced.toString('latin1').indexOf('endobj'));
    expect(Buffer.from(clean, 'latin1').subarray(0, 15)).toEqual(traced.subarray(0, 15));
  });

  it('is not looked for in what has none', () => {
    const plain = pdf(TITLE);
    expect(Buffer.from(withoutTraces(plain))).toEqual(plain);
  });
});
