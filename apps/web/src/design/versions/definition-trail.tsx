import { useQuery } from '@tanstack/react-query';
import { useNames } from '../../parts/names.ts';
import { longDayText, momentText, today } from '../../time/dates.ts';
import { useDesign } from '../design-words.ts';
import { trailQuery } from '../design.queries.ts';

/** Who did what to which version, and why. */
export function DefinitionTrail({ code }: { readonly code: string }) {
  const { design, words, language } = useDesign();
  const names = useNames();
  const { data } = useQuery(trailQuery(code));
  if (!data) return null;
  return (
    <section className="panel" aria-label={design.version.trail}>
      <h2>{design.version.trail}</h2>
      <ul className="opinions">
        {data.items.map(({ version, action, by, at, data: facts, reason }) => {
          const day = facts['new'] ?? facts['validFrom'];
          return (
            <li key={`${version} ${action} ${at}`}>
              <span className="nowrap">{momentText(at, today(), language)}</span>{' '}
              {by === 'liandong' ? design.list.release : names.person(by)} {design.version.actions[action]}{' '}
              {words.cases.version(version)}
              {typeof day === 'string' && ` · ${design.publish.validFrom} ${longDayText(day, language)}`}
              {reason && ` · ${reason}`}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
