import { useQuery } from '@tanstack/react-query';
import type { Source } from '../../../../api/platform/source.schema.ts';
import { useNames } from '../../parts/names.ts';
import { dayOf, dayText, today } from '../../time/dates.ts';
import { useSpeaking } from '../../words/words.tsx';
import { versionsQuery } from '../platform.queries.ts';

interface IndicatorVersionsProps {
  readonly indicatorKey: string;
  readonly name: string;
  readonly from: Source | undefined;
}

/** Every version with who made it, when and why. */
export function IndicatorVersions({ indicatorKey, name, from }: IndicatorVersionsProps) {
  const { words, language } = useSpeaking();
  const { indicator } = words;
  const names = useNames();
  const { data } = useQuery(versionsQuery(indicatorKey));
  if (!data) return null;
  return (
    <details className="panel">
      <summary>{indicator.versions(data.total)}</summary>
      <div className="scroller" role="region" aria-label={`${name} ${indicator.versions(data.total)}`} tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              {indicator.versionColumns.map((column) => (
                <th scope="col" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.items.map((one) => (
              <tr key={one.version}>
                <th scope="row">v{one.version}</th>
                <td>{one.name}</td>
                <td>{indicator.told(one, from)}</td>
                <td className="nowrap">{names.person(one.madeBy)}</td>
                <td className="nowrap">{dayText(dayOf(one.madeAt), today(), language)}</td>
                <td>{one.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
