// The processes of a running reader, as Linux lists them.
import { readdirSync, readFileSync } from 'node:fs';

export interface Member {
  pid: number;
  command: string;
  status: string;
}

/** Every process that descends from `first`, itself included. */
export function family(first: number): Member[] {
  const members = new Map<number, Member>();
  const numbers = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? Number(name) : []));
  for (const pid of numbers.toSorted((a, b) => a - b)) {
    const status = readOrNothing(`/proc/${pid}/status`);
    const parent = Number(/^PPid:\s*(\d+)/m.exec(status)?.[1]);
    if (pid !== first && !members.has(parent)) continue;
    const command = readOrNothing(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
    members.set(pid, { pid, command, status });
  }
  return [...members.values()];
}

/** The process that holds the archive. */
export function archiveProcess(first: number): Member | undefined {
  return family(first).find(({ command }) =>
    /archive-process\.js|utility-sub-type=node/.test(command),
  );
}

/** Tells whether a process runs; one that has ended and was not yet asked for does not. */
export function isRunning(pid: number): boolean {
  const state = /^State:\s*(\w)/m.exec(readOrNothing(`/proc/${pid}/status`))?.[1];
  return state !== undefined && state !== 'Z';
}

// A process may end while it is looked at.
function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
