// The query that made an export, in one line that can be typed again.
import type { Question } from '../../../../shared/search.ts';
import type { TimelineExport } from '../../../../shared/timeline.ts';

/** What was asked, without where it is written to. */
export function askedOf(query: TimelineExport): Record<string, unknown> {
  const { text, literal, forms, filters, from, to, lanes } = query;
  const common: Partial<Question> = { text, literal, forms, filters };
  const stretch = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  if (query.what === 'density') return { ...common, ...stretch, unit: query.unit };
  return query.what === 'figures'
    ? { ...common, ...stretch, by: query.by }
    : { ...common, ...stretch, ...(lanes && { lanes }) };
}
