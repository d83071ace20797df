import { Link } from '@tanstack/react-router';
import { Problem } from '../server/problem.ts';
import { useWords } from '../words/words.tsx';
import { CopyButton } from './copy-button.tsx';

/** What could not be read, why, and what to do now. */
export function ProblemPanel({ error, onRetry }: { readonly error: Error; readonly onRetry?: () => void }) {
  const { state } = useWords();
  const problem = error instanceof Problem ? error : null;
  const status = problem?.status ?? 0;
  const title = status === 404 ? state.notAllowed : status === 403 ? state.forbidden : state.failed;
  const help = status === 404 ? state.notAllowedHelp : problem?.message || state.unreachable;
  return (
    <section className="page message" role="alert">
      <h1>{title}</h1>
      {help !== title && <p>{help}</p>}
      {status === 403 && <p>{state.forbiddenHelp}</p>}
      {(status === 403 || status === 404) && (
        <p>
          <Link to="/">{state.home}</Link>
        </p>
      )}
      {problem && (
        <p className="quiet">
          {state.code} <code>{problem.code}</code> <CopyButton text={problem.code} label={state.copyCode} />
        </p>
      )}
      {onRetry && status !== 403 && status !== 404 && (
        <button type="button" className="button" onClick={onRetry}>
          {state.retry}
        </button>
      )}
    </section>
  );
}
