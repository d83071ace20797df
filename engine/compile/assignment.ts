import type { TaskRule, Value } from '../model.ts';
import { choiceOf, ld } from './attributes.ts';
import type { Compilation } from './compilation.ts';
import { bodyOf, childOf, childrenOf, idOf, type Moddle } from './moddle.ts';
import { vendorAttribute, zeebeProperty } from './vendor.ts';

type Assignment = Pick<TaskRule, 'agency' | 'role' | 'assignee' | 'candidateUsers'>;

/** Who sees how much of the case through this step: ld:sees of the step, else of its lane; ld:leaves. */
export function circleOf(node: Moddle, { expressions, lanes, report }: Compilation): Pick<TaskRule, 'sees' | 'leaves'> {
  const elementId = idOf(node);
  const own = choiceOf(node, 'sees', ['own', 'all'], report) ?? lanes.get(elementId)?.sees;
  const leaves = expressions.expression(ld(node, 'leaves'), { elementId, path: 'ld:leaves' });
  return { ...(own === 'own' ? { sees: own } : {}), ...(leaves ? { leaves } : {}) };
}

/** Who does the task: ld: first, then the vendors' attributes, then the standard's human performer and potential owners. */
export function assignmentOf(node: Moddle, compilation: Compilation): Assignment {
  const { expressions, lanes } = compilation;
  const elementId = idOf(node);
  const owners = ownersOf(node);
  const read = (path: string, ...sources: (string | undefined)[]): Value | undefined =>
    expressions.value(
      sources.find((one) => one !== undefined),
      { elementId, path },
    );
  const agency = read('ld:agency', ld(node, 'agency')) ?? lanes.get(elementId)?.agency;
  const role = read('ld:role', ld(node, 'role'), oneGroup(node, owners.groups, compilation));
  const assignee = read(
    'assignee',
    ld(node, 'assignee'),
    // Flowable's way to name whoever opened the case: as a step that names nobody.
    without('$INITIATOR', vendorAttribute(node, 'assignee')),
    zeebeProperty(node, 'assignmentDefinition', 'assignee'),
    bodyOf(childOf(childOf(performerOf(node), 'resourceAssignmentExpression'), 'expression')),
  );
  const candidateUsers = read(
    'candidateUsers',
    ld(node, 'candidateUsers'),
    vendorAttribute(node, 'candidateUsers'),
    zeebeProperty(node, 'assignmentDefinition', 'candidateUsers'),
    owners.users.join(',') || undefined,
  );
  checkKnown(elementId, 'role', role, compilation);
  checkKnown(elementId, 'agency', agency, compilation);
  return {
    ...(agency ? { agency } : {}),
    ...(role ? { role } : {}),
    ...(assignee ? { assignee } : {}),
    ...(candidateUsers ? { candidateUsers } : {}),
  };
}

const without = (word: string, text: string | undefined): string | undefined => (text === word ? undefined : text);

/** Groups of other engines are our roles; a task has one. */
function oneGroup(node: Moddle, standard: readonly string[], { report }: Compilation): string | undefined {
  const vendor =
    vendorAttribute(node, 'candidateGroups') ?? zeebeProperty(node, 'assignmentDefinition', 'candidateGroups');
  if (vendor && /^=|[$#]\{/.test(vendor)) return vendor;
  const groups = vendor === undefined ? standard : vendor.split(',').map((one) => one.trim());
  if (groups.length > 1 && ld(node, 'role') === undefined) {
    report.warning('SEVERAL_GROUPS', `一个任务只有一个岗位角色：只用 “${groups[0] ?? ''}”，其余组未采用`, idOf(node));
  }
  return groups[0];
}

const performerOf = (node: Moddle): Moddle | undefined =>
  resource(node, 'HumanPerformer') ?? resource(node, 'Performer');

const resource = (node: Moddle, type: string): Moddle | undefined =>
  childrenOf(node, 'resources').find((one) => one.$type === `bpmn:${type}`);

/** potentialOwner with "user(a), group(b)"; a bare name is a group, as in Operaton. */
function ownersOf(node: Moddle): { readonly users: readonly string[]; readonly groups: readonly string[] } {
  const owner = resource(node, 'PotentialOwner');
  const text = bodyOf(childOf(childOf(owner, 'resourceAssignmentExpression'), 'expression')) ?? '';
  const named = text.split(',').map((one) => /^\s*(?:(user|group)\s*\(\s*)?([^()]*?)\s*\)?\s*$/.exec(one) ?? []);
  const of = (user: boolean) => named.flatMap(([, kind, name]) => (name && (kind === 'user') === user ? [name] : []));
  return { users: of(true), groups: of(false) };
}

function checkKnown(elementId: string, kind: 'role' | 'agency', value: Value | undefined, compilation: Compilation) {
  const known = kind === 'role' ? compilation.options.knownRoles : compilation.options.knownAgencies;
  if (!known || !value || !('constant' in value) || known.has(value.constant)) return;
  const label = kind === 'role' ? '岗位角色' : '单位';
  compilation.report.warning(
    `UNKNOWN_${kind.toUpperCase()}`,
    `没有${label} “${value.constant}”，设立之前此步骤无人办理`,
    elementId,
    `ld:${kind}`,
  );
}
