// What stands where in a data folder.
import { join } from 'node:path';

/** The paths of everything that Mahfuz keeps in a data folder. */
export function layout(folder: string) {
  return {
    folder,
    archive: join(folder, 'archive.sqlite'),
    /** Names the search index that is in use, so that an open one is never renamed or deleted. */
    indexPointer: join(folder, 'search.json'),
    notebook: join(folder, 'notebook.sqlite'),
    notebookKey: join(folder, 'notebook.key'),
    /** NDJSON files that the reader imported, each named by its SHA-256. */
    local: join(folder, 'local'),
    packs: join(folder, 'packs'),
    settings: join(folder, 'settings.json'),
    writerLock: join(folder, 'writer.lock'),
    /** Stands while the archive is open for writing; found at opening, it tells of a crash. */
    openMarker: join(folder, 'open.marker'),
    /** Stands where damage was met while reading; the next opening checks the whole archive. */
    suspectMarker: join(folder, 'suspect.marker'),
    /** Emptied at every start and end: half-made files, Chromium's session, crash reports. */
    transient: join(folder, 'transient'),
  };
}
export type Layout = ReturnType<typeof layout>;

const INDEX_NAME = /^search-([1-9]\d{0,8})\.sqlite$/;

/** The file name of the search index with a number. */
export function indexName(number: number): string {
  return `search-${number}.sqlite`;
}

/** The number in a search index's file name; null for any other file. */
export function indexNumber(name: string): number | null {
  const match = INDEX_NAME.exec(name);
  return match ? Number(match[1]) : null;
}
