// What fields are called in a query, in English and Urdu.
import type { QueryField } from '../../../shared/search.ts';
import { fold } from '../../language/fold.ts';

const NAMES: Record<QueryField, string> = {
  title: 'title headline عنوان سرخی',
  org: 'org orgs organisation organisations organization organizations تنظیم ادارہ',
  place: 'place places country region city جگہ مقام ملک علاقہ شہر',
  service: 'service services app platform سروس ایپ',
  source: 'source sources ماخذ ذریعہ',
  law: 'law laws قانون',
  kind: 'kind kinds type قسم نوعیت',
  lang: 'lang language زبان',
  status: 'status حالت',
  before: 'before until تک قبل',
  after: 'after since بعد سے',
  on: 'on date during تاریخ دوران',
};

const byName = new Map(
  (Object.keys(NAMES) as QueryField[]).flatMap((field) =>
    NAMES[field].split(' ').map((name) => [fold(name), field] as const),
  ),
);

/** The field that is called so; null where none is. */
export function fieldNamed(name: string): QueryField | null {
  return byName.get(fold(name)) ?? null;
}

/** The field whose name is one slip away; null for short words, which are too many other things. */
export function fieldNear(name: string): QueryField | null {
  const typed = fold(name);
  if (typed.length < 4) return null;
  for (const [known, field] of byName) if (known.length >= 4 && isNear(typed, known)) return field;
  return null;
}

// One letter more, less or another, or two that changed places.
function isNear(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  const [a, b] = [one.slice(start), other.slice(start)];
  return (
    a.slice(1) === b ||
    a === b.slice(1) ||
    a.slice(1) === b.slice(1) ||
    (a.length > 1 && a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}
