// A row of the ledger as verification and merging see the file.
import type { FileRow } from '../../archive/store/files.ts';
import { STANDING, type Standing } from '../../archive/store/standing.ts';
import { fileField } from '../format/fields.ts';
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
    custom: fileField.parse(JSON.parse(custom)),
  };
}

/** How good the file is as what carries a revision. */
export function standingOf({ listed, stolen }: Pick<FileRow, 'listed' | 'stolen'>): Standing {
  if (stolen) return STANDING.stolen;
  return listed ? STANDING.listed : STANDING.delisted;
}
