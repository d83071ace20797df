import { Loading } from './loading.tsx';
import { ProblemPanel } from './problem-panel.tsx';

interface ReadingProps {
  readonly query: { readonly error: Error | null; readonly refetch: () => Promise<unknown> };
}

/** Stands in while something is read, and when it could not be. */
export function Reading({ query }: ReadingProps) {
  return query.error ? <ProblemPanel error={query.error} onRetry={() => void query.refetch()} /> : <Loading />;
}
