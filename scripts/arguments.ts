// What stands after `npm start --`: the two options that the launcher itself must understand, and the rest.

/** Options of the launcher; `rest` is handed to the reader as it is. */
export type Given = { screenshot?: string; data?: string; rest: string[] };

/** Reads `--screenshot FILE`, `--data DIR` (also with `=`) and keeps the rest; or says what is wrong. */
export function readArguments(args: string[]): Given | { problem: string } {
  const given: Given = { rest: [] };
  const left = [...args];
  while (left.length > 0) {
    const argument = left.shift() as string;
    const [, name, value] = /^--(screenshot|data)(?:=(.*))?$/s.exec(argument) ?? [];
    if (name === 'screenshot' || name === 'data') {
      const file = value ?? left.shift();
      if (!file || file.startsWith('--'))
        return { problem: `--${name} needs a ${name === 'data' ? 'folder' : 'file'} after it.` };
      given[name] = file;
    } else if (/^--(no-|disable-.*)sandbox/.test(argument)) {
      return { problem: `${argument} is refused: Mahfuz never runs without Chromium's sandbox.` };
    } else given.rest.push(argument);
  }
  return given;
}
