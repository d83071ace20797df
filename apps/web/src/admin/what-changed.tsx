import { Fragment } from 'react';
import type { AdminTrailEntry } from '../../../api/trail/trail.schema.ts';
import { differencesOf } from '../parts/differences.ts';
import { useWords } from '../words/words.tsx';

/** What was before and what is now, one click away. */
export function WhatChanged({ entry: { before, after } }: { readonly entry: AdminTrailEntry }) {
  const { admin } = useWords();
  const changed = differencesOf(before, after);
  if (changed.length === 0) return null;
  return (
    <details>
      <summary>{admin.members(changed.length)}</summary>
      <dl className="facts">
        {changed.map(({ name, was, is }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>
              {was} → {is}
            </dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
}
