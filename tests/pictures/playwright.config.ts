// Pictures of every view, for people to judge: `npm run screenshots`.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: ['views.ts', 'packs.ts', 'finding.ts'],
  globalSetup: '../e2e/setup.ts',
  outputDir: '../../test-results',
  workers: 1,
  timeout: 120_000,
});
