// Other clients of TUF read our packs: python-tuf, where this machine has it.
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { madePublisher, madeRecord, verified } from './publishers.ts';

const script = join(import.meta.dirname, 'python-tuf-reads.py');
const hasPythonTuf = spawnSync('python3', ['-c', 'import tuf.ngclient']).status === 0;

// Debian calls it python3-tuf; docs/for-publishers.md tells how to get it.
test.skipIf(!hasPythonTuf)(
  'python-tuf verifies a pack with two of three holders, changed keys, a delegate and Persian names',
  async () => {
    const name = { fa: 'گروه نمونه 😀', en: 'Group' };
    const made = await madePublisher({ holders: 3, name, firstDay: new Date() });
    await made.delegate('amnesty');
    await made.build(madeRecord('hrd/one'), madeRecord('amnesty/one', { title: 'بیانیه' }));
    await made.rotate(2);
    await made.rotate('targets');
    await made.revoke('publishing');
    await made.build(madeRecord('hrd/two'));
    const { files } = await verified(made.pack);
    const paths = files.map(({ path }) => path);
    expect(paths).toHaveLength(3);
    const told = execFileSync('python3', [script, made.pack, ...paths]).toString();
    expect(told.trim().split('\n')).toEqual(
      files.map(({ path, length, custom }) => `${path} ${length} ${custom.records}`),
    );
  },
);
