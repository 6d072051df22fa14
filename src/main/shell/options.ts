// What the program is started with.
import { parseArgs } from 'node:util';

export interface Options {
  /** The data folder, as given. */
  data?: string;
  /** Where to save a picture of the window once it shows the archive; the program then ends. */
  screenshot?: string;
}

/** Reads `--data DIR` and `--screenshot FILE` (also with `=`) from the program's arguments; Chromium's own are left alone. */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: argv.slice(1),
    options: { data: { type: 'string' }, screenshot: { type: 'string' } },
    strict: false,
  });
  const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);
  return { data: text(values.data), screenshot: text(values.screenshot) };
}
