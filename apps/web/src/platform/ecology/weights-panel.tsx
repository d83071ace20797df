import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Model } from '../../../../api/platform/ecology.schema.ts';
import { useNames } from '../../parts/names.ts';
import { dayOf, dayText, today } from '../../time/dates.ts';
import { useSpeaking } from '../../words/words.tsx';
import { indicatorsQuery } from '../platform.queries.ts';

interface WeightsPanelProps {
  readonly models: readonly Model[];
  readonly mayKeep: boolean;
}

/** 评分办法: the weights that count now, and every version before. */
export function WeightsPanel({ models, mayKeep }: WeightsPanelProps) {
  const { words, language } = useSpeaking();
  const { ecology } = words;
  const names = useNames();
  const { data: indicators } = useQuery(indicatorsQuery);
  const nameOf = (key: string) => indicators?.items.find((one) => one.key === key)?.name ?? key;
  return (
    <section className="panel">
      <div className="page-head">
        <h2>{ecology.weights}</h2>
        {mayKeep && (
          <Link className="button small" to="/platform/ecology-weights">
            {ecology.changeWeights}
          </Link>
        )}
      </div>
      {models.length === 0 && <p className="empty">{ecology.noWeights}</p>}
      {models.map((model, index) => (
        <details key={model.version} open={index === 0}>
          <summary>
            {ecology.version(model.version)} <span className="quiet">{ecology.lines(model)}</span>
          </summary>
          <p className="quiet">
            {names.person(model.madeBy)} {dayText(dayOf(model.madeAt), today(), language)} {model.reason}
          </p>
          <ul>
            {model.parts.map(({ indicator, weight, full, zero }) => (
              <li key={indicator}>
                {nameOf(indicator)} {ecology.weightOf(weight)}{' '}
                <span className="quiet">{ecology.scale(full, zero)}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
