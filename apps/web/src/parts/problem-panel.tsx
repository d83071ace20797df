import type { ReactNode } from 'react';
import { Link, useRouter } from '@tanstack/react-router';
import { Problem } from '../server/problem.ts';
import { useWords } from '../words/words.tsx';
import { CopyButton } from './copy-button.tsx';
import { useHeadingLevel } from './use-heading-level.ts';

interface ProblemPanelProps {
  readonly error: Error;
  readonly onRetry?: () => void;
  /** How one comes to see what one may not. */
  readonly help?: string;
  /** Where that is asked for: the same whether there is such a thing or not. */
  readonly children?: ReactNode;
}

/** What could not be read, why, and what to do now. */
export function ProblemPanel({ error, onRetry, help: howTo, children }: ProblemPanelProps) {
  const { act, state } = useWords();
  const router = useRouter();
  const { place, Heading } = useHeadingLevel<HTMLElement>();
  const problem = error instanceof Problem ? error : null;
  const status = problem?.status ?? 0;
  const title = status === 404 ? state.notAllowed : status === 403 ? state.forbidden : state.failed;
  const help = status === 404 ? (howTo ?? state.notAllowedHelp) : problem?.message || state.unreachable;
  // Narrowed by what there is not: asked again it is the same.
  const isAddress = problem?.code === 'INVALID_INPUT' && Object.keys(router.state.location.search).length > 0;
  return (
    <section ref={place} className="page message" role="alert">
      <Heading>{title}</Heading>
      {help !== title && <p>{help}</p>}
      {status === 403 && <p>{state.forbiddenHelp}</p>}
      {(status === 403 || status === 404) && (
        <p className="row-actions">
          {children}
          <Link to="/">{state.home}</Link>
        </p>
      )}
      {problem && (
        <p className="quiet">
          {state.code} <code>{problem.code}</code> <CopyButton text={problem.code} label={state.copyCode} />
        </p>
      )}
      {isAddress && (
        <p>
          <a href={router.buildLocation({ to: '.', search: {} }).href} className="button">
            {act.clear}
          </a>
        </p>
      )}
      {onRetry && !isAddress && status !== 403 && status !== 404 && (
        <button type="button" className="button" onClick={onRetry}>
          {state.retry}
        </button>
      )}
    </section>
  );
}
