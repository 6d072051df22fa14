// settings.json: read with patience, since people and disks damage files, and written as one step.
import { readFileSync } from 'node:fs';
import { DEFAULT_SETTINGS, type Settings, settings as schema } from '../../shared/settings.ts';
import { writeAtomically } from '../data-folder/atomic.ts';
import { asFault } from '../sqlite/faults.ts';

export interface SettingsFile {
  get: () => Settings;
  /** Changes what is named and keeps it; throws disk_full or folder_unwritable where it cannot be kept. */
  save: (change: Partial<Settings>) => Settings;
}

/** Opens the settings at `path`; what is missing or damaged is as at the first start. */
export function openSettings(path: string): SettingsFile {
  let current = readSettings(path);
  return {
    get: () => current,
    save: (change) => {
      current = { ...current, ...change };
      try {
        writeAtomically(path, `${JSON.stringify(current, null, 2)}\n`);
      } catch (error) {
        throw asFault(error);
      }
      return current;
    },
  };
}

/** Each setting by itself: one that makes no sense does not take the others with it. */
function readSettings(path: string): Settings {
  const found = readObject(path);
  const names = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];
  const kept = names.flatMap((name) => {
    const parsed = schema.shape[name].safeParse(found[name]);
    return parsed.success ? [[name, parsed.data]] : [];
  });
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(kept) };
}

function readObject(path: string): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof found === 'object' && found !== null ? { ...found } : {};
  } catch {
    return {};
  }
}
