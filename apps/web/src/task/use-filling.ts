import { useMemo, useState } from 'react';
import type { Case } from '../../../api/cases/case.schema.ts';
import type { Draft } from '../../../api/drafts/draft.schema.ts';
import type { Task } from '../../../api/tasks/task.schema.ts';
import type { Json } from '../../../../engine/command.ts';
import { useWords } from '../words/words.tsx';
import type { Faults } from './field-props.ts';
import { answersOf, formFor, initialValues, missingIn } from './form-schema.ts';
import type { FormSchema, Values } from './form-schema.ts';
import { useDraft } from './use-draft.ts';

export interface FillingProps {
  readonly task: Task;
  readonly matter: Case;
  readonly schema: FormSchema;
  readonly draft: Draft;
  readonly user: string;
  /** Records that the form reports on, by its lists. */
  readonly records: Values;
}

const noFaults: Faults = new Map();

/** A step being filled in: the answers with their draft on the server, the outcome, and what is still wrong. */
export function useFilling({ task, matter, schema, draft, user, records }: FillingProps) {
  const { handle, fault } = useWords();
  const fresh = () => initialValues(schema, { ...records, ...matter.variables, ...task.variables });
  const only = task.outcomes.length === 1 ? task.outcomes[0] : undefined;
  const [restored, setRestored] = useState(true);
  const [values, setValues] = useState<Values>(() => draft.content?.variables ?? fresh());
  const [outcome, setOutcome] = useState(draft.content?.outcome ?? only);
  const [comment, setComment] = useState(draft.content?.comment ?? '');
  const [faults, setFaults] = useState(noFaults);
  const [mistakes, setMistakes] = useState(0);
  const content = useMemo(
    () => ({
      variables: JSON.parse(JSON.stringify(values)) as Record<string, Json>,
      ...(outcome === undefined ? {} : { outcome }),
      ...(comment ? { comment } : {}),
    }),
    [values, outcome, comment],
  );
  const asked = formFor(schema, outcome);
  const drafting = useDraft({ user, taskId: task.id, savedAt: draft.savedAt, content });
  const variables = (answersOf(asked, values) ?? {}) as Values;

  const show = (found: Faults) => {
    setFaults(found);
    setMistakes((times) => times + 1);
  };

  return {
    values,
    setValues,
    outcome,
    setOutcome,
    comment,
    setComment,
    /** The form with what the chosen outcome asks for as well. */
    asked,
    faults,
    /** Rises with every attempt to submit. */
    mistakes,
    show,
    drafting,
    /** When what is shown was saved; null once somebody has begun anew. */
    restoredAt: restored ? draft.savedAt : null,
    body: { ...(outcome === undefined ? {} : { outcome }), variables, ...(comment ? { comment } : {}) },
    startAgain: () => {
      setValues(fresh());
      setOutcome(only);
      setComment('');
      setRestored(false);
    },
    /** What keeps it from being handed in. */
    lacking: (): Faults => {
      const missing = missingIn(asked, variables).map((path) => [path, fault.required] as const);
      const choose = task.outcomes.length > 0 && outcome === undefined;
      return new Map([...missing, ...(choose ? [['outcome', handle.chooseOutcome] as const] : [])]);
    },
    forgive: () => setFaults(noFaults),
  };
}
