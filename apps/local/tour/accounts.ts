import { Surprise } from '../../../scenarios/surprise.ts';
import type { TaskSeen } from '../../../scenarios/world.ts';

/** Roles whose demo account has another name than the role, or one for each agency. */
const byAgency: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'cdi.disp': { disp1: 'cdi.disp', disp2: 'cdi.disp2' },
  'unit.head': { unit1: 'unit1.head', unit2: 'unit2.head', unit3: 'unit3.head' },
  'unit.staff': { unit1: 'unit1.staff' },
  'insp.team': { team1: 'insp.team1', team2: 'insp.team2', insp: 'insp.team1' },
};

/** Steps that somebody else of the same post must do. */
const second: Readonly<Record<string, string>> = { INTAKE_CHECK: 'cdi.intake2' };

/** The demo account that holds the post of a task, or one of those it is given to. */
export function accountOf({ elementId, name, agency, role, assignee, candidateUsers }: TaskSeen): string {
  const named = assignee ?? candidateUsers[0] ?? second[elementId];
  if (named !== undefined) return named;
  if (role === null) throw new Surprise(`“${name}” 没有岗位，演示账号中找不到人办理`);
  const agencies = byAgency[role];
  if (!agencies) return role;
  const account = agencies[agency ?? ''];
  if (!account) throw new Surprise(`“${name}” 的机构 ${agency ?? '（无）'} 没有演示账号`);
  return account;
}
