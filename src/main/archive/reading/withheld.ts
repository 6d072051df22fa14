// Takes the text out of a record that was withdrawn for safety, and leaves what lets a reader know that it was here.
import type { ArchiveRecord, Place } from '../../../shared/record.ts';

/** Tells whether a record's text is left out of display, search and export unless it is opened knowingly. */
export function isWithheld(record: ArchiveRecord): boolean {
  return record.withdrawn?.safety === true;
}

/** The record with its title, dates, places and withdrawal, but without its text, names, figures and sources. */
export function withoutText(record: ArchiveRecord): ArchiveRecord {
  const translations = Object.fromEntries(
    Object.entries(record.translations).map(([lang, { title }]) => [lang, { title }]),
  );
  const common = { translations, sources: [], attachments: [], correction: null };
  switch (record.kind) {
    case 'document':
      return { ...record, ...common, ...noParticulars(record), body: '', ...NO_SIGNERS };
    case 'event':
      return { ...record, ...common, ...noParticulars(record), summary: '', ...NO_ACCOUNT };
    case 'organisation':
      return { ...record, ...common, about: '' };
    case 'term':
      return { ...record, ...common, definition: '' };
  }
}

const NO_SIGNERS = { authors: [], signatories: [], demands: [] };
const NO_ACCOUNT = { claims: [], ordered_by: [], official_reason: null };

// A country says little; a district or an organisation may say who spoke.
function noParticulars({ places }: { places: Place[] }) {
  return {
    places: places.map((place) => ({ ...place, region: null, region_ids: [] })),
    figures: [],
    disputed: null,
    mentions: [],
    legal_basis: [],
  };
}
