// `--screenshot FILE`: waits until the page shows the archive, saves the picture, says what it shows, and ends the program.
import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';
import type { ArchiveState, Parsed } from '../../shared/contract.ts';
import { errorSentence } from '../../shared/error-sentences.ts';
import { endProgram } from './ending.ts';

/** How long the page may take to show the archive, first launch with its copying included. */
const PATIENCE_MS = 90_000;
/** Fonts and the last paint come a moment after the page says that it shows. */
const LAST_PAINT_MS = 400;

type Shown = Parsed<'shell.shown'>;

export interface Screenshot {
  /** To be called when the page says that it shows what was asked for. */
  take: (window: BrowserWindow, shown: Shown) => Promise<void>;
  /** To be told the state of the archive: one that has failed will not be shown. */
  watch: (state: ArchiveState) => void;
}

/** Prepares to save a picture to `file`; where that cannot be, a sentence says why and the program ends with code 1. */
export function screenshotTo(file: string): Screenshot {
  let over = false;
  let last: ArchiveState | null = null;
  const end = (code: 0 | 1, sentence: string) => {
    clearTimeout(patience);
    endProgram(code, sentence);
  };
  const patience = setTimeout(() => {
    const waited = `waited ${PATIENCE_MS / 1000} seconds for the page to show the archive`;
    end(1, `No picture: ${waited}. ${stateOf(last)}`);
  }, PATIENCE_MS);
  return {
    take: async (window, { view, records }) => {
      if (over) return;
      over = true;
      try {
        await wait(LAST_PAINT_MS);
        writeFileSync(file, (await window.webContents.capturePage()).toPNG());
        const { electron } = process.versions;
        end(0, `Saved ${file}: the ${view} view with ${records} records, on Electron ${electron}.`);
      } catch (error) {
        end(1, `No picture: ${file} could not be written (${(error as Error).message}).`);
      }
    },
    watch: (state) => {
      last = state;
      if (over || state.phase !== 'failed') return;
      over = true;
      end(1, `No picture: ${stateOf(state)}`);
    },
  };
}

function stateOf(state: ArchiveState | null): string {
  if (state?.error) {
    const { says, next } = errorSentence(state.error, 'en');
    return `${says} ${next}`;
  }
  if (state?.phase === 'ready') return 'The archive is open, but the page showed nothing.';
  return `The archive is ${state?.phase ?? 'not started'}.`;
}
