/** One post held today: a role in an agency, and the agency above it (null at the top). */
export interface HeldPost {
  readonly role: string;
  readonly agency: string;
  readonly parent: string | null;
}

/** Who looks or acts. */
export interface Viewer {
  readonly user: string;
  readonly posts: readonly HeldPost[];
  /** Those whose deputy the viewer is today. */
  readonly principals?: readonly Principal[];
}

/** 被代理人: somebody for whom the viewer acts for a while, as far as the commission goes. */
export interface Principal {
  readonly user: string;
  readonly name: string;
  readonly agency: string | null;
  /** Held today; of a commission for some roles only these. */
  readonly posts: readonly HeldPost[];
  /** Null for all. */
  readonly roles: readonly string[] | null;
  readonly definitionKeys: readonly string[] | null;
}

/** What of a case decides who may see it. */
export interface CaseCircle {
  readonly trial: boolean;
  readonly openedBy: string | null;
  /** Who opened the topmost case of the family; a trial is theirs whole. */
  readonly familyOpenedBy: string | null;
  readonly agencies: readonly string[];
  /** By name, as `holdersOf(role)` all who hold a role, as `guest(…)` those who see only the steps of their own. */
  readonly people: readonly string[];
  /** Principals of the viewer who have a live step in it, or for whom the viewer has done one. */
  readonly asDeputyFor?: readonly string[];
  /** 回避 of the viewer: does nothing in it, or does not even see it. */
  readonly recused?: 'barred' | 'hidden' | null;
}

/** What of a task decides who may act on it. */
export interface TaskCircle {
  readonly id?: string;
  readonly role: string | null;
  readonly agency: string | null;
  readonly assignee: string | null;
  readonly owner: string | null;
  readonly candidateUsers: readonly string[];
  readonly endedBy: string | null;
  /** The confirmation of a correction is every operator's. */
  readonly kind?: string;
}

/** Roles that run the system and do no business. */
export const administrators: ReadonlySet<string> = new Set(['sysadmin', 'secadmin', 'auditadmin']);
const overseers: ReadonlySet<string> = new Set(['supervisor', 'cdi.head']);

const holds = ({ posts }: Viewer, roles: ReadonlySet<string>): boolean => posts.some(({ role }) => roles.has(role));

/** Whether the viewer has to do with business at all: the three administrators (系统、安全保密、安全审计) have not. */
export function isBusiness(viewer: Viewer): boolean {
  return viewer.posts.length > 0 && !holds(viewer, administrators);
}

/** The agencies whose business the viewer sees: those of the posts held and the ones above them. */
export function agenciesSeenBy(viewer: Viewer): readonly string[] {
  if (!isBusiness(viewer)) return [];
  return [...new Set(viewer.posts.flatMap(({ agency, parent }) => (parent === null ? [agency] : [agency, parent])))];
}

/** The commission's leaders, who answer for the joint work, see every real case. */
export function overseesAll(viewer: Viewer): boolean {
  return isBusiness(viewer) && holds(viewer, overseers);
}

/** In a trial its opener acts for every role. */
export function actsForAll(viewer: Viewer, circle: CaseCircle): boolean {
  return isBusiness(viewer) && circle.trial && circle.familyOpenedBy === viewer.user;
}

/** A trial's circle as it would be in earnest: what whoever is played in it may see and do. */
export const asReal = <Circle extends CaseCircle>(circle: Circle): Circle => ({ ...circle, trial: false });

/** How a circle names the holders of a role, anywhere or in one agency: a step that names no agency is offered to all of them. */
export const holdersOf = (role: string, agency?: string): string =>
  agency === undefined ? `role:${role}` : `role:${role}@${agency}`;

/** How a circle names a whole agency among its guests. */
export const membersOf = (agency: string): string => `agency:${agency}`;

/** How a circle names one who sees only the steps of their own. */
export const guest = (name: string): string => `guest:${name}`;

/** 抄送: how a circle names one who may read the case by a copy. */
export const copied = (user: string): string => `copy:${user}`;

/** How it names one who may read one step by a copy; as `guest(copied(…))` such a reader sees nothing else of the case. */
export const copiedStep = (user: string, taskId: string): string => `copy:${user}@${taskId}`;

/** The names under which a circle may hold the viewer as one of its own. */
export const namesOf = (viewer: Viewer): readonly string[] => [...ownNamesOf(viewer), copied(viewer.user)];

function ownNamesOf({ user, posts }: Viewer): readonly string[] {
  const held = posts.flatMap(({ role, agency, parent }) => [
    holdersOf(role),
    holdersOf(role, agency),
    ...(parent === null ? [] : [holdersOf(role, parent)]),
  ]);
  return [user, ...new Set(held)];
}

/** The names under which a circle may hold the viewer as its guest. */
export const guestNamesOf = (viewer: Viewer): readonly string[] =>
  [...namesOf(viewer), ...agenciesSeenBy(viewer).map(membersOf)].map(guest);

/** 知悉范围: whoever opened the case, the people and agencies that have or had a step in it, and the commission's leaders. */
export function mayReadCase(viewer: Viewer, circle: CaseCircle): boolean {
  if (!isBusiness(viewer) || circle.recused === 'hidden') return false;
  if (circle.trial) return actsForAll(viewer, circle);
  if (isInside(viewer, circle) || guestNamesOf(viewer).some((name) => circle.people.includes(name))) return true;
  return principalsIn(viewer, circle).length > 0;
}

/** Whose deputy the viewer is in this case. A trial knows no deputies. */
function principalsIn({ principals = [] }: Viewer, { trial, asDeputyFor = [] }: CaseCircle): readonly Principal[] {
  return trial ? [] : principals.filter(({ user }) => asDeputyFor.includes(user));
}

const isInside = (viewer: Viewer, circle: CaseCircle): boolean =>
  belongsTo(viewer, circle) || circle.people.includes(copied(viewer.user));

/** By a step, an agency or an office, not by a copy alone. */
function belongsTo(viewer: Viewer, circle: CaseCircle): boolean {
  if (circle.openedBy === viewer.user || overseesAll(viewer)) return true;
  if (ownNamesOf(viewer).some((name) => circle.people.includes(name))) return true;
  return agenciesSeenBy(viewer).some((agency) => circle.agencies.includes(agency));
}

/** Says something to the case, or sends copies of it: whoever belongs to it and is no guest, and a deputy of such a one. */
export function takesPart(viewer: Viewer, circle: CaseCircle): boolean {
  if (actsForAll(viewer, circle)) return true;
  if (!mayReadCase(viewer, circle) || isGuest(viewer, circle)) return false;
  return belongsTo(viewer, circle) || principalsIn(viewer, circle).some((principal) => belongsTo(principal, circle));
}

/** All posts of the viewer are a supervised unit's: such a viewer is everywhere a guest. */
export const isSupervised = ({ posts }: Viewer): boolean => posts.every(({ role }) => role.startsWith('unit.'));

/** A guest, as the supervised unit always is, learns only what its own steps and letters tell it: no variables, no steps of others. */
export function isGuest(viewer: Viewer, circle: CaseCircle): boolean {
  if (circle.openedBy === viewer.user || actsForAll(viewer, circle)) return false;
  if (isInside(viewer, circle)) return isSupervised(viewer);
  return principalsIn(viewer, circle).every(({ user, posts }) => isGuest({ user, posts }, circle));
}

/** Whether the viewer sees this step at all. */
export function mayReadTask(viewer: Viewer, circle: CaseCircle, task: TaskCircle): boolean {
  if (!mayReadCase(viewer, circle)) return false;
  if (!isGuest(viewer, circle) || hasStep(viewer, task) || isCandidate(viewer, circle, task)) return true;
  if (task.id !== undefined && circle.people.includes(copiedStep(viewer.user, task.id))) return true;
  return principalsIn(viewer, circle).some(({ user, posts }) => mayReadTask({ user, posts }, circle, task));
}

/** A guest has the files it brought itself. */
export function mayReadAttachment(viewer: Viewer, circle: CaseCircle, uploadedBy: string): boolean {
  return mayReadCase(viewer, circle) && (uploadedBy === viewer.user || !isGuest(viewer, circle));
}

/** The case's variables as far as the viewer may see them. */
export function visibleVariables<T>(
  viewer: Viewer,
  object: CaseCircle & { readonly variables: Readonly<Record<string, T>> },
): Readonly<Record<string, T>> {
  return mayReadCase(viewer, object) && !isGuest(viewer, object) ? object.variables : {};
}

/** Whether the step is offered to the viewer: by name, by a post's role and agency, or as the opener's when it names nobody. */
export function isCandidate(viewer: Viewer, circle: CaseCircle, task: TaskCircle): boolean {
  if (actsForAll(viewer, circle) || task.candidateUsers.includes(viewer.user)) return true;
  if (task.role === null && task.agency === null) {
    return task.candidateUsers.length === 0 && circle.openedBy === viewer.user;
  }
  return viewer.posts.some(
    ({ role, agency, parent }) =>
      (task.role === null || role === task.role) &&
      (task.agency === null || agency === task.agency || parent === task.agency),
  );
}

/** Complete, claim, return and the like: who has the step, and any candidate while nobody has. */
export function mayActOnTask(viewer: Viewer, circle: CaseCircle, task: TaskCircle): boolean {
  if (actsForAll(viewer, circle) || hasStep(viewer, task)) return true;
  if (task.kind === 'correction') return mayOperate(viewer, circle);
  return task.assignee === null && isCandidate(viewer, circle, task);
}

/** Operator's corrections: the commission's leaders, and in a trial its opener. */
export function mayOperate(viewer: Viewer, circle: CaseCircle): boolean {
  return actsForAll(viewer, circle) || (!circle.trial && overseesAll(viewer));
}

/** Suspend, resume, cancel: an operator, or whoever opened the case. */
export function maySteer(viewer: Viewer, circle: CaseCircle): boolean {
  return mayOperate(viewer, circle) || (isBusiness(viewer) && circle.openedBy === viewer.user);
}

/** Roles that lead a house besides those that end in `.head`. */
const leading: ReadonlySet<string> = new Set(['supervisor', 'insp.office', 'party.sec']);
export const isHeadRole = (role: string): boolean => role.endsWith('.head') || leading.has(role);

/** Whether the viewer leads one of these agencies: by a head's post in it. */
export function leads(viewer: Viewer, agencies: readonly (string | null)[]): boolean {
  return isBusiness(viewer) && viewer.posts.some(({ role, agency }) => isHeadRole(role) && agencies.includes(agency));
}

/**
 * 回避 is decided by the head of the person's house; a head's own by the commission's leaders or the committee above (政务处分法 48);
 * never by oneself.
 */
export function mayDecideRecusal(
  viewer: Viewer,
  person: { readonly id: string; readonly roles: readonly string[]; readonly house: readonly string[] },
): boolean {
  if (viewer.user === person.id || !isBusiness(viewer)) return false;
  if (viewer.posts.some(({ role }) => role === 'party.sec')) return true;
  return person.roles.some(isHeadRole) ? overseesAll(viewer) : overseesAll(viewer) || leads(viewer, person.house);
}

/** Opening what is sealed in Temporal, of whatever case: nobody by office, only who was given the post for it. */
export function mayOpenSealed(viewer: Viewer): boolean {
  return isBusiness(viewer) && viewer.posts.some(({ role }) => role === 'operator');
}

/** Publishing a procedure. */
export function mayPublish(viewer: Viewer): boolean {
  return viewer.posts.some(({ role }) => role === 'designer');
}

/** Who has or had the step in hand: assignee, owner of a delegated step, who completed it. */
export function hasStep({ user }: Pick<Viewer, 'user'>, { assignee, owner, endedBy }: TaskCircle): boolean {
  return assignee === user || owner === user || endedBy === user;
}
