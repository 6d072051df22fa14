// A row of the ledger as verification and merging see the file.
import type { FileRow } from '../../archive/store/files.ts';
import { STANDING, type Standing } from '../../archive/store/standing.ts';
import type { FileField } from '../format/fields.ts';
import { payloadName } from '../format/names.ts';
import type { ListedFile } from '../verify/verdict.ts';

/** The file as its list had it. */
export function listedFile({ role, path, hash, bytes, custom }: FileRow): ListedFile {
  return {
    role,
    ns: path.slice(0, path.indexOf('/')),
    path,
    place: payloadName(path, hash),
    sha256: hash,
    length: bytes,
    custom: customOf({ custom }),
  };
}

/** What the list says of a file; it was checked before it was written down. */
export function customOf({ custom }: Pick<FileRow, 'custom'>): FileField {
  return JSON.parse(custom) as FileField;
}

/** How good the file is as what carries a revision. */
export function standingOf({ listed, stolen }: Pick<FileRow, 'listed' | 'stolen'>): Standing {
  if (stolen) return STANDING.stolen;
  return listed ? STANDING.listed : STANDING.delisted;
}
