import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PlayedScenarios } from '../../../../api/design/scenario.schema.ts';
import '../../look/design.css';
import { NotFound } from '../../frame/not-found.tsx';
import { usePageTitle } from '../../frame/page-title.ts';
import { Reading } from '../../parts/reading.tsx';
import { call } from '../../server/call.ts';
import { Problem } from '../../server/problem.ts';
import { useDesign } from '../design-words.ts';
import { draftQuery, openedQuery, versionsQuery } from '../design.queries.ts';
import { Played } from './played.tsx';
import { ScenarioChoice } from './scenario-choice.tsx';
import type { Chosen } from './scenario-choice.tsx';
import { chosenFiles } from './scenario-choice.tsx';
import { useScenarioWords } from './scenario-words.ts';

const route = getRouteApi('/inside/design/$key/scenarios');

/** 场景与覆盖: scenarios of a version or of one's draft, played in the engine, and what of the picture they have walked. */
export function ScenariosPage() {
  const { design, words } = useDesign();
  const { scenarios } = useScenarioWords();
  const { key } = route.useParams();
  const { version } = route.useSearch();
  const navigate = route.useNavigate();
  const versions = useQuery(versionsQuery(key));
  const draft = useQuery(draftQuery('process', key));
  const newest = versions.data?.items[0];
  const shown = version ?? (draft.data === null ? newest?.version : undefined);
  const opened = useQuery({ ...openedQuery(key, shown ?? 1), enabled: shown !== undefined });
  const drawn = typeof draft.data?.content === 'string' ? draft.data.content : null;
  const document = shown === undefined ? drawn : (opened.data?.document ?? null);
  const name = newest?.name ?? draft.data?.name ?? key;
  const [chosen, setChosen] = useState<Chosen>({ release: true, trials: [], files: [] });
  const [played, setPlayed] = useState<{ readonly of: string; readonly answer: PlayedScenarios } | null>(null);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  usePageTitle(scenarios.title, name);
  const failed = [versions, draft, opened].find(({ error }) => error !== null);
  if (failed) return <Reading query={failed} />;
  if (versions.data?.items.length === 0 && draft.data === null) return <NotFound />;

  async function play() {
    if (busy || document === null) return;
    setBusy(true);
    setRefusals([]);
    try {
      const body = { document, release: chosen.release, files: await chosenFiles(chosen) };
      setPlayed({ of: document, answer: await call<PlayedScenarios>('/design/scenarios', { method: 'POST', body }) });
    } catch (error) {
      const defects = error instanceof Problem ? error.defects.map(({ message }) => message) : [];
      setPlayed(null);
      setRefusals([(error as Error).message || words.state.unreachable, ...defects]);
    }
    setBusy(false);
  }

  return (
    <>
      <div className="page-head">
        <h1>
          {scenarios.title} · {name}
        </h1>
        <code className="quiet">{key}</code>
        <span className="spring row-actions">
          <Link to="/design/$key" params={{ key }} activeOptions={{ exact: true }} className="button">
            {design.version.edit}
          </Link>
        </span>
      </div>
      <p className="quiet">{scenarios.lead}</p>
      <section className="panel">
        <label>
          {scenarios.of}{' '}
          <select
            className="field inline"
            value={shown ?? ''}
            onChange={({ target }) => {
              setPlayed(null);
              void navigate({ search: target.value ? { version: Number(target.value) } : {}, replace: true });
            }}
          >
            {drawn !== null && <option value="">{scenarios.draft}</option>}
            {(versions.data?.items ?? []).map((one) => (
              <option key={one.version} value={one.version}>
                {words.cases.version(one.version)}
              </option>
            ))}
          </select>
        </label>
        <ScenarioChoice code={key} chosen={chosen} onChange={setChosen} />
        <button
          type="button"
          className="button primary"
          aria-disabled={busy || document === null}
          onClick={() => void play()}
        >
          {scenarios.play}
        </button>
        <p role="status">{busy ? scenarios.playing : ''}</p>
        <div role="alert" className="fault">
          {refusals.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      </section>
      {played && <Played name={name} xml={played.of} answer={played.answer} />}
    </>
  );
}
