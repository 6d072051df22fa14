// What the page's own code can do, done by a test: calls over the bridge, files chosen in the system's dialog.
import type { ElectronApplication, Page } from '@playwright/test';
import type { Bridge, Input, JobEnd, Method, Output, Reply } from '../../src/shared/contract.ts';

/** Calls a method as the page would. */
export function ask<M extends Method>(
  page: Page,
  method: M,
  input: Input<M>,
): Promise<Reply<Output<M>>> {
  return page.evaluate(
    ([name, asked, id]) =>
      (globalThis as unknown as { mahfuz: Bridge }).mahfuz.call(name, asked, id) as never,
    [method as string, input as unknown, Math.floor(Math.random() * 1e9)] as const,
  );
}

/** Calls a method and gives its value; fails where the answer is an error. */
export async function value<M extends Method>(
  page: Page,
  method: M,
  input: Input<M>,
): Promise<Output<M>> {
  let reply = await ask(page, method, input);
  // The page searches too, and the newest search of a window is the one that is answered.
  while (!reply.ok && reply.error.code === 'superseded') reply = await ask(page, method, input);
  if (!reply.ok) throw new Error(`${method} was answered ${reply.error.code}`);
  return reply.value;
}

/** Answers the system's next dialogs with a file, as a reader who chooses it would. */
export async function chooseFile(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    const filePaths = chosen === null ? [] : [chosen];
    dialog.showOpenDialog = async () => ({ canceled: chosen === null, filePaths });
    dialog.showSaveDialog = async () => ({ canceled: chosen === null, filePath: chosen ?? '' });
  }, path);
}

/** Drops a file or folder on the window, as the system does it. */
export async function drop(page: Page, path: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data });
  }
  await devtools.detach();
}

/** Asks for a grant as the page would. */
export function grant(page: Page, purpose: 'open' | 'save'): ReturnType<Bridge['grant']> {
  return page.evaluate(
    (wanted) => (globalThis as unknown as { mahfuz: Bridge }).mahfuz.grant(wanted, 'name'),
    purpose,
  );
}

/** Starts a long task with a chosen file and waits for its end. */
export async function runJob(
  { app, page }: { app: ElectronApplication; page: Page },
  method: 'archive.import' | 'archive.export',
  path: string,
): Promise<JobEnd> {
  await chooseFile(app, path);
  const granted = await grant(page, method === 'archive.import' ? 'open' : 'save');
  return page.evaluate(
    async ([name, token]) => {
      const { mahfuz } = globalThis as unknown as { mahfuz: Bridge };
      const ended = new Promise<JobEnd>((resolve) => mahfuz.on('job.end', resolve));
      const started = await mahfuz.call(name, { grant: token }, Date.now());
      if (!started.ok) throw new Error(started.error.code);
      return ended;
    },
    [method, granted?.grant ?? ''] as const,
  );
}
