import { Surprise } from '../../../scenarios/surprise.ts';
import type { TaskSeen } from '../../../scenarios/world.ts';

/** Roles whose demo account has another name than the role, or one for each agency. */
const byAgency: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'unit.head': { unit1: 'unit1.head', unit2: 'unit2.head', unit3: 'unit3.head' },
  'unit.staff': { unit1: 'unit1.staff' },
  'insp.team': { team1: 'insp.team1', team2: 'insp.team2', insp: 'insp.team1' },
};

/** The demo account that holds the post of a task. */
export function accountOf({ name, agency, role, assignee }: TaskSeen): string {
  if (assignee !== null) return assignee;
  if (role === null) throw new Surprise(`“${name}” 没有岗位，演示账号中找不到人办理`);
  const agencies = byAgency[role];
  if (!agencies) return role;
  const account = agencies[agency ?? ''];
  if (!account) throw new Surprise(`“${name}” 的机构 ${agency ?? '（无）'} 没有演示账号`);
  return account;
}
