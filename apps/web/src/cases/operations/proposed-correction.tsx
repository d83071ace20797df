import { useQuery } from '@tanstack/react-query';
import type { Case } from '../../../../api/cases/case.schema.ts';
import type { Task } from '../../../../api/tasks/task.schema.ts';
import { meQuery } from '../../server/queries.ts';
import { useWords } from '../../words/words.tsx';
import { tokensQuery } from './operations.queries.ts';
import { proposalOf, useProposalWords } from './proposal.ts';
import { RehearsedLines } from './rehearsed-lines.tsx';
import { rightsIn } from './rights.ts';
import { useRehearsal } from './use-rehearsal.ts';

interface ProposedCorrectionProps {
  readonly task: Task;
  readonly matter: Case;
}

/** What the second person decides about: what is proposed, by whom and why, and what comes of it. */
export function ProposedCorrection({ task, matter }: ProposedCorrectionProps) {
  const { operations } = useWords();
  const { approval } = operations;
  const { data: me } = useQuery(meQuery);
  const proposal = proposalOf(task);
  const may = proposal !== null && task.status === 'open' && me !== undefined && rightsIn(matter, me).correct;
  const { data: tokens } = useQuery({ ...tokensQuery(matter.id), enabled: may });
  const phrases = useProposalWords(tokens);
  const rehearsed = useRehearsal({
    path: `/tasks/${encodeURIComponent(task.id)}/complete`,
    body: may ? approving : null,
  });
  if (!proposal) return null;
  return (
    <section className="panel">
      <h2>{approval.title}</h2>
      <dl className="facts">
        <dt>{operations.correction.kind}</dt>
        <dd>
          <ul>
            {phrases(proposal).map((phrase) => (
              <li key={phrase}>{phrase}</li>
            ))}
          </ul>
        </dd>
        <dt>{approval.by}</dt>
        <dd>{proposal.by.name}</dd>
        <dt>{approval.reason}</dt>
        <dd>{proposal.reason}</dd>
      </dl>
      {may && (
        <>
          <h3>{approval.effect}</h3>
          <RehearsedLines rehearsed={rehearsed} endedElement={task.elementId} />
        </>
      )}
    </section>
  );
}

const approving = { outcome: 'approve' };
