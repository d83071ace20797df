import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Case, ChangedCase } from '../../../../api/cases/case.schema.ts';
import type { Tokens } from '../../../../api/corrections/correction.schema.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { useWords } from '../../words/words.tsx';
import { InstructionFields } from './instruction-fields.tsx';
import { instructionOf, noDraft } from './instructions.ts';
import type { Draft } from './instructions.ts';
import { OperationDialog } from './operation-dialog.tsx';
import { tokensQuery } from './operations.queries.ts';
import { TwoPersons } from './two-persons.tsx';
import { useTokenChoices } from './token-choices.ts';

interface CorrectionDialogProps {
  readonly matter: Case;
  /** The element that it is about, where one is looked at. */
  readonly elementId?: string;
  readonly onClose: () => void;
}

/** 更正环节: skip, repeat, move, cancel, start; several together, as the server carries them out. */
export function CorrectionDialog({ matter, elementId, onClose }: CorrectionDialogProps) {
  const { operations } = useWords();
  const { correction } = operations;
  const { data, error, refetch } = useQuery(tokensQuery(matter.id));
  const tokens = useTokenChoices(matter, data);
  const [written, setDrafts] = useState<readonly Draft[] | null>(null);
  const drafts = written ?? [beginning(data?.instances ?? [], elementId)];
  const instructions = drafts.map(instructionOf);
  const twice = data?.corrections === 'two-persons';
  const change = (at: number, draft: Draft) => setDrafts(drafts.map((one, index) => (index === at ? draft : one)));
  return (
    <OperationDialog<ChangedCase>
      matter={matter}
      word={operations.words.correct}
      {...(twice ? { button: correction.ask } : {})}
      path="corrections"
      body={instructions.includes(null) ? null : { instructions }}
      needsReason
      forcible
      grave
      said={({ approvalAsked }) => (approvalAsked ? correction.asked : correction.done)}
      onClose={onClose}
    >
      <p className="quiet">{correction.about}</p>
      <TwoPersons wanted={twice} />
      {error && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {drafts.map((draft, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- they are told apart by their place alone
        <fieldset key={at} className="choice stacked-form">
          {drafts.length > 1 && <legend>{correction.item(at + 1)}</legend>}
          <InstructionFields
            draft={draft}
            tokens={tokens}
            targets={data?.targets ?? []}
            onChange={(next) => change(at, next)}
          />
          {drafts.length > 1 && (
            <button
              type="button"
              className="button small"
              onClick={() => setDrafts(drafts.filter((_, index) => index !== at))}
            >
              {correction.remove(at + 1)}
            </button>
          )}
        </fieldset>
      ))}
      <p>
        <button type="button" className="button small" onClick={() => setDrafts([...drafts, noDraft])}>
          {correction.another}
        </button>
      </p>
    </OperationDialog>
  );
}

/** About the element: what stands there is skipped, or where nothing does, something is moved there. */
function beginning(instances: Tokens['instances'], elementId: string | undefined): Draft {
  if (elementId === undefined) return noDraft;
  const here = instances.find((token) => token.elementId === elementId && token.kind !== 'process');
  return here ? { ...noDraft, instanceId: here.instanceId } : { ...noDraft, kind: 'move', target: elementId };
}
