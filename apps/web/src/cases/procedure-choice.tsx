import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState } from 'react';
import { Loading } from '../parts/loading.tsx';
import { Reading } from '../parts/reading.tsx';
import { definitionsQuery, mechanismsQuery, meQuery } from '../server/queries.ts';
import { isOfUnit } from '../unit/unit-address.ts';
import { useSpeaking } from '../words/words.tsx';

const Picture = lazy(() => import('../diagram/picture.tsx').then(({ Picture: one }) => ({ default: one })));
const moment = 250;

interface Procedure {
  readonly key: string;
  readonly name: string;
}

/** What can be opened, under what each is for; procedures that others call come folded, for who must open one alone. */
export function ProcedureChoice() {
  const { words, language } = useSpeaking();
  const { opening } = words;
  const [seen, setSeen] = useState<string | null>(null);
  const settling = useRef<number>(undefined);
  /** What is pointed at for a moment is looked at. */
  const look = ({ target }: { readonly target: EventTarget }) => {
    clearTimeout(settling.current);
    const key =
      target instanceof Element ? target.closest<HTMLElement>('[data-procedure]')?.dataset['procedure'] : null;
    if (key) settling.current = window.setTimeout(() => setSeen(key), moment);
  };
  const published = useQuery(definitionsQuery);
  const mechanisms = useQuery(mechanismsQuery);
  const { data: me } = useQuery(meQuery);
  const mayOpenParts = me !== undefined && !isOfUnit(me);
  if (!published.data) return <Reading query={published} />;
  if (!mechanisms.data) return <Reading query={mechanisms} />;
  const inForce = published.data.items.filter(({ state }) => state === 'in-force');
  const shown = new Set(inForce.map(({ key }) => key));
  const groups = mechanisms.data.items.map(({ procedures, ...rest }) => {
    const own = procedures.filter(({ key }) => shown.has(key));
    return { ...rest, opened: own.filter(({ opens }) => opens), parts: own.filter(({ opens }) => !opens) };
  });
  const listed = new Set(groups.flatMap(({ opened, parts }) => [...opened, ...parts].map(({ key }) => key)));
  const others = inForce.filter(({ key }) => !listed.has(key));
  if (inForce.length === 0) return <p className="empty">{opening.noProcedures}</p>;
  const looked = inForce.find(({ key }) => key === seen);
  return (
    <div className="choosing">
      <div className="stack" onFocus={look} onMouseOver={look}>
        {groups
          .filter(({ opened }) => opened.length > 0)
          .map(({ key, name, english, purpose, purposeEnglish, opened, parts }) => (
            <section key={key} className="panel">
              <h2>{language === 'en' ? english : name}</h2>
              <p className="purpose">{language === 'en' ? purposeEnglish : purpose}</p>
              <Choices procedures={opened} />
              {mayOpenParts && parts.length > 0 && (
                <details>
                  <summary>{opening.parts}</summary>
                  <Choices procedures={parts} />
                </details>
              )}
            </section>
          ))}
        {mayOpenParts && others.length > 0 && (
          <section className="panel">
            <h2>{opening.others}</h2>
            <Choices procedures={others} />
          </section>
        )}
      </div>
      <section className="panel first-look" aria-label={opening.picture}>
        <h2>{looked?.name ?? opening.picture}</h2>
        {looked ? (
          <Suspense fallback={<Loading />}>
            <Picture key={looked.key} definitionKey={looked.key} name={looked.name} />
          </Suspense>
        ) : (
          <p className="quiet">{opening.seeFirst}</p>
        )}
      </section>
    </div>
  );
}

function Choices({ procedures }: { readonly procedures: readonly Procedure[] }) {
  return (
    <div className="procedures">
      {procedures.map(({ key, name }) => (
        <Link key={key} to="/cases/new" search={{ procedure: key }} className="button" data-procedure={key}>
          {name}
        </Link>
      ))}
    </div>
  );
}
