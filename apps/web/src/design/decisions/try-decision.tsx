import { useState } from 'react';
import type { TriedDecision } from '../../../../api/design/document.schema.ts';
import { call } from '../../server/call.ts';
import { Problem } from '../../server/problem.ts';
import { useDesign } from '../design-words.ts';
import type { Decision } from './read-decisions.ts';

interface TryDecisionProps {
  readonly decision: Decision;
  readonly xml: string;
}

const isPath = (source: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u.test(source);

/** 试算: what the decision comes to with these values, and by which rules. */
export function TryDecision({ decision, xml }: TryDecisionProps) {
  const { design, words } = useDesign();
  const { logic } = decision;
  const read = logic.kind === 'table' ? logic.inputs.map(({ source }) => source).filter(isPath) : [];
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [more, setMore] = useState('');
  const [tried, setTried] = useState<TriedDecision | null>(null);
  const [refusal, setRefusal] = useState('');
  const paths = [...new Set([...read, ...Object.keys(values)])];
  async function carryOut() {
    const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
    try {
      const body = { document: xml, key: decision.id, values: given };
      setTried(await call<TriedDecision>('/design/decide', { method: 'POST', body }));
      setRefusal('');
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setTried(null);
      setRefusal(error.message || words.state.unreachable);
    }
  }
  const numberOf = (rule: string) => (logic.kind === 'table' ? logic.rules.findIndex(({ id }) => id === rule) + 1 : 0);
  return (
    <form
      className="form try-decision"
      aria-label={design.decision.try}
      onSubmit={(event) => {
        event.preventDefault();
        void carryOut();
      }}
    >
      <div className="row-actions">
        {paths.map((path) => (
          <label key={path}>
            <code>{path}</code>{' '}
            <input
              className="field inline"
              value={values[path] ?? ''}
              onChange={(event) => setValues({ ...values, [path]: event.target.value })}
            />
          </label>
        ))}
        <label>
          {design.decision.moreValues}{' '}
          <input className="field inline" value={more} onChange={(event) => setMore(event.target.value.trim())} />
        </label>
        <button
          type="button"
          className="button"
          aria-disabled={!isPath(more)}
          onClick={() => {
            if (!isPath(more)) return;
            setValues({ ...values, [more]: '' });
            setMore('');
          }}
        >
          {design.variable.add}
        </button>
        <button type="submit" className="button primary">
          {design.decision.try}
        </button>
      </div>
      <p className="quiet">{design.decision.valueHint}</p>
      <div role="status">
        {refusal && <p className="fault">{refusal}</p>}
        {tried?.failed && <p className="fault">{tried.failed}</p>}
        {tried && tried.defects.length > 0 && <p className="fault">{design.publish.refused(tried.defects.length)}</p>}
        {tried && !tried.failed && tried.defects.length === 0 && (
          <p>
            {design.decision.comesTo} <code>{JSON.stringify(tried.value)}</code>
            {tried.hits && (
              <span className="quiet"> {design.decision.hits(tried.hits.map(({ rule }) => numberOf(rule)))}</span>
            )}
          </p>
        )}
      </div>
    </form>
  );
}
