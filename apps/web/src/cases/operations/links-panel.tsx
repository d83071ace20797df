import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { isFreeLink } from '../../../../../domain/case-link.ts';
import type { Case } from '../../../../api/cases/case.schema.ts';
import type { Links } from '../../../../api/links/link.schema.ts';
import { Reading } from '../../parts/reading.tsx';
import { meQuery } from '../../server/queries.ts';
import { useWords } from '../../words/words.tsx';
import { linksQuery } from './operations.queries.ts';
import { rightsIn } from './rights.ts';
import { UnlinkDialog } from './unlink-dialog.tsx';

type CaseLink = Links['items'][number];

/** 关联案件: those that the reader may see, and where this one went if it was merged. */
export function LinksPanel({ matter }: { readonly matter: Case }) {
  const { operations, cases, colon } = useWords();
  const { links, words } = operations;
  const query = useQuery(linksQuery(matter.id));
  const { data: me } = useQuery(meQuery);
  const [unlinked, setUnlinked] = useState<CaseLink | null>(null);
  const { data } = query;
  if (!data || !me) return <Reading query={query} />;
  const { steer } = rightsIn(matter, me);
  return (
    <section className="panel">
      <h2>{links.title}</h2>
      {data.mergedInto !== null && <p>{links.mergedInto(data.mergedInto)}</p>}
      {data.items.length === 0 && <p className="quiet">{links.none}</p>}
      <ul className="opinions">
        {data.items.map((link) => (
          <li key={`${link.kind} ${link.caseId}`}>
            {links.kinds[link.kind] ?? link.kind}
            {colon}
            <Link to="/cases/$id/$tab" params={{ id: link.caseId, tab: 'overview' }}>
              {link.number} {link.title}
            </Link>{' '}
            <span className="chip plain">{statusWord(cases.statuses, link.status)}</span>{' '}
            {steer && isFreeLink(link.kind) && (
              <button type="button" className="button small" onClick={() => setUnlinked(link)}>
                {words.unlink}
                <span className="hidden"> {link.number}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {unlinked && <UnlinkDialog matter={matter} link={unlinked} onClose={() => setUnlinked(null)} />}
    </section>
  );
}

const statusWord = (words: Readonly<Record<string, string>>, status: string): string => words[status] ?? status;
