// The files that the page consists of: listed once, so that an address can only name one of them.
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { mediaType, pageHeaders } from './page-headers.ts';

export interface PageAnswer {
  status: 200 | 404;
  headers: Record<string, string>;
  body: Buffer | null;
}

/** Answers requests for the files that are in `folder` now, by their names in it; everything else is not there. */
export function pageFiles(folder: string): (name: string | null) => Promise<PageAnswer> {
  const files = listFiles(folder);
  return async (name) => {
    const file = name === null ? undefined : files.get(name);
    const type = file && mediaType(extname(file));
    if (!file || !type) return { status: 404, headers: pageHeaders('text/plain'), body: null };
    return { status: 200, headers: pageHeaders(type), body: await readFile(file) };
  };
}

function listFiles(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name));
  return new Map(paths.map((path) => [relative(folder, path).replaceAll(sep, '/'), path]));
}
