import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { newActKey } from '../server/act-key.ts';
import { call } from '../server/call.ts';
import { meQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';

const operators = ['supervisor', 'cdi.head'];

/** For those who may correct: runs the step again once its cause is removed. */
export function RetryIncident({ caseId, incidentId }: { readonly caseId: string; readonly incidentId: string }) {
  const { cases } = useWords();
  const queries = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const key = useRef(newActKey());
  const retry = useMutation({
    mutationFn: () =>
      call(`/cases/${encodeURIComponent(caseId)}/incidents/${encodeURIComponent(incidentId)}/retry`, {
        method: 'POST',
        body: {},
        key: key.current,
      }),
    onSettled: () => {
      key.current = newActKey();
      return queries.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
  if (!me?.roles.some((role) => operators.includes(role))) return null;
  return (
    <>
      <button type="button" className="button small" onClick={() => retry.isPending || retry.mutate()}>
        {cases.retry}
      </button>
      {retry.error && (
        <span role="alert" className="fault">
          {retry.error.message}
        </span>
      )}
    </>
  );
}
