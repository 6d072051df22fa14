// Waits until something no longer changes.
import { useEffect, useState } from 'react';

/** How long typing must rest before what stands beside the results is asked for, in milliseconds. */
export const RESTS = 120;

/** A value once it has stayed the same for `milliseconds`; until then the one before. */
export function useRested<T>(value: T, milliseconds: number): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const resting = setTimeout(() => setRested(value), milliseconds);
    return () => clearTimeout(resting);
  }, [value, milliseconds]);
  return rested;
}
