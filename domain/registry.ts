import { addDays, isCivilDate } from './civil-date.ts';
import { CaseError } from './errors.ts';
import type { CivilDate } from './time.ts';

/** From a day on, up to and with a last day; null is still so. */
export interface Span {
  readonly since: CivilDate;
  readonly until: CivilDate | null;
}

/** What a unit was called and to whom it belonged, from a day on until the next term begins or the unit ends. */
export interface UnitTerm {
  readonly since: CivilDate;
  readonly name: string;
  readonly category: string;
  readonly superior: string | null;
  /** 派驻纪检监察组: the agency that watches over it; null where none is named. */
  readonly group: string | null;
  readonly basis: string;
}

/** A supervised unit: an agency with a history. Terms by their day, at least one. */
export interface Unit extends Span {
  readonly id: string;
  readonly endedAs: 'merged' | 'dissolved' | null;
  /** Who took over what was open. */
  readonly successor: string | null;
  readonly terms: readonly UnitTerm[];
}

/** 一把手, 班子成员, and everybody else. */
type Standing = 'head' | 'leader' | 'member';

export interface CadrePost extends Span {
  readonly unit: string;
  readonly title: string;
  readonly rank: string;
  readonly standing: Standing;
  readonly basis: string;
}

/** 分管: this leader is in charge of that unit. */
export interface Portfolio extends Span {
  readonly unit: string;
  readonly matter: string;
  readonly basis: string;
}

/** A supervised person, who need not have an account. */
export interface Cadre extends Span {
  readonly id: string;
  readonly name: string;
  readonly managedBy: string;
  readonly account: string | null;
  readonly leftAs: string | null;
  readonly posts: readonly CadrePost[];
  readonly portfolios: readonly Portfolio[];
}

export interface Registry {
  readonly units: ReadonlyMap<string, Unit>;
  readonly cadres: ReadonlyMap<string, Cadre>;
  /** Agencies that are dispatched groups: kept with the agencies, named by units. */
  readonly groups: ReadonlySet<string>;
}

export const holdsOn = ({ since, until }: Span, day: CivilDate): boolean =>
  since <= day && (until === null || until >= day);

export const overlap = (a: Span, b: Span): boolean =>
  (a.until === null || b.since <= a.until) && (b.until === null || a.since <= b.until);

export const dayBefore = (day: CivilDate): CivilDate => addDays(day, -1);

/** The term in force on a day: the first one before the unit began, so that there always is one. */
export function termOn({ terms }: Unit, day: CivilDate): UnitTerm {
  const found = terms.findLast(({ since }) => since <= day) ?? terms[0];
  if (!found) throw new Error('a unit without a term');
  return found;
}

/** A refusal that names the field it is about, as a form or a sheet shows it. */
export function refusal(code: string, message: string, field: string): CaseError {
  return new CaseError(code, message, { defects: [{ code, message, path: field }] });
}

export function unitOf({ units }: Registry, id: string, field = 'unit'): Unit {
  const found = units.get(id);
  if (!found) throw refusal('UNKNOWN_UNIT', `名册中没有编号为“${id}”的单位`, field);
  return found;
}

export function cadreOf({ cadres }: Registry, id: string, field = 'cadre'): Cadre {
  const found = cadres.get(id);
  if (!found) throw refusal('UNKNOWN_CADRE', `名册中没有编号为“${id}”的人员`, field);
  return found;
}

export const withUnit = (registry: Registry, unit: Unit): Registry => ({
  ...registry,
  units: new Map(registry.units).set(unit.id, unit),
});

export const withCadre = (registry: Registry, cadre: Cadre): Registry => ({
  ...registry,
  cadres: new Map(registry.cadres).set(cadre.id, cadre),
});

export function checkedDay(day: CivilDate, field: string): CivilDate {
  if (isCivilDate(day)) return day;
  throw refusal('INVALID_DATE', `“${day}”不是有效日期，应写作 2026-02-17 的形式`, field);
}

export function checkedSpan<S extends Span>(span: S): S {
  checkedDay(span.since, 'since');
  if (span.until === null) return span;
  checkedDay(span.until, 'until');
  if (span.until < span.since)
    throw refusal('BEFORE_ITS_BEGIN', `终止日期 ${span.until} 早于起始日期 ${span.since}`, 'until');
  return span;
}

/** Throws OUTSIDE_ITS_TIME when the span is not within the time of what it hangs on. */
export function checkedWithin(span: Span, outer: Span, what: string): void {
  if (span.since < outer.since)
    throw refusal('OUTSIDE_ITS_TIME', `${what}始于 ${outer.since}，晚于 ${span.since}`, 'since');
  if (outer.until === null) return;
  if (span.until !== null && span.until <= outer.until) return;
  throw refusal(
    'OUTSIDE_ITS_TIME',
    `${what}止于 ${outer.until}，此后不能再有`,
    span.since > outer.until ? 'since' : 'until',
  );
}
