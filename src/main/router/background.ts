// Lets reads go before long tasks where a thread's rank can be set.
import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { basename } from 'node:path';

/** Ranks behind what a person waits for, and before what nobody does. */
const NICE = 10;

/**
 * Ranks the calling thread below the others of its process. Only Linux ranks threads one by one; elsewhere this would
 * slow the whole process, so nothing is done.
 */
export function stepBehindReaders(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), NICE);
  } catch {
    // Without /proc, or where it is forbidden, tasks and reads are equals.
  }
}
