import {
  appoint,
  correctCadre,
  correctCharge,
  correctPost,
  giveCharge,
  leave,
  registerCadre,
} from './registry-cadres.ts';
import { CaseError } from './errors.ts';
import { cadreOf, refusal, unitOf } from './registry.ts';
import type { CadrePost, Portfolio, Registry, Unit, UnitTerm } from './registry.ts';
import { changeUnit, correctBegin, endUnit, foundUnit } from './registry-units.ts';
import type { CivilDate } from './time.ts';

/** A unit as a sheet tells it. What a sheet leaves empty it says nothing about. */
export interface UnitLine {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly superior: string | null;
  readonly since: CivilDate;
  /** The day from which name, category and superior hold; without one a difference corrects the term in force. */
  readonly changedOn: CivilDate | null;
  readonly until: CivilDate | null;
  readonly endedAs: 'merged' | 'dissolved' | null;
  readonly successor: string | null;
  /** Empty where the sheet does not say: it stays as it is. */
  readonly group: string | null;
  readonly basis: string;
}

/** One post of a person; a person with several posts has several lines. */
export interface CadreLine extends CadrePost {
  readonly id: string;
  readonly name: string;
  readonly managedBy: string;
  readonly account: string | null;
  readonly leftOn: CivilDate | null;
  readonly leftAs: string | null;
}

export interface PortfolioLine extends Portfolio {
  readonly leader: string;
}

/** Brings the registry to what the line says; the same registry when it says so already. */
export type Bring<Line> = (registry: Registry, line: Line) => Registry;

export const bringUnit: Bring<UnitLine> = (registry, line) => {
  const { id, name, category, superior, group, basis, since } = line;
  if (!registry.units.has(id))
    return ended(foundUnit(registry, { id, name, category, superior, group, basis, since }), line);
  const begun = unitOf(registry, id).since === since ? registry : correctBegin(registry, id, since);
  return ended(changed(begun, unitOf(begun, id), line), line);
};

/** A line without a day of change says what some term says, or corrects the last one. */
function changed(
  registry: Registry,
  unit: Unit,
  { name, category, superior, group, changedOn, basis }: UnitLine,
): Registry {
  const isSame = (term: UnitTerm): boolean =>
    term.name === name &&
    term.category === category &&
    term.superior === superior &&
    (group === null || term.group === group) &&
    (basis === '' || basis === term.basis);
  const meant = changedOn === null ? unit.terms : unit.terms.filter(({ since }) => since === changedOn);
  if (meant.some(isSame)) return registry;
  const since = changedOn ?? unit.terms.at(-1)?.since ?? unit.since;
  const told = group === null ? {} : { group };
  return changeUnit(registry, unit.id, { name, category, superior, basis, since, ...told });
}

function ended(registry: Registry, { id, until, endedAs, successor }: UnitLine): Registry {
  if (until === null) return registry;
  const unit = unitOf(registry, id);
  const as = endedAs ?? (successor === null ? 'dissolved' : 'merged');
  const same = unit.until === until && unit.endedAs === as && unit.successor === successor;
  return same ? registry : endUnit(registry, id, { on: until, as, successor });
}

export const bringCadre: Bring<CadreLine> = (registry, line) => {
  const { id, name, managedBy, account, leftOn, leftAs, ...post } = line;
  const known = registry.cadres.get(id);
  const since = known && known.since < post.since ? known.since : post.since;
  const own = { name, managedBy, account: account ?? known?.account ?? null, since };
  const same = known && Object.entries(own).every(([field, value]) => known[field as keyof typeof own] === value);
  const there = known ? (same ? registry : correctCadre(registry, id, own)) : registerCadre(registry, { id, ...own });
  const held = withPost(there, id, post);
  if (leftOn === null) return held;
  const { until, leftAs: how } = cadreOf(held, id);
  if (until === leftOn && (leftAs === null || leftAs === how)) return held;
  if (leftAs === null) throw refusal('NO_LEAVING', '有离任日期须写明离任方式', 'leftAs');
  return leave(held, id, { on: leftOn, as: leftAs });
};

function withPost(registry: Registry, id: string, post: CadrePost): Registry {
  const known = cadreOf(registry, id).posts.find(
    ({ unit, title, since }) => unit === post.unit && title === post.title && since === post.since,
  );
  if (!known) return appoint(registry, id, { ...post, leavingOthers: false });
  const next = { ...known, ...post, until: post.until ?? known.until, basis: post.basis || known.basis };
  return differs(known, next) ? correctPost(registry, id, known, next) : registry;
}

export const bringPortfolio: Bring<PortfolioLine> = (registry, { leader, ...portfolio }) => {
  const known = cadreOf(registry, leader, 'leader').portfolios.find(
    ({ unit, since }) => unit === portfolio.unit && since === portfolio.since,
  );
  if (!known) return giveCharge(registry, leader, portfolio);
  const next = {
    ...known,
    until: portfolio.until ?? known.until,
    matter: portfolio.matter || known.matter,
    basis: portfolio.basis || known.basis,
  };
  return differs(known, next) ? correctCharge(registry, leader, known, next) : registry;
};

const differs = <T extends object>(a: T, b: T): boolean =>
  (Object.keys(a) as (keyof T)[]).some((field) => a[field] !== b[field]);

/** A line of a sheet under its number there. */
export interface Numbered<Line> {
  readonly number: number;
  readonly line: Line;
}

interface LineDefect {
  readonly number: number;
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

export interface Brought {
  readonly registry: Registry;
  /** What each line did. */
  readonly outcomes: ReadonlyMap<number, 'added' | 'changed' | 'unchanged'>;
  readonly defects: readonly LineDefect[];
}

/** What a line may miss only because it stands further down. */
const maybeBelow: ReadonlySet<string> = new Set(['UNKNOWN_UNIT', 'UNKNOWN_CADRE', 'NOT_A_LEADER', 'NO_SUCCESSOR']);

/** All lines, in whatever order they stand: one that names something below it is tried again after the others. */
export function bringAll<Line>(
  before: Registry,
  lines: readonly Numbered<Line>[],
  bring: Bring<Line>,
  isKnown: (registry: Registry, line: Line) => boolean,
): Brought {
  const outcomes = new Map<number, 'added' | 'changed' | 'unchanged'>();
  let registry = before;
  const wrong: LineDefect[] = [];
  let waiting: readonly (Numbered<Line> & { readonly defect?: LineDefect })[] = lines;
  for (let left = Number.POSITIVE_INFINITY; waiting.length > 0 && waiting.length < left;) {
    left = waiting.length;
    const again: (Numbered<Line> & { readonly defect: LineDefect })[] = [];
    for (const { number, line } of waiting) {
      try {
        const next = bring(registry, line);
        outcomes.set(number, next === registry ? 'unchanged' : isKnown(before, line) ? 'changed' : 'added');
        registry = next;
      } catch (error) {
        if (!(error instanceof CaseError)) throw error;
        const defect = { number, ...defectOf(error) };
        if (maybeBelow.has(error.code)) again.push({ number, line, defect });
        else wrong.push(defect);
      }
    }
    waiting = again;
  }
  const defects = [...wrong, ...waiting.flatMap(({ defect }) => defect ?? [])];
  return { registry, outcomes, defects: defects.toSorted((a, b) => a.number - b.number) };
}

function defectOf({ code, message, details }: CaseError): Omit<LineDefect, 'number'> {
  const [first] = (details['defects'] ?? []) as readonly { readonly path?: string }[];
  return { field: first?.path ?? '', code, message };
}
