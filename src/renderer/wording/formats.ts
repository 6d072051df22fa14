// Intl's formatters, each made once: making one takes far longer than all that it formats in a list.

const made = new Map<string, unknown>();

function once<Format>(kind: string, asked: [string, object], make: () => Format): Format {
  const key = `${kind} ${JSON.stringify(asked)}`;
  const known = made.get(key) as Format | undefined;
  if (known) return known;
  const format = make();
  made.set(key, format);
  return format;
}

/** Formats numbers of a locale. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return once('number', [locale, options], () => new Intl.NumberFormat(locale, options));
}

/** Formats dates of a locale. */
export function dateFormat(
  locale: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return once('date', [locale, options], () => new Intl.DateTimeFormat(locale, options));
}

/** Joins lists in a locale. */
export function listFormat(locale: string, options: Intl.ListFormatOptions): Intl.ListFormat {
  return once('list', [locale, options], () => new Intl.ListFormat(locale, options));
}

/** Names countries or languages in a locale. */
export function displayNames(locale: string, options: Intl.DisplayNamesOptions): Intl.DisplayNames {
  return once('names', [locale, options], () => new Intl.DisplayNames(locale, options));
}
