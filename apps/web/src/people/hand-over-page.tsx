import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { BulkOrdered } from '../../../api/bulk/bulk.schema.ts';
import { useAddress } from '../admin/address-filters.tsx';
import { leftBehindQuery } from '../admin/admin.queries.ts';
import { useAdministrator } from '../admin/administrator.ts';
import { WhatIsLeft } from '../admin/what-is-left.tsx';
import { usePageTitle } from '../frame/page-title.ts';
import { people } from '../parts/finders.ts';
import { PickField } from '../parts/pick-field.tsx';
import { meQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { HandOverForm } from './hand-over-form.tsx';
import { HandOverItems } from './hand-over-items.tsx';
import { HandOverJob } from './hand-over-job.tsx';

/** 交接: all that somebody has, looked at first, then given away step by step with a result for each. */
export function HandOverPage() {
  const { admin, handOver, me: mine } = useWords();
  const id = useId();
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  const administrator = useAdministrator();
  const [{ from: asked, job }, change] = useAddress();
  const [looked, setLooked] = useState<{ readonly body: unknown; readonly ordered: BulkOrdered } | null>(null);
  const from = asked ?? me?.username ?? '';
  const left = useQuery({ ...leftBehindQuery(from, false), enabled: from !== '' && administrator === null });
  usePageTitle(handOver.title);
  if (administrator !== null)
    return (
      <section className="page message">
        <h1>{handOver.title}</h1>
        <p>{handOver.notForAdministrators}</p>
        <p>
          <Link to="/admin">{admin.toAdmin}</Link>
        </p>
      </section>
    );
  const to = (next: string | undefined) => void navigate({ to: '/admin/handover', search: next ? { job: next } : {} });
  return (
    <>
      <p>
        <Link to="/me">‹ {mine.title}</Link>
      </p>
      <div className="page-head">
        <h1>{handOver.title}</h1>
      </div>
      {job && <HandOverJob id={job} onAgain={() => to(undefined)} />}
      {!job && (
        <div className="stack">
          <section className="panel">
            <h2>{handOver.whose}</h2>
            <div className="form-item">
              <label htmlFor={id}>{handOver.from}</label>
              <PickField
                id={id}
                value={from}
                find={people}
                onChange={(next) => {
                  setLooked(null);
                  change({ from: next || undefined });
                }}
              />
            </div>
            {from && <WhatIsLeft id={from} />}
          </section>
          {left.data && (
            <section className="panel">
              <h2>{handOver.whom}</h2>
              <HandOverForm
                key={from}
                left={left.data}
                onLooked={(body, ordered) => setLooked({ body, ordered })}
                onChange={() => setLooked(null)}
                looked={looked}
                onOrdered={to}
              />
            </section>
          )}
          {looked && (
            <section className="panel">
              <h2>{handOver.would(looked.ordered.counts.pending, looked.ordered.counts.refused)}</h2>
              <HandOverItems items={looked.ordered.items} />
            </section>
          )}
        </div>
      )}
    </>
  );
}
