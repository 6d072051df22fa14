// Finds the files that processes and threads start from: doors stand side by side, in the sources and in what is built.
import { fileURLToPath } from 'node:url';

/** The path of the door `name`, beside the door that asks (its `import.meta.url`), in the same form (.ts or .js). */
export function entryPath(asking: string, name: string): string {
  const extension = asking.endsWith('.ts') ? '.ts' : '.js';
  return fileURLToPath(new URL(`${name}${extension}`, asking));
}
