// Columns of few different values in little memory: for each document the number of the set of values that it has.

/** For each place the code of a set; each different set of values stands once. */
export interface Coded {
  values: string[];
  codes: Uint32Array;
  /** Where in `members` each set begins, and after the last one where it ends. */
  starts: Uint32Array;
  /** Places in `values`. */
  members: Uint32Array;
}

/** Fills a column place by place. */
export interface Coder<Key> {
  add: (place: number, key: Key) => void;
  coded: () => Coded;
}

/** A column of so many places; `valuesOf` gives the values of a set, once for each different key. */
export function coder<Key>(size: number, valuesOf: (key: Key) => readonly string[]): Coder<Key> {
  const codes = new Uint32Array(size);
  const sets = new Map<Key, number>();
  const byValue = new Map<string, number>();
  const starts = [0];
  const members: number[] = [];
  const addSet = (key: Key) => {
    for (const value of valuesOf(key)) {
      let member = byValue.get(value);
      if (member === undefined) byValue.set(value, (member = byValue.size));
      members.push(member);
    }
    starts.push(members.length);
    const code = sets.size;
    sets.set(key, code);
    return code;
  };
  return {
    add: (place, key) => {
      codes[place] = sets.get(key) ?? addSet(key);
    },
    coded: () => ({
      values: [...byValue.keys()],
      codes,
      starts: Uint32Array.from(starts),
      members: Uint32Array.from(members),
    }),
  };
}

/** The values of a set. */
export function valuesOfSet({ values, starts, members }: Coded, set: number): string[] {
  const found: string[] = [];
  for (let at = starts[set] ?? 0; at < (starts[set + 1] ?? 0); at++) {
    found.push(values[members[at] ?? 0] ?? '');
  }
  return found;
}

/** For each set whether it has one of these values. */
export function setsWith(coded: Coded, wanted: readonly string[]): Uint8Array {
  const among = new Set(wanted);
  const isWanted = coded.values.map((value) => among.has(value));
  const { starts, members } = coded;
  const found = new Uint8Array(starts.length - 1);
  for (let set = 0; set < found.length; set++) {
    for (let at = starts[set] ?? 0; at < (starts[set + 1] ?? 0); at++) {
      if (isWanted[members[at] ?? 0]) found[set] = 1;
    }
  }
  return found;
}
