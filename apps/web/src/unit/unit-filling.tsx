import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { DraftLine } from '../task/draft-line.tsx';
import type { Faults } from '../task/field-props.ts';
import { FormFields } from '../task/form-fields.tsx';
import { Mistakes } from '../task/mistakes.tsx';
import { SubmitDialog } from '../task/submit-dialog.tsx';
import { useFilling } from '../task/use-filling.ts';
import type { FillingProps } from '../task/use-filling.ts';
import { useWords } from '../words/words.tsx';
import { partOf, screenOf, screensOf } from './screens.ts';
import { UnitCheck } from './unit-check.tsx';

const route = getRouteApi('/inside/unit/tasks/$id');

/** One group of questions a screen; the last screen shows what has been answered and what is missing. */
export function UnitFilling(filled: FillingProps) {
  const { unit } = useWords();
  const { task, schema } = filled;
  const navigate = useNavigate();
  const filling = useFilling(filled);
  const { state, save, drop } = filling.drafting;
  const [submitting, setSubmitting] = useState(false);
  const screens = useMemo(() => screensOf(schema), [schema]);
  const { screen = 1 } = route.useSearch();
  const at = Math.min(Math.max(screen, 1), screens.length + 1) - 1;
  const shown = screens[at];
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) heading.current?.focus();
    first.current = false;
  }, [at]);
  const go = (to: number) => {
    save();
    void navigate({ to: '.', search: { screen: to + 1 } as never });
  };
  const showFaults = (faults: Faults) => {
    filling.show(faults);
    const [first = ''] = faults.keys();
    go(screenOf(screens, first));
  };
  const submit = () => {
    const lacking = filling.lacking();
    if (lacking.size > 0) return showFaults(lacking);
    filling.forgive();
    setSubmitting(true);
  };
  return (
    <section className="panel unit-filling" onBlur={save}>
      <p className="quiet">{unit.screen(at + 1, screens.length + 1)}</p>
      <h2 ref={heading} tabIndex={-1}>
        {shown ? shown.title : unit.check}
      </h2>
      <Mistakes schema={schema} faults={ofScreen(filling.faults, shown?.fields)} times={filling.mistakes} />
      {shown ? (
        <FormFields
          schema={partOf(filling.asked, shown)}
          values={filling.values}
          path=""
          faults={filling.faults}
          caseId={task.caseId}
          onChange={filling.setValues}
        />
      ) : (
        <UnitCheck task={task} filling={filling} screens={screens} onGo={go} />
      )}
      <div className="outcome-bar no-print">
        {at > 0 && (
          <button type="button" className="button" onClick={() => go(at - 1)}>
            {unit.previous}
          </button>
        )}
        {shown ? (
          <button type="button" className="button primary" onClick={() => go(at + 1)}>
            {unit.next}
          </button>
        ) : (
          <button type="button" className="button primary" onClick={submit}>
            {unit.handIn}
          </button>
        )}
        <DraftLine state={state} onRetry={save} />
      </div>
      {submitting && (
        <SubmitDialog
          task={task}
          body={filling.body}
          about={<p>{unit.confirm}</p>}
          onFaults={(faults) => {
            setSubmitting(false);
            showFaults(faults);
          }}
          onClose={() => setSubmitting(false)}
          onDone={drop}
          onSubmitted={() => void navigate({ to: '/unit/receipts/$id', params: { id: task.id } })}
        />
      )}
    </section>
  );
}

/** Faults of what this screen asks; on the last one all. */
const ofScreen = (faults: Faults, fields: readonly string[] | undefined): Faults =>
  fields === undefined ? faults : new Map([...faults].filter(([path]) => fields.includes(path.split('.')[0] ?? '')));
