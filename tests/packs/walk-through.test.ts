// The walk-through for publishers, command by command as it stands in docs/for-publishers.md.
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../folders.ts';
import { withPack } from './publishers.ts';
import { verifyPack } from '../../src/main/packs/verify/verify-pack.ts';

const doc = readFileSync(join(import.meta.dirname, '../../docs/for-publishers.md'), 'utf8');
const cli = join(import.meta.dirname, 'cheap-cli.ts');

interface Block {
  heading: string;
  /** Programs that it needs beside a shell. */
  needs: string[];
  commands: string;
}

function blocksOf(text: string): Block[] {
  let heading = '';
  return [...text.matchAll(/^##+ (.+)$|^```sh(?: needs=(\S+))?\n([\s\S]*?)^```$/gm)].flatMap(
    ([, title, needs, commands]) => {
      heading = title ?? heading;
      return commands === undefined ? [] : [{ heading, needs: needs?.split(',') ?? [], commands }];
    },
  );
}

const isHere = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** A shell in a folder where `npm run -s cli --` is our terminal. */
async function shellIn(folder: string) {
  const npm = join(folder, '.bin', 'npm');
  spawnSync('mkdir', [join(folder, '.bin')]);
  writeFileSync(npm, `#!/bin/sh\nshift 4\nexec "${process.execPath}" "${cli}" "$@"\n`, {
    mode: 0o755,
  });
  const ports: Record<string, string> = {
    8123: String(await freePort()),
    8730: String(await freePort()),
  };
  const env = {
    ...process.env,
    PATH: `${join(folder, '.bin')}:${process.env.PATH}`,
    // Some thirty programs start, one after the other: what the first compiled serves the others.
    NODE_COMPILE_CACHE: join(folder, '.cache'),
    MAHFUZ_PASSPHRASE: 'six words that nobody else knows',
  };
  return async (commands: string): Promise<string> => {
    const script = commands.replace(/8123|8730/g, (port) => ports[port] as string);
    const options = { cwd: folder, env };
    const { stdout } = await promisify(execFile)(
      'bash',
      ['-euo', 'pipefail', '-c', script],
      options,
    );
    return stdout;
  };
}

test('a small group becomes a publisher, issues, corrects, changes keys and survives a theft, as the walk-through says', async () => {
  const folder = temporaryFolder();
  const run = await shellIn(folder);
  const said = new Map<string, string>();
  for (const { heading, needs, commands } of blocksOf(doc)) {
    const missing = needs.filter((program) => !isHere(program));
    if (missing.length > 0) {
      console.log(`not tried, for want of ${missing.join(', ')}: ${heading}`);
      continue;
    }
    said.set(heading, `${said.get(heading) ?? ''}${await run(commands)}`);
  }
  expect(said.get('2. Become a publisher')).toMatch(/(\d{5} ){3}\d{5}\n {2}(\d{5} ){3}\d{5}/);
  expect(said.get('3. Give the root keys to their holders')).toContain(
    'opens with the new passphrase only',
  );
  expect(said.get('5. Build the pack')).toMatch(
    /2 records read, 0 published before: 2 new files[\s\S]*sensitive[\s\S]*2 published before: nothing was new/,
  );
  expect(said.get('6. Check it as a reader would')).toContain(
    '2 whole, 0 damaged, 0 not in this pack',
  );
  expect(said.get('8. The next issue')).toMatch(
    /\+ hrd\/mobile-data-march \(2\)[\s\S]*2 whole, 0 damaged, 0 not in this pack, 1 withdrawn/,
  );
  expect(said.get('9. Change a key')).toMatch(
    /More holders must sign[\s\S]*Signed by 1 of 2[\s\S]*The change is in force/,
  );
  expect(said.get('10. A key was stolen')).toMatch(/The change is in force/);
  expect(said.get('11. Let others speak in your packs')).toMatch(
    /signed with the key of this number:\n {2}(\d{5} ){3}[\s\S]*List 2 of amnesty[\s\S]*1 new file[\s\S]*3 whole[\s\S]*amnesty: signed with the key[\s\S]*Speaks for amnesty/,
  );
  const { publisher, files, outcome } = await withPack(join(folder, 'group/pack'), (pack) =>
    verifyPack(pack, null),
  );
  expect(outcome).toBe('accepted');
  expect(publisher).toMatchObject({ rootVersion: 3, revocations: [{ role: 'targets' }] });
  expect(files).toHaveLength(4);
  expect(files.filter(({ role }) => role === 'amnesty')).toHaveLength(1);
  expect(existsSync(join(folder, 'group/keys/amnesty.age'))).toBe(false);
  for (const copy of ['stick/example-group', 'example-group.pack', 'parts/pack-1-of-1.pack']) {
    expect(existsSync(join(folder, copy))).toBe(true);
  }
  if (isHere('rsync')) expect(said.get('By rsync')).toContain('2 whole, 0 damaged');
  if (isHere('wget')) expect(said.get('By a plain web server')).toContain('2 whole, 0 damaged');
}, 300_000);
