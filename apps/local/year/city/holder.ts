import { whoActs } from '../../demo/who-acts.ts';
import type { TaskHolder } from '../../demo/who-acts.ts';
import type { UnitOfYear } from './city.ts';

export interface Held extends TaskHolder {
  readonly elementId: string;
}

/** Steps that somebody else of the same post must do. */
const second: Readonly<Record<string, string>> = { INTAKE_CHECK: 'cdi.intake2' };

/** The account that a step waits for: of the demo city's offices, or somebody of a unit of the simulated one. */
export function holderIn(city: readonly UnitOfYear[]): (task: Held, opener: string) => string | undefined {
  const people = new Map<string, string>(
    city.flatMap(({ id, head, staff }) => [
      [`unit.head@${id}`, head.account] as const,
      [`unit.staff@${id}`, staff.account] as const,
      [`@${id}`, head.account] as const,
    ]),
  );
  return (task, opener) => {
    const { assignee, candidateUsers = [], role, agency, elementId } = task;
    if (assignee) return assignee;
    return (
      candidateUsers[0] ?? people.get(`${role ?? ''}@${agency ?? ''}`) ?? second[elementId] ?? whoActs(task, opener)
    );
  };
}
