// Root's stand-in for Electron, with a small program in Electron's place that tells what it sees.
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  canMount,
  closedAbove,
  isRoot,
  standInFolder,
  unprivilegedAccount,
} from '../../scripts/account.ts';
import { newFolder } from './folder.ts';

const program = `#!/bin/sh
echo "uid $(id -u) $(id -g) $(id -G)"
echo "home $HOME"
echo "secret [\${SECRET-}]"
echo "here $(pwd)"
echo "beside $(ls "$1/.." | tr '\\n' ' ')"
for a do echo "argument $a"; done
exit 7
`;

/** Puts the program into a project folder, where Electron would be. */
function fill(project: string) {
  const folder = join(project, 'node_modules/electron/dist');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'electron'), program, { mode: 0o755 });
}

/** Runs the stand-in for `project`, seen by the account at `stage`, below a closed folder or not. */
function run(project: string, stage: string, args: string[]) {
  const { uid, gid } = unprivilegedAccount();
  const cover = closedAbove(stage, { uid, gid });
  const env = {
    PATH: process.env.PATH,
    SECRET: "root's own",
    MAHFUZ_ACCOUNT: `${uid}:${gid}`,
    MAHFUZ_HOME: '/nonexistent',
    MAHFUZ_PROJECT: project,
    MAHFUZ_STAGE: stage,
    MAHFUZ_COVER: cover ?? '',
    MAHFUZ_REVEAL: cover ? stage : '',
  };
  const end = spawnSync(join(standInFolder, 'electron'), args, { env, encoding: 'utf8' });
  return { lines: end.stdout.split('\n'), ...end };
}

// Only root has an account to change from.
describe.skipIf(!isRoot())("root's stand-in for Electron", () => {
  let top = '';
  beforeEach(() => {
    top = newFolder();
    chmodSync(top, 0o755);
  });

  test('runs as nobody in no other group, in a home of its own, without what root has in its environment', () => {
    fill(join(top, 'project'));
    const { lines, status } = run(join(top, 'project'), join(top, 'project'), ['.']);
    const { uid, gid } = unprivilegedAccount();
    expect(lines).toContain(`uid ${uid} ${gid} ${gid}`);
    expect(lines).toContain('home /nonexistent');
    expect(lines).toContain('secret []');
    expect(status).toBe(7);
  });

  test.skipIf(isRoot() && !canMount())(
    'reaches a project under folders closed to it, at its usual path, and nothing beside it',
    () => {
      const project = join(top, 'closed', 'closed too', "it's محفوظ");
      fill(project);
      copyFileSync(import.meta.filename, join(project, '..', 'not for nobody'));
      for (const closed of ['closed', 'closed/closed too']) chmodSync(join(top, closed), 0o700);
      const { lines, stderr, status } = run(project, project, [project, 'a b', '--c=d']);
      expect(stderr).toBe('');
      expect(lines).toContain(`here ${project}`);
      expect(lines).toContain("beside it's محفوظ ");
      expect(lines.filter((line) => line.startsWith('argument'))).toEqual([
        `argument ${project}`,
        'argument a b',
        'argument --c=d',
      ]);
      expect(status).toBe(7);
    },
  );

  test('names places in a copy of the project by their path in the copy, and no others', () => {
    const copy = join(top, 'copy');
    fill(copy);
    const { lines } = run('/the/project', copy, [
      '/the/project',
      '/the/project/x y',
      '/the/projects',
    ]);
    expect(lines.filter((line) => line.startsWith('argument'))).toEqual([
      `argument ${copy}`,
      `argument ${copy}/x y`,
      'argument /the/projects',
    ]);
  });
});
