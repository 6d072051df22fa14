// The page's own protocol: serves the files of the built page, with their headers, and nothing else on the disk.
import { protocol, type Session } from 'electron';
import { PAGE_SCHEME, pageFile } from './addresses.ts';
import { pageFiles } from './page-files.ts';

/** Makes our scheme an origin of its own with the rules of a secure site; must come before the app is ready. */
export function registerOwnScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true } },
  ]);
}

/** Serves the page in `folder` to the windows of a session. */
export function serveOwnScheme(session: Session, folder: string): void {
  const answer = pageFiles(folder);
  session.protocol.handle(PAGE_SCHEME, async (request) => {
    const found = request.method === 'GET' ? pageFile(request.url) : null;
    const { status, headers, body } = await answer(found);
    return new Response(body && new Uint8Array(body), { status, headers });
  });
}
