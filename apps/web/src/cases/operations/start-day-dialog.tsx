import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Case, ChangedCase } from '../../../../api/cases/case.schema.ts';
import { DateField } from '../../parts/date-field.tsx';
import { longDayText, typedDay } from '../../time/dates.ts';
import { useSpeaking } from '../../words/words.tsx';
import { OperationDialog } from './operation-dialog.tsx';
import { tokensQuery } from './operations.queries.ts';
import { TwoPersons } from './two-persons.tsx';

interface StartDayDialogProps {
  readonly matter: Case;
  readonly onClose: () => void;
}

/** 更正起算日: every deadline that hangs on it is computed anew. */
export function StartDayDialog({ matter, onClose }: StartDayDialogProps) {
  const { words, language } = useSpeaking();
  const { operations } = words;
  const { data: tokens } = useQuery(tokensQuery(matter.id));
  const [day, setDay] = useState(matter.startsOn);
  const twice = tokens?.corrections === 'two-persons';
  const startsOn = typedDay(day);
  return (
    <OperationDialog<ChangedCase>
      matter={matter}
      word={operations.words.startDay}
      {...(twice ? { button: operations.correction.ask } : {})}
      path="start-day"
      body={startsOn === null || startsOn === matter.startsOn ? null : { startsOn }}
      needsReason={twice}
      grave
      said={({ approvalAsked }) => (approvalAsked ? operations.correction.asked : operations.correction.done)}
      onClose={onClose}
    >
      <TwoPersons wanted={twice} />
      <p>{operations.startDay.now(longDayText(matter.startsOn, language))}</p>
      <DateField label={operations.startDay.until} value={day} onChange={setDay} />
    </OperationDialog>
  );
}
