import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Case } from '../../../../api/cases/case.schema.ts';
import { meQuery } from '../../server/queries.ts';
import { useWords } from '../../words/words.tsx';
import { tokensQuery } from './operations.queries.ts';
import { proposalOf, useProposalWords, waitingIn } from './proposal.ts';
import { rightsIn } from './rights.ts';

/** Corrections that wait for a second person, on every tab of the case for those who may decide them. */
export function WaitingCorrections({ matter }: { readonly matter: Case }) {
  const { operations, join } = useWords();
  const { data: me } = useQuery(meQuery);
  const waiting = waitingIn(matter);
  const may = me !== undefined && rightsIn(matter, me).correct;
  const { data: tokens } = useQuery({ ...tokensQuery(matter.id), enabled: may && waiting.length > 0 });
  const phrases = useProposalWords(tokens);
  if (!may) return null;
  return waiting.map((task) => {
    const proposal = proposalOf(task);
    if (!proposal) return null;
    return (
      <p key={task.id} className="bar no-print">
        {operations.approval.bar(phrases(proposal).join(join), proposal.by.name)}{' '}
        <Link className="button small" to="/tasks/$id" params={{ id: task.id }}>
          {operations.approval.look}
        </Link>
      </p>
    );
  });
}
