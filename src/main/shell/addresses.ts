// Which addresses are our own: the page's, and nothing else.
/// <reference types="electron-vite/node" />

export const PAGE_SCHEME = 'mahfuz';
const PAGE_HOST = 'reader';

/** The development server of `npm run dev`; what is built for people has no such thing compiled in. */
export const devServer: URL | null =
  import.meta.env.DEV && process.env.ELECTRON_RENDERER_URL
    ? new URL(process.env.ELECTRON_RENDERER_URL)
    : null;

/** Where the window's page is. */
export const PAGE_ADDRESS = devServer?.href ?? `${PAGE_SCHEME}://${PAGE_HOST}/index.html`;

/** Tells whether an address belongs to the page's own origin. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (devServer) return url.host === devServer.host;
  return url.protocol === `${PAGE_SCHEME}:` && url.host === PAGE_HOST && url.username === '';
}

/** The file that an address of the page's own origin names, such as `assets/index.js`; null for any other address. */
export function pageFile(address: string): string | null {
  if (!isOwnAddress(address)) return null;
  try {
    return decodeURIComponent(new URL(address).pathname).slice(1) || 'index.html';
  } catch {
    return null;
  }
}
