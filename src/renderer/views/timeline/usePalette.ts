// The colours of the drawing, as the theme has them at the moment.
import { useEffect, useState } from 'react';
import { type Palette, readPalette, watchPalette } from './draw/palette.ts';

/** The colours of the screen, read anew whenever they may have changed. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(() => readPalette('screen'));
  useEffect(() => watchPalette(() => setPalette(readPalette('screen'))), []);
  return palette;
}
