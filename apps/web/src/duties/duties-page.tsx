import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { usePageTitle } from '../frame/page-title.ts';
import { useNames } from '../parts/names.ts';
import { Reading } from '../parts/reading.tsx';
import { useMayKeep } from '../recurring/use-may-keep.ts';
import { useWords } from '../words/words.tsx';
import { dutyListsQuery } from './duties.queries.ts';
import { NewList } from './new-list.tsx';

/** 责任清单: the lists of all years, and how their obligations stand. */
export function DutiesPage() {
  const { duties, mechanisms, recurring } = useWords();
  const names = useNames();
  const query = useQuery(dutyListsQuery);
  const mayKeep = useMayKeep();
  const [creating, setCreating] = useState(false);
  usePageTitle(duties.title);
  if (!query.data) return <Reading query={query} />;
  return (
    <>
      <div className="page-head">
        <Link to="/mechanisms/$key" params={{ key: 'M8' }}>
          {mechanisms.title}
        </Link>
        <h1>
          {duties.title} <span className="quiet">{query.data.total}</span>
        </h1>
        <Link to="/recurring">{recurring.title}</Link>
        {mayKeep && (
          <button type="button" className="button spring" onClick={() => setCreating(true)}>
            {duties.create.title}
          </button>
        )}
      </div>
      {query.data.items.length === 0 && <p className="empty">{duties.none}</p>}
      {query.data.items.length > 0 && (
        <div className="scroller" role="region" aria-label={duties.title} tabIndex={0}>
          <table className="plain-table panel">
            <thead>
              <tr>
                <th scope="col">{duties.columns.name}</th>
                <th scope="col">{duties.columns.year}</th>
                <th scope="col">{duties.columns.status}</th>
                <th scope="col">{duties.columns.items}</th>
                {duties.counts.map(([key, label]) => (
                  <th scope="col" key={key}>
                    {label}
                  </th>
                ))}
                <th scope="col">{duties.columns.owner}</th>
              </tr>
            </thead>
            <tbody>
              {query.data.items.map((list) => (
                <tr key={list.id}>
                  <th scope="row">
                    <Link to="/duties/$id" params={{ id: list.id }}>
                      {list.name}
                    </Link>
                  </th>
                  <td>{list.year}</td>
                  <td className="nowrap">
                    <span className="chip plain">{duties.statuses[list.status]}</span>
                  </td>
                  <td>{list.items}</td>
                  {duties.counts.map(([key]) => (
                    <td key={key}>{list.obligations[key]}</td>
                  ))}
                  <td className="nowrap">{names.person(list.owner)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {creating && <NewList onClose={() => setCreating(false)} />}
    </>
  );
}
