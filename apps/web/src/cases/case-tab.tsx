import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { Case } from '../../../api/cases/case.schema.ts';
import { LedgerTable } from '../ledgers/ledger-table.tsx';
import { useCatalogue } from '../ledgers/use-catalogue.ts';
import { Loading } from '../parts/loading.tsx';
import { Reading } from '../parts/reading.tsx';
import { documentsQuery, wholeLedgerQuery } from '../server/queries.ts';
import { Children } from './children.tsx';
import { Files } from '../files/files.tsx';
import { LetterList } from './letter-list.tsx';
import { People } from './people.tsx';
import { Looks } from './looks.tsx';
import { Overview } from './overview.tsx';
import { Story } from './story.tsx';
import { Trail } from './trail.tsx';
import { ledgerOfTab } from './tabs.ts';
import type { Tab } from './tabs.ts';

const CaseDiagram = lazy(() =>
  import('../diagram/case-diagram.tsx').then(({ CaseDiagram: one }) => ({ default: one })),
);

export function CaseTab({ tab, matter }: { readonly tab: Tab; readonly matter: Case }) {
  const ledger = ledgerOfTab[tab];
  if (ledger) return <CaseLedger kind={ledger} caseId={matter.id} />;
  switch (tab) {
    case 'diagram':
      return (
        <Suspense fallback={<Loading />}>
          <CaseDiagram matter={matter} />
        </Suspense>
      );
    case 'timeline':
      return <Story caseId={matter.id} />;
    case 'letters':
    case 'files':
      return <CaseDocuments caseId={matter.id} letters={tab === 'letters'} />;
    case 'children':
      return <Children matter={matter} />;
    case 'people':
      return <People caseId={matter.id} />;
    case 'trail':
      return <Trail caseId={matter.id} />;
    case 'looks':
      return <Looks caseId={matter.id} />;
    default:
      return <Overview matter={matter} />;
  }
}

function CaseLedger({ kind, caseId }: { readonly kind: string; readonly caseId: string }) {
  const catalogue = useCatalogue();
  const query = useQuery(wholeLedgerQuery(kind, { caseId }));
  const { data } = query;
  if (!data) return <Reading query={query} />;
  return <LedgerTable kind={kind} records={data} label={catalogue.nameOf(kind)} withCase={false} />;
}

function CaseDocuments({ caseId, letters }: { readonly caseId: string; readonly letters: boolean }) {
  const query = useQuery(documentsQuery(caseId));
  const { data } = query;
  if (!data) return <Reading query={query} />;
  return letters ? <LetterList letters={data.letters} /> : <Files files={data.attachments} />;
}
