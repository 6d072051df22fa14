// Playwright drives the real window, one at a time.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  globalSetup: './setup.ts',
  outputDir: '../../test-results',
  workers: 1,
  timeout: 60_000,
  // A machine that others share may stand still for seconds; what never comes still fails.
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
});
