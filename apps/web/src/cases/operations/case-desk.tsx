import type { Case } from '../../../../api/cases/case.schema.ts';
import { CopiesPanel } from './copies-panel.tsx';
import { LinksPanel } from './links-panel.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { OpenSteps } from './open-steps.tsx';

/** Under a case's facts: its open steps with what may be done to them, and what stands beside the procedure. */
export function CaseDesk({ matter }: { readonly matter: Case }) {
  return (
    <div className="two desk-row">
      <div className="in-turn">
        <OpenSteps matter={matter} />
        <LinksPanel matter={matter} />
      </div>
      <div className="in-turn">
        <NotesPanel matter={matter} />
        <CopiesPanel matter={matter} />
      </div>
    </div>
  );
}
