// `--screenshot FILE`: waits until the page shows the archive, saves the picture, says what it shows, and ends the program.
import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';
import type { Parsed } from '../../shared/contract.ts';
import { errorSentence } from '../../shared/error-sentences.ts';
import type { ArchiveHost } from './archive-host.ts';
import { endProgram } from './ending.ts';

/** How long the page may take to show the archive, first launch with its copying included. */
const PATIENCE_MS = 90_000;
/** Fonts and the last paint come a moment after the page says that it shows. */
const LAST_PAINT_MS = 400;

type Shown = Parsed<'shell.shown'>;

export interface Screenshot {
  /** To be called when the page says that it shows what was asked for. */
  take: (window: BrowserWindow, shown: Shown) => Promise<void>;
}

/** Prepares to save a picture to `file`; where patience ends first, the state of the archive says what was waited for. */
export function screenshotTo(file: string, archive: ArchiveHost): Screenshot {
  let taken = false;
  const patience = setTimeout(() => {
    const seconds = PATIENCE_MS / 1000;
    endProgram(
      1,
      `No picture: waited ${seconds} seconds for the page to show the archive. ${stateOf(archive)}`,
    );
  }, PATIENCE_MS);
  return {
    take: async (window, { view, records }) => {
      if (taken) return;
      taken = true;
      clearTimeout(patience);
      try {
        await wait(LAST_PAINT_MS);
        writeFileSync(file, (await window.webContents.capturePage()).toPNG());
        const electron = process.versions.electron;
        endProgram(
          0,
          `Saved ${file}: the ${view} view with ${records} records, on Electron ${electron}.`,
        );
      } catch (error) {
        endProgram(1, `No picture: ${file} could not be written (${(error as Error).message}).`);
      }
    },
  };
}

function stateOf({ state: { phase, error } }: ArchiveHost): string {
  if (error) {
    const { says, next } = errorSentence(error, 'en');
    return `${says} ${next}`;
  }
  return phase === 'ready'
    ? 'The archive is open, but the page showed nothing.'
    : `The archive is ${phase}.`;
}
