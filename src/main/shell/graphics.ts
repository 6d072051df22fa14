// Whether the window is drawn with a graphics card.
import { existsSync } from 'node:fs';
import { app } from 'electron';

// Linux: cards with a driver of the kernel, and those of the one maker whose driver may do without it.
const CARDS = ['/dev/dri', '/dev/nvidia0'];

/**
 * Draws without a graphics card where there is none, instead of finding that out; must come before the app is ready.
 * Chromium's search for a card can leave the first page waiting for ever, seen about once in fifty starts under a debugger.
 */
export function drawWithWhatIsThere(platform: NodeJS.Platform): void {
  if (platform === 'linux' && !CARDS.some((card) => existsSync(card))) {
    app.disableHardwareAcceleration();
  }
}
