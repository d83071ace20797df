import { useState } from 'react';
import type { Scored } from '../../../../api/platform/ecology.schema.ts';
import { ServerAct } from '../../parts/server-act.tsx';
import { today } from '../../time/dates.ts';
import { useWords } from '../../words/words.tsx';

/** The quarter before the one of today: what is over can be scored. */
function lastQuarter(): string {
  const [year, month] = [Number(today().slice(0, 4)), Number(today().slice(5, 7))];
  const quarter = Math.ceil(month / 3) - 1;
  return quarter === 0 ? `${year - 1}-Q4` : `${year}-Q${quarter}`;
}

/** Scores a quarter: each unit once, and each opens its case. */
export function ScoreQuarter() {
  const { ecology } = useWords();
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<Scored | null>(null);
  return (
    <>
      {done && <span role="status">{ecology.scored(done)}</span>}
      <button type="button" className="button small" onClick={() => setAsking(true)}>
        {ecology.score}
      </button>
      {asking && (
        <ServerAct<Scored>
          title={ecology.score}
          path="/platform/ecology/scores"
          area="platform"
          fields={[
            { name: 'period', label: ecology.quarter, required: true },
            { name: 'reason', label: ecology.reason },
          ]}
          initial={{ period: lastQuarter() }}
          onClose={() => setAsking(false)}
          onDone={setDone}
        >
          <p>{ecology.scoreHelp}</p>
        </ServerAct>
      )}
    </>
  );
}
