// All search sets, one for each language that search promises to find things in.
import { arabic } from './ar.ts';
import { burmese } from './my.ts';
import { chinese } from './zh.ts';
import { english } from './en.ts';
import { japanese } from './ja.ts';
import { khmer } from './km.ts';
import { persian } from './fa.ts';
import { russian } from './ru.ts';
import type { SearchSet } from './set.ts';
import { thai } from './th.ts';
import { urdu } from './ur.ts';

export const SETS: readonly SearchSet[] = [
  urdu,
  arabic,
  persian,
  burmese,
  thai,
  khmer,
  chinese,
  japanese,
  russian,
  english,
];
