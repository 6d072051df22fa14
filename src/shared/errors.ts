// The closed list of what can go wrong, and the one error idiom of the house.

/** Every error code; each has a sentence and a next step in error-sentences.ts. */
export const ERROR_CODES = [
  // asking
  'unknown_method',
  'invalid_input',
  'not_found',
  'cancelled',
  'superseded',
  'query_too_long',
  // the archive process
  'archive_unavailable',
  'archive_crashed',
  'still_opening',
  // the data folder
  'folder_in_use',
  'folder_unwritable',
  'folder_missing',
  'disk_full',
  'newer_data',
  'archive_damaged',
  'archive_set_aside',
  'index_damaged',
  'notebook_damaged',
  'notebook_key_missing',
  'bundled_archive_missing',
  // files given by the reader
  'file_not_granted',
  'file_unreadable',
  'file_unwritable',
  'file_exists',
  'import_malformed',
  'import_not_utf8',
  'import_line_too_long',
  'import_needs_newer_reader',
  'job_running',
  // packs
  'publisher_unknown',
  'fingerprint_differs',
  'inspection_gone',
  'pack_refused',
  'pack_unreadable',
  'several_packs',
  'import_unknown',
  'share_nothing',
  'no_room',
  'copy_differs',
  // packs as files, and making them
  'pack_file_too_large',
  'payload_missing',
  'payload_damaged',
  'payload_malformed',
  'passphrase_wrong',
  'passphrase_missing',
  'publisher_exists',
  'publisher_missing',
  'key_missing',
  'draft_unfit',
  'build_refused',
  // wrong use of the terminal
  'wrong_usage',
  // our own bug
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Facts that fill an error's sentence, such as the line and field of a malformed file; never record text. */
export type ErrorDetail = Record<string, string | number | boolean | null>;

/** What crosses a process boundary in place of an exception. */
export interface WireError {
  code: ErrorCode;
  message: string;
  detail: ErrorDetail;
}

/** An expected failure: the world's fault, to be said in a sentence with a next step. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;

  constructor(code: ErrorCode, detail: ErrorDetail = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.detail = detail;
  }
}

/** Turns whatever was thrown into what the wire carries; anything that is no AppError is our own bug. */
export function toWireError(thrown: unknown): WireError {
  if (thrown instanceof AppError) {
    return { code: thrown.code, message: thrown.message, detail: thrown.detail };
  }
  return { code: 'internal', message: 'internal', detail: {} };
}

/** Makes an AppError again of what the wire carried. */
export function fromWireError(error: WireError): AppError {
  return new AppError(error.code, error.detail);
}
