// What results are counted by, apart from the schemas, because the page needs the list itself.

/** Each has a list of its own, included or excluded, in the filters. */
export const FACETS = [
  'kinds',
  'years',
  'countries',
  'services',
  'triggers',
  'organisations',
  'languages',
  'shelves',
  'confidence',
  'sources',
] as const;
export type FacetName = (typeof FACETS)[number];
