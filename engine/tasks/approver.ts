import type { Task } from '../task.ts';
import type { Step } from '../step.ts';

/** Who approves an extension where the period names no role: the head of the house that the step's role belongs to. */
const heads: Readonly<Record<string, string>> = {
  cdi: 'cdi.head',
  insp: 'insp.office',
  audit: 'audit.head',
  fin: 'fin.head',
  unit: 'unit.head',
};

/** The role that approves an extension of this task; the head's own, a supervised unit's and all others go to the commission's supervisor. */
export function approverOf(step: Step, { clock, role, agency }: Task): string {
  const named = step.rulebook.periods[clock?.rule.period ?? '']?.extension?.approver;
  if (named !== undefined && /^[a-z][a-z.]*$/.test(named)) return named;
  const house = role?.split('.')[0] ?? agency ?? '';
  if (house === 'unit' && step.since(7)) return 'supervisor';
  const head = heads[house] ?? 'supervisor';
  return head === role ? 'supervisor' : head;
}

/** A head approves for the house that has the step, not for others of the same kind; whoever sits elsewhere has no agency here. */
export function agencyOfApprover({ role, agency }: Task, approver: string): string | null {
  const [house, rank] = approver.split('.');
  return rank === 'head' && role?.split('.')[0] === house ? agency : null;
}
