// What the preload script puts on the window.
import type { Bridge } from '../shared/contract.ts';

declare global {
  interface Window {
    readonly mahfuz: Bridge;
  }
}
