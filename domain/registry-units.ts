import { addDays } from './civil-date.ts';
import { checkedDay, checkedSpan, holdsOn, refusal, termOn, unitOf, withCadre, withUnit } from './registry.ts';
import type { Cadre, Registry, Span, Unit, UnitTerm } from './registry.ts';
import type { CivilDate } from './time.ts';

export interface NewUnit extends UnitTerm {
  readonly id: string;
}

/** A unit begins; throws UNIT_EXISTS. */
export function foundUnit(registry: Registry, { id, ...term }: NewUnit): Registry {
  if (registry.units.has(id)) throw refusal('UNIT_EXISTS', `编号“${id}”已有单位`, 'id');
  const unit: Unit = {
    id,
    since: checkedDay(term.since, 'since'),
    until: null,
    endedAs: null,
    successor: null,
    terms: [],
  };
  return withTerm(registry, unit, term);
}

export type TermChange = Partial<Omit<UnitTerm, 'since'>> & { readonly since: CivilDate };

/** 更名、划转、派驻: from a day on it is called otherwise, belongs to another or is watched over by another group. On the first day of a term it corrects that term. */
export function changeUnit(registry: Registry, id: string, { since, ...change }: TermChange): Registry {
  const unit = unitOf(registry, id);
  checkedDay(since, 'since');
  if (!holdsOn(unit, since)) throw refusal('OUTSIDE_ITS_TIME', `该日（${since}）单位不存续`, 'since');
  const { basis: _, ...standing } = termOn(unit, since);
  return withTerm(registry, unit, { ...standing, basis: '', ...change, since });
}

/** The first day was wrong: the first term begins with it. Throws OUTSIDE_ITS_TIME when something is older. */
export function correctBegin(registry: Registry, id: string, since: CivilDate): Registry {
  const unit = unitOf(registry, id);
  const [first, second] = unit.terms;
  if (!first) throw new Error('a unit without a term');
  checkedSpan({ since, until: unit.until });
  if (second && second.since <= since)
    throw refusal('OUTSIDE_ITS_TIME', `该单位在 ${second.since} 已有变更，成立日期应在其前`, 'since');
  const older = hangingOn(registry, id).find((span) => span.since < since);
  if (older)
    throw refusal('OUTSIDE_ITS_TIME', `该单位在 ${older.since} 已有任职或分管记录，成立日期应不晚于该日`, 'since');
  return withUnit(registry, { ...unit, since, terms: [{ ...first, since }, ...unit.terms.slice(1)] });
}

export interface UnitEnd {
  /** Its last day. */
  readonly on: CivilDate;
  readonly as: 'merged' | 'dissolved';
  readonly successor: string | null;
}

/**
 * 单位撤并: posts and portfolios in it end with its last day, units below it go to the successor. What is open in its hands
 * goes on in the successor's, without one in those of nobody but the agencies that pursue it.
 */
export function endUnit(registry: Registry, id: string, { on, as, successor }: UnitEnd): Registry {
  const unit = unitOf(registry, id);
  if (unit.until !== null) throw refusal('ALREADY_ENDED', `该单位已于 ${unit.until} 终止`, 'on');
  checkedSpan({ since: unit.since, until: checkedDay(on, 'on') });
  if (termOn(unit, on) !== unit.terms.at(-1))
    throw refusal('OUTSIDE_ITS_TIME', `该单位在 ${on} 之后还有变更，请先更正`, 'on');
  const later = hangingOn(registry, id).find(({ since }) => since > on);
  if (later) throw refusal('OUTSIDE_ITS_TIME', `该单位在 ${later.since} 还有任职或分管，请先更正`, 'on');
  checkSuccessor(registry, unit, { on, as, successor });
  const ended = withUnit(registry, { ...unit, until: on, endedAs: as, successor });
  const moved = withoutSuperior(ended, id, { from: addDays(on, 1), to: successor });
  return [...moved.cadres.values()].reduce((current, cadre) => withCadre(current, endedIn(cadre, id, on)), moved);
}

/** The end was a mistake: it goes on. Posts and portfolios that ended with it are corrected one by one. */
export function restoreUnit(registry: Registry, id: string): Registry {
  const unit = unitOf(registry, id);
  if (unit.until === null) throw refusal('NOT_ENDED', '该单位没有终止', 'id');
  return withUnit(registry, { ...unit, until: null, endedAs: null, successor: null });
}

function checkSuccessor(registry: Registry, unit: Unit, { on, as, successor }: UnitEnd): void {
  if (successor === null) {
    if (as === 'merged') throw refusal('NO_SUCCESSOR', '合并须指明承接单位', 'successor');
    return;
  }
  const heir = unitOf(registry, successor, 'successor');
  if (heir.id === unit.id) throw refusal('NO_SUCCESSOR', '承接单位不能是其自身', 'successor');
  if (!holdsOn(heir, addDays(on, 1))) throw refusal('NO_SUCCESSOR', `承接单位在 ${addDays(on, 1)} 不存续`, 'successor');
}

/** Writes a term at its day and checks who stands above and who watches. */
function withTerm(registry: Registry, unit: Unit, term: UnitTerm): Registry {
  const others = unit.terms.filter(({ since }) => since !== term.since);
  const terms = [...others, term].toSorted((a, b) => (a.since < b.since ? -1 : 1));
  const next = withUnit(registry, { ...unit, terms });
  if (term.superior !== null) checkSuperior(next, unit.id, term.superior, term.since);
  const isKnown = ({ group }: UnitTerm): boolean => group === term.group;
  if (term.group !== null && !registry.groups.has(term.group) && !unit.terms.some(isKnown))
    throw refusal('UNKNOWN_GROUP', `没有编号为“${term.group}”的派驻纪检监察组`, 'group');
  return next;
}

/** A superior may be younger than the term: sheets of today know of a school of 1952 which bureau it belongs to now. */
function checkSuperior(registry: Registry, id: string, superior: string, day: CivilDate): void {
  const above = unitOf(registry, superior, 'superior');
  if (above.until !== null && above.until < day)
    throw refusal('OUTSIDE_ITS_TIME', `主管单位已于 ${above.until} 终止`, 'superior');
  for (let at: string | null = superior; at !== null; at = termOn(unitOf(registry, at), day).superior) {
    if (at === id) throw refusal('CIRCLE', '主管单位不能是其自身或其下级', 'superior');
  }
}

function withoutSuperior(
  registry: Registry,
  id: string,
  { from, to }: { from: CivilDate; to: string | null },
): Registry {
  const below = [...registry.units.values()].filter(
    (unit) => holdsOn(unit, from) && termOn(unit, from).superior === id,
  );
  return below.reduce((current, unit) => {
    const superior = to === unit.id ? null : to;
    return changeUnit(current, unit.id, { since: from, superior, basis: '随主管单位撤并' });
  }, registry);
}

const endedIn = (cadre: Cadre, unit: string, on: CivilDate): Cadre => {
  const end = <S extends Span & { readonly unit: string }>(span: S): S =>
    span.unit === unit && (span.until === null || span.until > on) ? { ...span, until: on } : span;
  const touched = [...cadre.posts, ...cadre.portfolios].some((span) => end(span) !== span);
  return touched ? { ...cadre, posts: cadre.posts.map(end), portfolios: cadre.portfolios.map(end) } : cadre;
};

/** Posts and portfolios in the unit. */
const hangingOn = ({ cadres }: Registry, id: string): readonly Span[] =>
  [...cadres.values()].flatMap(({ posts, portfolios }) => [...posts, ...portfolios]).filter(({ unit }) => unit === id);
