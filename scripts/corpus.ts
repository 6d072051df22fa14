// Builds the bundled archive and its index from resources/corpus into out/bundled.
import { join } from 'node:path';
import { buildBundled } from '../src/main/archive/opening/build-bundled.ts';
import { toWireError } from '../src/shared/errors.ts';

const root = join(import.meta.dirname, '..');
const mib = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;

try {
  const made = await buildBundled(join(root, 'resources', 'corpus'), join(root, 'out', 'bundled'));
  const sizes = `${mib(made.archiveBytes)} and an index of ${mib(made.indexBytes)}`;
  console.log(
    `Bundled archive: ${made.records} records, ${sizes}, corpus ${made.corpus.slice(0, 12)}.`,
  );
} catch (error) {
  const { code, detail } = toWireError(error);
  if (code === 'internal') throw error;
  console.error(`The bundled archive could not be built: ${code} ${JSON.stringify(detail)}`);
  process.exitCode = 1;
}
