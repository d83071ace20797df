import { useId, useState } from 'react';
import { freeLinkKinds } from '../../../../../domain/case-link.ts';
import type { Case } from '../../../../api/cases/case.schema.ts';
import type { Linked } from '../../../../api/links/link.schema.ts';
import { PickField } from '../../parts/pick-field.tsx';
import { useWords } from '../../words/words.tsx';
import { OperationDialog } from './operation-dialog.tsx';
import { idOf, otherCases } from './other-cases.ts';

interface LinkDialogProps {
  readonly matter: Case;
  readonly onClose: () => void;
}

/** 关联: two cases have to do with each other; it stands on both. */
export function LinkDialog({ matter, onClose }: LinkDialogProps) {
  const { operations } = useWords();
  const { links } = operations;
  const id = useId();
  const [other, setOther] = useState('');
  const [kind, setKind] = useState('related');
  return (
    <OperationDialog<Linked>
      matter={matter}
      word={operations.words.link}
      path="links"
      body={other === '' ? null : { caseId: idOf(other), kind }}
      onClose={onClose}
    >
      <div className="stacked">
        <label htmlFor={id}>{links.other}</label>
        <PickField id={id} value={other} find={otherCases(matter)} onChange={setOther} />
      </div>
      <label>
        {links.kind}
        <select className="field" value={kind} onChange={(event) => setKind(event.target.value)}>
          {freeLinkKinds.map((one) => (
            <option key={one} value={one}>
              {links.kinds[one]}
            </option>
          ))}
        </select>
      </label>
    </OperationDialog>
  );
}
