// Writes JSON that a terminal cannot be tricked with.

/** JSON with every control character and direction mark escaped, so that it means the same and shows as it is. */
export function json(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  // A place in a text reads better on one line; within strings a line feed is escaped, so nothing else is touched.
  const shorter = text.replace(/\[\n\s+(\d+),\n\s+(\d+)\n\s+\]/g, '[$1, $2]');
  return shorter.replace(
    /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
