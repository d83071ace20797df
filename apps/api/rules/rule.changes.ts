import { ladderSchema, periodSchema } from '../../../definitions/schema.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Defect } from '../../../domain/errors.ts';
import type { Ladder, Period } from '../../../domain/period.ts';
import type { Json, Rulebook } from '../../../engine/command.ts';
import type { Patches, RuleChange } from './rule.schema.ts';

export interface Wanted {
  readonly periods?: Patches | undefined;
  readonly ladders?: Patches | undefined;
  readonly running: 'take' | 'keep';
}

export interface RuleChanges {
  readonly periods: Readonly<Record<string, Period>>;
  readonly ladders: Readonly<Record<string, Ladder>>;
  readonly taken: NonNullable<Rulebook['taken']>;
  readonly changes: readonly RuleChange[];
}

/** The rules with what is wanted, checked whole: everything wrong is told at once. What says nothing new is no change. */
export function changedRules(inForce: Rulebook, { periods = {}, ladders = {}, running }: Wanted): RuleChanges {
  const defects: Defect[] = [];
  const rules = (inForce.rules ?? 1) + 1;
  const nextLadders = {
    ...inForce.ladders,
    ...read(ladders, inForce.ladders, { schema: ladderSchema, under: 'ladders', defects }),
  };
  const readPeriods = read(periods, inForce.periods, { schema: periodSchema, under: 'periods', defects });
  const nextPeriods: Record<string, Period> = { ...inForce.periods, ...readPeriods };
  for (const { key, ladder } of Object.values(readPeriods)) {
    if (ladder === undefined || nextLadders[ladder]) continue;
    defects.push({ code: 'UNKNOWN_LADDER', path: `periods.${key}.ladder`, message: `没有督办阶梯“${ladder}”` });
  }
  if (defects.length > 0) throw new CaseError('INVALID_INPUT', '期限或督办阶梯的内容有误', { defects });
  const changes = [
    ...differing('ladder', inForce.ladders, nextLadders, 'take'),
    ...differing('period', inForce.periods, nextPeriods, running),
  ];
  const taken = { ...inForce.taken };
  for (const { kind, key } of changes) {
    const period = nextPeriods[key];
    if (kind === 'period' && running === 'take' && period) taken[key] = { rules, period };
  }
  return { periods: nextPeriods, ladders: nextLadders, taken, changes };
}

/** The rulebook that the changes make. */
export const rulebookWith = (inForce: Rulebook, { periods, ladders, taken }: RuleChanges): Rulebook => ({
  ...inForce,
  version: inForce.version + 1,
  rules: (inForce.rules ?? 1) + 1,
  periods,
  ladders,
  taken,
});

interface Reading<Row> {
  readonly schema: { safeParse(value: unknown): Read<Row> };
  readonly under: string;
  readonly defects: Defect[];
}
type Read<Row> =
  | { readonly success: true; readonly data: Row }
  | {
      readonly success: false;
      readonly error: { readonly issues: readonly { message: string; path: PropertyKey[] }[] };
    };

function read<Row extends object, Whole extends object>(
  patches: Patches,
  known: Readonly<Record<string, Whole>>,
  { schema, under, defects }: Reading<Row>,
): Record<string, Row & { readonly key: string }> {
  const found: Record<string, Row & { readonly key: string }> = {};
  for (const [key, patch] of Object.entries(patches)) {
    const { key: _key, ...old } = { ...known[key] } as Record<string, unknown>;
    const members = Object.entries({ ...old, ...patch }).filter(([name, value]) => value !== null || name === 'value');
    const result = schema.safeParse(Object.fromEntries(members));
    if (result.success) found[key] = { ...result.data, key };
    else {
      for (const { message, path } of result.error.issues)
        defects.push({ code: 'INVALID_RULE', path: [under, key, ...path].map(String).join('.'), message });
    }
  }
  return found;
}

function differing(
  kind: RuleChange['kind'],
  before: Readonly<Record<string, object>>,
  after: Readonly<Record<string, object>>,
  running: RuleChange['running'],
): RuleChange[] {
  return Object.keys(after)
    .filter((key) => sign(before[key]) !== sign(after[key]))
    .map((key) => ({
      kind,
      key,
      from: (before[key] ?? null) as unknown as Json,
      to: after[key] as unknown as Json,
      running,
    }));
}

/** The same content has the same sign, whatever the order of its members. */
const sign = (row: object | undefined): string =>
  JSON.stringify(row, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  ) ?? '';
