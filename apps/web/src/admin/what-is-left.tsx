import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useNames } from '../parts/names.ts';
import { Reading } from '../parts/reading.tsx';
import { longDayText } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { leftBehindQuery } from './admin.queries.ts';
import { Term } from './term.tsx';

/** 交接清单 in numbers: no case is named. */
export function WhatIsLeft({ id, administrator = false }: { readonly id: string; readonly administrator?: boolean }) {
  const { words, language } = useSpeaking();
  const names = useNames();
  const query = useQuery(leftBehindQuery(id, administrator));
  if (!query.data) return <Reading query={query} />;
  const left = query.data;
  const { leftBehind } = words.admin;
  return (
    <>
      <dl className="facts">
        <dt>{leftBehind.tasks}</dt>
        <dd>{leftBehind.count(left.openTasks, left.overdue)}</dd>
        <dt>{leftBehind.cases}</dt>
        <dd>{left.cases}</dd>
        <dt>{leftBehind.views}</dt>
        <dd>{left.sharedViews}</dd>
        {left.awayUntil && (
          <>
            <dt>{leftBehind.away}</dt>
            <dd>{longDayText(left.awayUntil, language)}</dd>
          </>
        )}
        {left.deputies.length > 0 && (
          <>
            <dt>{leftBehind.deputies}</dt>
            <dd>
              {left.deputies.map((one) => (
                <div key={one.id}>
                  {one.name} <Term {...one} />
                </div>
              ))}
            </dd>
          </>
        )}
        {left.principals.length > 0 && (
          <>
            <dt>{leftBehind.principals}</dt>
            <dd>
              {left.principals.map((one) => (
                <div key={one.id}>
                  {one.name} <Term {...one} />
                </div>
              ))}
            </dd>
          </>
        )}
        {left.tasks.map(({ role, agency, count }) => (
          <Fragment key={`${role ?? ''} ${agency ?? ''}`}>
            <dt>{names.role(role) || names.agency(agency) || leftBehind.byName}</dt>
            <dd>{leftBehind.steps(count)}</dd>
          </Fragment>
        ))}
      </dl>
      {administrator && <p className="quiet">{left.openTasks > 0 ? leftBehind.first : leftBehind.nothing}</p>}
    </>
  );
}
