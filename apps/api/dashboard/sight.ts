import type { Caller } from '../access/caller.ts';
import { withinCircle, withinReach } from '../access/reach.ts';
import type { Conditions } from '../lists/conditions.ts';
import type { Scope } from './board.scope.ts';

/** What of real business a caller may see and has asked for: groups of cases whole, and beside them what each case allows. */
export interface Sight {
  readonly caller: Caller;
  readonly scope: Scope;
  /** Groups (case_group) all of whose steps are the caller's to see; null for every group. */
  readonly groups: readonly number[] | null;
  /** Of these the groups that the scope's agency takes part in. */
  readonly shared: readonly number[] | null;
  /** Cases of these groups that the caller has stepped back from so far as not to see them. */
  readonly hidden: readonly string[];
  /** Cases outside the groups with something for the caller; null where any may have. */
  readonly singles: readonly string[] | null;
}

/** One way in which rows come into sight; each condition binds values of its own, to be used in that statement. */
export interface View {
  /** The conditions on steps speak of the case `c` as well; else the indexes of the steps answer alone. */
  readonly joined: boolean;
  /** On `task_view t`; its group may also be read from its case `c`. */
  steps(where: Conditions, group?: 'c.case_group'): string;
  /** On `case_view c`. */
  cases(where: Conditions): string;
  /** The same for a row of a case that is no step's: not for its guests. `task_view t` is there, without a row. */
  insides(where: Conditions): string;
}

/** The views of a sight: no row comes by two of them. */
export function viewsOf({ groups, shared, hidden, singles, ...asked }: Sight): readonly View[] {
  const whole = viewOfGroups(asked.scope, { groups, shared, hidden });
  if (singles?.length === 0) return [whole];
  const single = viewOfSingles(asked, { groups, singles });
  return groups?.length === 0 ? [single] : [whole, single];
}

function viewOfGroups(
  { agency }: Scope,
  { groups, shared, hidden }: Pick<Sight, 'groups' | 'shared' | 'hidden'>,
): View {
  const seen = (id: string, where: Conditions): string => `${id} <> all(${where.bind(hidden)}::text[])`;
  const cases = (where: Conditions): string => {
    const own = where.beside();
    own.add('not c.trial');
    if (hidden.length > 0) own.add(seen('c.id', where));
    if (shared) own.add(`c.case_group = any(${where.bind(shared)}::integer[])`);
    return own.text();
  };
  return {
    joined: false,
    cases,
    insides: cases,
    steps: (where, group: string = 't.case_group') => {
      const own = where.beside();
      own.add('not t.trial');
      if (hidden.length > 0) own.add(seen('t.case_id', where));
      if (groups) own.add(`${group} = any(${where.bind(groups)}::integer[])`);
      if (agency) own.add(`t.agency = ${where.bind(agency)}`);
      return own.text();
    },
  };
}

function viewOfSingles(
  { caller, scope: { agency, definitionKey } }: Pick<Sight, 'caller' | 'scope'>,
  { groups, singles }: Pick<Sight, 'groups' | 'singles'>,
): View {
  const conditions = (where: Conditions, within: typeof withinReach, ofAgency: (agency: string) => string): string => {
    const own = where.beside();
    own.add('not c.trial');
    if (singles) own.add(`c.id = any(${where.bind(singles)}::text[])`);
    if (groups && groups.length > 0) own.add(`c.case_group <> all(${where.bind(groups)}::integer[])`);
    if (definitionKey) own.add(`c.definition_key = ${where.bind(definitionKey)}`);
    if (agency) own.add(ofAgency(where.bind(agency)));
    within(caller, own);
    return own.text();
  };
  const takesPart = (one: string): string => `c.agencies @> array[${one}::text]`;
  return {
    joined: true,
    steps: (where) => conditions(where, withinReach, (one) => `t.agency = ${one}`),
    cases: (where) => conditions(where, withinCircle, takesPart),
    insides: (where) => conditions(where, withinReach, takesPart),
  };
}

/** Where the steps of a view are. */
export const stepsOf = ({ joined }: View): string =>
  joined ? 'task_view t join case_view c on c.id = t.case_id' : 'task_view t';

/** The steps in sight that satisfy a condition on `task_view t`, as a relation of these columns. */
export function stepsIn(sight: Sight, where: Conditions, { columns, standing }: { columns: string; standing: string }) {
  const parts = viewsOf(sight).map(
    (view) => `select ${columns} from ${stepsOf(view)} where ${standing} and ${view.steps(where)}`,
  );
  return `(${parts.join(' union all ')})`;
}

/** The cases in sight that satisfy a condition on `case_view c`. */
export function casesIn(sight: Sight, where: Conditions, { columns, standing }: { columns: string; standing: string }) {
  const parts = viewsOf(sight).map(
    (view) => `select ${columns} from case_view c where ${standing} and ${view.cases(where)}`,
  );
  return `(${parts.join(' union all ')})`;
}
