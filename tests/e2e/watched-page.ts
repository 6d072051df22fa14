// A page whose policy violations and errors are counted from its first moment.
import type { Page } from '@playwright/test';

/** Loads the page anew, watched; gives what has gone wrong in it since. */
export async function watched(page: Page): Promise<() => Promise<string[]>> {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.message));
  await page.addInitScript(`
    globalThis.violations = [];
    addEventListener('securitypolicyviolation', (event) => {
      violations.push(event.violatedDirective + ' by ' + event.sourceFile);
    });
  `);
  // A page that is still loading cannot be loaded anew.
  await page.locator('main').first().waitFor();
  await page.reload();
  return async () => [...problems, ...((await page.evaluate('violations')) as string[])];
}
