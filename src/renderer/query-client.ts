// The page's memory of answers: kept until the archive changes, since nothing else can change them.
import { QueryClient } from '@tanstack/react-query';

/** All answers that depend on the archive are kept under keys that begin with this. */
export const ARCHIVE_KEY = 'archive';

/** How long an answer that nothing shows any more is kept, in milliseconds: every key press leaves one. */
const UNUSED_FOR_MS = 30_000;

/** A memory for answers; calls never wait for a network, and a failure is shown, not tried again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: UNUSED_FOR_MS,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
