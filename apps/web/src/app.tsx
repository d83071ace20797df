import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ThemeProvider } from './look/theme.tsx';
import { makeRouter } from './router.tsx';
import { Problem } from './server/problem.ts';
import { WordsProvider } from './words/words.tsx';

/** A refusal is an answer; only silence is asked again. */
const askAgain = (times: number, error: Error): boolean =>
  times < 2 && (!(error instanceof Problem) || error.status === 0 || error.status === 503);

// By default the pages hear of a change one timer later: a box that is ticked would spring back for that long.
notifyManager.setScheduler(queueMicrotask);

const queries = new QueryClient({
  defaultOptions: { queries: { retry: askAgain, staleTime: 5_000 }, mutations: { retry: false } },
});
const router = makeRouter(queries);

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <WordsProvider>
        <ThemeProvider>
          <RouterProvider router={router} />
        </ThemeProvider>
      </WordsProvider>
    </QueryClientProvider>
  );
}
