import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isMarked } from '../../../../domain/secrecy.ts';
import type { Case } from '../../../api/cases/case.schema.ts';
import { SecrecyMark } from '../parts/secrecy-mark.tsx';
import { definitionsQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';

/** What a case is called, how secret it is, how it stands and by which procedure; beside it what one can do. */
export function CaseHead({ matter, children }: { readonly matter: Case; readonly children: ReactNode }) {
  const { admin, cases } = useWords();
  const { data: definitions } = useQuery(definitionsQuery);
  const { title, number, secrecy, trial, status, definitionKey, version } = matter;
  const procedure = definitions?.items.find(({ key }) => key === definitionKey)?.name ?? definitionKey;
  return (
    <div className="page-head">
      <h1>{title}</h1>
      <span className="nowrap">{number}</span>
      <SecrecyMark level={secrecy} />
      {!trial && isMarked(secrecy) && <span className="quiet">{admin.recorded}</span>}
      {trial && <span className="chip today">{cases.trial}</span>}
      <span className={`chip ${status === 'incident' ? 'late' : 'plain'}`}>{cases.statuses[status]}</span>
      <span className="quiet">
        {procedure} · {cases.version(version)}
      </span>
      <span className="spring row-actions no-print">{children}</span>
    </div>
  );
}
