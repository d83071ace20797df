import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { usePageTitle } from '../frame/page-title.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { dayText, momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { AskToRead } from './ask-to-read.tsx';
import { DossierSection } from './dossier-section.tsx';
import { dossierQuery } from './dossiers.queries.ts';
import { KeeperActs } from './keeper-acts.tsx';
import { Looks } from './looks.tsx';
import { Together } from './together.tsx';
import { useSections } from './use-sections.ts';

const route = getRouteApi('/inside/dossiers/$kind/$id');

/** One person's or unit's dossier, as far as the viewer may read it; to have opened it is a look that is written down. */
export function DossierPage() {
  const { words, language } = useSpeaking();
  const { dossiers } = words;
  const { rules, nameOf } = useSections();
  const { kind, id } = route.useParams();
  const { data: dossier, error, refetch } = useQuery(dossierQuery(kind, id));
  usePageTitle(dossiers.title, dossier?.name);
  if (error && !dossier)
    return (
      <ProblemPanel error={error} onRetry={() => void refetch()} help={dossiers.onlyByLeave}>
        <AskToRead primary />
      </ProblemPanel>
    );
  if (!dossier) return <Loading rows={6} />;
  const day = (date: string) => dayText(date, today(), language);
  const filled = dossier.sections.filter((key) => dossier.lines.some(({ section }) => section === key));
  const empty = dossier.sections.filter((key) => !filled.includes(key));
  return (
    <>
      <p>
        <Link to="/dossiers">‹ {dossiers.title}</Link>
      </p>
      <div className="page-head">
        <h1>{dossier.name}</h1>
        <span className="quiet">{[dossier.unit, dossier.title, dossier.id].filter(Boolean).join(' · ')}</span>
        <span className="chip plain">{dossiers.as[dossier.as]}</span>
        {dossier.as !== 'subject' && (
          <Link className="button" to="/portraits/$kind/$id" params={{ kind, id }}>
            {words.portrait.title}
          </Link>
        )}
        {dossier.mayKeep && <KeeperActs dossier={dossier} />}
      </div>
      <p className="quiet">
        {dossier.openedOn ? dossiers.openedOn(day(dossier.openedOn)) : dossiers.none} · {dossiers.logged}
        {dossier.as === 'subject' && ` · ${dossiers.ofOwn}`}
      </p>
      {dossier.sealedOn && (
        <p className="readonly">
          {dossiers.sealedOn(day(dossier.sealedOn))} {dossier.sealReason}
        </p>
      )}
      {dossier.grant && (
        <p>{dossiers.readBy(dossier.grant.purpose, momentText(dossier.grant.until, today(), language))}</p>
      )}
      <div className="stack">
        {dossier.together.length > 0 && <Together dossier={dossier} />}
        {filled.map((key) => (
          <DossierSection key={key} section={key} dossier={dossier} />
        ))}
        {empty.length > 0 && <p className="quiet">{dossiers.emptySections(empty.map(nameOf).join(words.join))}</p>}
        {(rules?.isKeeper || rules?.oversees) && dossier.as !== 'subject' && <Looks kind={kind} id={id} />}
      </div>
    </>
  );
}
