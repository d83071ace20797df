import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Ran, Rule } from '../../../../api/platform/rule.schema.ts';
import { ServerAct } from '../../parts/server-act.tsx';
import { call } from '../../server/call.ts';
import { useWords } from '../../words/words.tsx';

interface RuleActsProps {
  readonly rule: Rule;
  /** The version that raises doubts; another one than the newest while that is on trial. */
  readonly inForce: Rule | undefined;
}

/** 启用, 停用, 修改, and running it over a period once a version is on. */
export function RuleActs({ rule, inForce }: RuleActsProps) {
  const { platform, rule: words } = useWords();
  const [asking, setAsking] = useState<'on' | 'off' | null>(null);
  const [period, setPeriod] = useState('');
  const { key, status } = rule;
  const path = `/platform/rules/${encodeURIComponent(key)}`;
  const titles = { on: platform.switchOn, off: platform.switchOff };
  const possible = [...(status === 'on' ? [] : ['on' as const]), ...(inForce ? ['off' as const] : [])];
  const run = useMutation({ mutationFn: () => call<Ran>(`${path}/run`, { method: 'POST', body: { period } }) });
  return (
    <div>
      <p className="row-actions">
        {possible.map((to) => (
          <button key={to} type="button" className="button" onClick={() => setAsking(to)}>
            {titles[to]}
          </button>
        ))}
        <Link className="button" to="/platform/rule-form" search={{ key }}>
          {words.change}
        </Link>
        {inForce && (
          <>
            <label className="row-actions">
              {words.period}
              <input
                className="field"
                placeholder="2026-Q1"
                value={period}
                onChange={(event) => setPeriod(event.target.value.trim())}
              />
            </label>
            <button type="button" className="button" onClick={() => run.isPending || run.mutate()}>
              {words.runVersion(inForce.version)}
            </button>
          </>
        )}
      </p>
      {run.error && (
        <p role="alert" className="fault">
          {run.error.message}
        </p>
      )}
      {run.data && <p role="status">{words.ran(run.data)}</p>}
      {asking && (
        <ServerAct
          title={titles[asking]}
          path={`${path}/switch`}
          area="platform"
          fields={[{ name: 'reason', label: words.reason, required: true }]}
          bodyOf={(entry) => ({ ...entry, status: asking })}
          onClose={() => setAsking(null)}
        >
          <p>{asking === 'off' ? words.offHelp : words.onHelp}</p>
        </ServerAct>
      )}
    </div>
  );
}
