import { useQueries, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { usePageTitle } from '../frame/page-title.ts';
import { LedgerTable } from '../ledgers/ledger-table.tsx';
import { useCatalogue } from '../ledgers/use-catalogue.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { caseQuery, documentsQuery, timelineQuery, wholeLedgerQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { CaseHead } from './case-head.tsx';
import { Children } from './children.tsx';
import { FileList } from './file-list.tsx';
import { LetterList } from './letter-list.tsx';
import { NowLine } from './now-line.tsx';
import { Overview } from './overview.tsx';
import { People } from './people.tsx';
import { limitsOf, StoryDays } from './story-days.tsx';
import { ledgerOfTab } from './tabs.ts';
import { isTold } from './told.ts';

const route = getRouteApi('/inside/cases/$id/print');
const ledgers = Object.values(ledgerOfTab);

/** The whole case on paper: what the tabs show, one below the other, the story from its beginning. */
export function PrintPage() {
  const words = useWords();
  const { id } = route.useParams();
  const catalogue = useCatalogue();
  const matter = useQuery(caseQuery(id));
  const story = useQuery(timelineQuery(id));
  const documents = useQuery(documentsQuery(id));
  const records = useQueries({ queries: ledgers.map((kind) => wholeLedgerQuery(kind, { caseId: id })) });
  usePageTitle(words.act.print, matter.data?.number);
  // On paper nothing may be missing unsaid: all of it, or what could not be read.
  const failed = [matter, story, documents, ...records].find(({ error, data }) => error && !data);
  if (failed?.error) return <ProblemPanel error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!matter.data || !story.data || !documents.data || records.some(({ data }) => !data)) return <Loading rows={10} />;
  const { tabs } = words.cases;
  return (
    <article className="paper in-turn">
      <CaseHead matter={matter.data}>
        <button type="button" className="button primary" onClick={() => print()}>
          {words.act.print}
        </button>
        <Link to="/cases/$id/$tab" params={{ id, tab: 'overview' }} className="button">
          {words.cases.backToCase}
        </Link>
      </CaseHead>
      <NowLine matter={matter.data} />
      <Overview matter={matter.data} />
      {ledgers.map((kind, index) => {
        const items = records[index]?.data ?? [];
        return items.length === 0 ? null : (
          <section key={kind}>
            <h2>{catalogue.nameOf(kind)}</h2>
            <LedgerTable kind={kind} records={items} label={catalogue.nameOf(kind)} withCase={false} />
          </section>
        );
      })}
      <section>
        <h2>{tabs.letters}</h2>
        <LetterList letters={documents.data.letters} />
      </section>
      <section>
        <h2>{tabs.files}</h2>
        <FileList files={documents.data.attachments} />
      </section>
      <section>
        <h2>{tabs.people}</h2>
        <People caseId={id} />
      </section>
      {matter.data.children.length > 0 && (
        <section>
          <h2>{tabs.children}</h2>
          <Children matter={matter.data} />
        </section>
      )}
      <section className="story">
        <h2>{tabs.timeline}</h2>
        <StoryDays entries={story.data.items.filter(isTold)} limits={limitsOf(story.data.items)} />
      </section>
    </article>
  );
}
