import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { usePageTitle } from '../frame/page-title.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { useWords } from '../words/words.tsx';
import { CadreActs } from './cadre-acts.tsx';
import { CadreCharges } from './cadre-charges.tsx';
import { CadrePosts } from './cadre-posts.tsx';
import { Changes } from './changes.tsx';
import { cadreQuery } from './registry.queries.ts';
import { useRegistryWords } from './use-registry-words.ts';

const route = getRouteApi('/inside/registry/cadres/$id');

/** One registered person: posts held and given up, and what was in charge of. */
export function CadrePage() {
  const { registry } = useWords();
  const words = useRegistryWords();
  const { id } = route.useParams();
  const { data: cadre, error, refetch } = useQuery(cadreQuery(id));
  usePageTitle(registry.title, cadre?.name);
  if (error && !cadre) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  if (!cadre) return <Loading rows={6} />;
  return (
    <>
      <p>
        <Link to="/registry/$kind" params={{ kind: 'cadres' }}>
          ‹ {registry.kinds.cadres}
        </Link>
      </p>
      <div className="page-head">
        <h1>{cadre.name}</h1>
        <span className="chip plain">{words.name('levels', cadre.managedBy)}</span>
        <span className="quiet">
          {cadre.id}
          {cadre.account && ` · ${registry.sections.account} ${cadre.account}`}
        </span>
        {cadre.mayKeep && <CadreActs cadre={cadre} />}
      </div>
      {cadre.until && <p className="readonly">{registry.left(words.name('leavings', cadre.leftAs), cadre.until)}</p>}
      <div className="stack">
        <CadrePosts cadre={cadre} />
        <CadreCharges cadre={cadre} />
        <Changes kind="cadres" id={id} />
      </div>
    </>
  );
}
