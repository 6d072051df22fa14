// A PDF as Chromium prints it tells the program, the system and the minute of its making; here these are taken out.

/** Entries of a PDF's information dictionary that tell who made it, with what, and when. */
const TRACES =
  /\/(?:Creator|Producer|Author|CreationDate|ModDate)\s*(?:\((?:\\[\s\S]|[^\\)])*\)|<[0-9A-Fa-f\s]*>)/g;

/** The same PDF without those entries; spaces stand in their place, so that nothing else moves. */
export function withoutTraces(pdf: Uint8Array): Uint8Array {
  // Latin-1 keeps every byte as one letter, there and back.
  const text = Buffer.from(pdf).toString('latin1');
  return Buffer.from(
    text.replace(TRACES, (entry) => ' '.repeat(entry.length)),
    'latin1',
  );
}
