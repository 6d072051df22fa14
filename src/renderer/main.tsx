// Starts the page.
import './styles/index.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { giveAriaStrings } from './aria-strings.ts';
import { startTranslations } from './i18n.ts';
import { createQueryClient } from './query-client.ts';
import { followJobs } from './views/jobs/useJobs.ts';
import { followPacks } from './views/packs/usePacks.ts';
import { systemLanguage } from './wording/systemLanguage.ts';

const i18n = startTranslations(systemLanguage(navigator.languages));
giveAriaStrings(i18n);
followJobs();
followPacks();

const root = document.getElementById('root');
if (!root) throw new Error('the page has no place to draw in');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
