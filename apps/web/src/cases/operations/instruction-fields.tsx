import type { Tokens } from '../../../../api/corrections/correction.schema.ts';
import { useWords } from '../../words/words.tsx';
import { kinds, needsTarget, needsToken } from './instructions.ts';
import type { Draft } from './instructions.ts';
import { TargetSelect } from './target-select.tsx';
import type { useTokenChoices } from './token-choices.ts';

interface InstructionFieldsProps {
  readonly draft: Draft;
  readonly tokens: ReturnType<typeof useTokenChoices>;
  readonly targets: Tokens['targets'];
  readonly onChange: (draft: Draft) => void;
}

/** One correction: which step, and what becomes of it. */
export function InstructionFields({ draft, tokens, targets, onChange }: InstructionFieldsProps) {
  const { operations, handle } = useWords();
  const { correction } = operations;
  const set = (changes: Partial<Draft>) => onChange({ ...draft, ...changes });
  const outcomes = tokens.find(({ id }) => id === draft.instanceId)?.outcomes ?? [];
  return (
    <>
      <label>
        {correction.kind}
        <select
          className="field"
          value={draft.kind}
          onChange={(event) => set({ kind: kinds.find((kind) => kind === event.target.value) ?? draft.kind })}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {correction.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      {needsToken(draft) && (
        <label>
          {correction.token}
          <select
            className="field"
            value={draft.instanceId}
            onChange={(event) => set({ instanceId: event.target.value, outcome: '' })}
          >
            <option value="">{handle.choose}</option>
            {tokens.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      {needsTarget(draft) && (
        <TargetSelect targets={targets} value={draft.target} onChange={(target) => set({ target })} />
      )}
      {draft.kind === 'skip' && outcomes.length > 0 && (
        <label>
          {correction.outcome}
          <select className="field" value={draft.outcome} onChange={(event) => set({ outcome: event.target.value })}>
            <option value="">{correction.noOutcome}</option>
            {outcomes.map((outcome) => (
              <option key={outcome}>{outcome}</option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
