import { none } from './check.ts';
import type { Check } from './check.ts';
import { atOnce } from '../at-once.ts';
import { pagesOf } from '../pages.ts';
import type { Year } from '../year.types.ts';

interface OpenTask {
  readonly id: string;
  readonly name: string;
  readonly elementId: string;
  readonly caseTitle: string;
  readonly role: string | null;
  readonly agency: string | null;
  readonly assignee: string | null;
  readonly candidateUsers: readonly string[];
  readonly status: string;
  readonly dueOn: string | null;
}
interface Person {
  readonly id: string;
  readonly active: boolean;
  readonly locked: boolean;
  readonly posts: readonly { readonly role: string; readonly agency: string; readonly current: boolean }[];
}
interface CaseSeen {
  readonly id: string;
  readonly title: string;
}
interface CaseInFull {
  readonly openTasks: readonly unknown[];
  readonly alarms: readonly { readonly firedAt: string | null }[];
  readonly children: readonly { readonly status: string }[];
  readonly incidents: readonly { readonly resolvedAt: string | null }[];
  readonly status: string;
}

/** Steps that have no deadline for a reason of their own: they stand open as long as the investigation runs. */
const standing: ReadonlySet<string> = new Set(['MEASURE_DESK']);

/** No open step without somebody who can do it and a day by which it is due; no open case in which nothing can move. */
export async function checkOpen(of: Year): Promise<readonly Check[]> {
  const http = await of.signIn('cdi.head');
  const system = await of.signIn('sysadmin');
  const tasks = await pagesOf<OpenTask>(http, '/tasks?brief=true');
  const people = (await pagesOf<Person>(system, '/admin/people?active=true')).filter(({ locked }) => !locked);
  const agencies = await pagesOf<{ id: string; parent: string | null }>(system, '/admin/agencies');
  const isThere = ownersAmong(people, new Map(agencies.map(({ id, parent }) => [id, parent])));
  const cases = await pagesOf<CaseSeen>(http, '/cases?live=true');
  const still: string[] = [];
  await atOnce(cases, async ({ id, title }) => {
    if (!canMove((await http.get(`/cases/${id}`)) as CaseInFull)) still.push(title);
  });
  const told = ({ name, caseTitle }: OpenTask): string => `${name}（${caseTitle}）`;
  return [
    none('在办环节都有人可办', tasks.filter((task) => !isThere(task)).map(told), tasks.length),
    none(
      '在办环节都有期限，没有期限的写明理由',
      tasks.filter(({ dueOn, elementId }) => dueOn === null && !standing.has(elementId)).map(told),
      tasks.length,
    ),
    none('在办案件没有一件停在原地', still, cases.length),
  ];
}

function ownersAmong(people: readonly Person[], parents: ReadonlyMap<string, string | null>) {
  const active = new Set(people.map(({ id }) => id));
  const posts = people.flatMap((person) => person.posts.filter(({ current }) => current));
  return ({ assignee, candidateUsers, role, agency }: OpenTask): boolean => {
    if (assignee !== null) return active.has(assignee);
    if (candidateUsers.some((user) => active.has(user))) return true;
    if (role === null && agency === null) return false;
    return posts.some(
      (post) =>
        (role === null || post.role === role) &&
        (agency === null || post.agency === agency || parents.get(post.agency) === agency),
    );
  };
}

/** A step, a clock that will ring, a child at work, or an operator who has been told. */
const canMove = ({ openTasks, alarms, children, incidents, status }: CaseInFull): boolean =>
  status === 'suspended' ||
  openTasks.length > 0 ||
  alarms.some(({ firedAt }) => firedAt === null) ||
  children.some((child) => child.status === 'running' || child.status === 'opening') ||
  incidents.some(({ resolvedAt }) => resolvedAt === null);
