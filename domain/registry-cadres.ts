import {
  checkedDay,
  checkedSpan,
  checkedWithin,
  cadreOf,
  dayBefore,
  holdsOn,
  overlap,
  refusal,
  unitOf,
  withCadre,
} from './registry.ts';
import type { Cadre, CadrePost, Portfolio, Registry, Span } from './registry.ts';
import type { CivilDate } from './time.ts';

export type NewCadre = Pick<Cadre, 'id' | 'name' | 'managedBy' | 'account' | 'since'>;

/** Throws CADRE_EXISTS, ACCOUNT_TAKEN. */
export function registerCadre(registry: Registry, { since, ...cadre }: NewCadre): Registry {
  if (registry.cadres.has(cadre.id)) throw refusal('CADRE_EXISTS', `编号“${cadre.id}”已有人员`, 'id');
  checkAccount(registry, cadre.id, cadre.account);
  const begun = { since: checkedDay(since, 'since'), until: null, leftAs: null };
  return withCadre(registry, { ...cadre, ...begun, posts: [], portfolios: [] });
}

export type CadreCorrection = Partial<Pick<Cadre, 'name' | 'managedBy' | 'account' | 'since'>>;

export function correctCadre(registry: Registry, id: string, change: CadreCorrection): Registry {
  const cadre = { ...cadreOf(registry, id), ...change };
  checkAccount(registry, id, cadre.account);
  checkedSpan(cadre);
  const older = cadre.posts.find(({ since }) => since < cadre.since);
  if (older) throw refusal('OUTSIDE_ITS_TIME', `此人在 ${older.since} 已有任职，纳入日期应不晚于该日`, 'since');
  return withCadre(registry, cadre);
}

export interface Appointment extends CadrePost {
  /** 交流: every post held so far ends the day before, and with it what it was in charge of. */
  readonly leavingOthers: boolean;
}

/** 任职. Somebody who had left and is appointed anew is back. Throws OVERLAPS when the same post is held already. */
export function appoint(registry: Registry, id: string, { leavingOthers, ...post }: Appointment): Registry {
  const known = cadreOf(registry, id);
  const back = known.until !== null && post.since > known.until;
  const cadre: Cadre = back ? { ...known, until: null, leftAs: null } : known;
  checkedSpan(post);
  checkedWithin(post, cadre, '此人纳入名册');
  checkedWithin(post, unitOf(registry, post.unit), '该单位');
  const before = leavingOthers ? endedBy(cadre, dayBefore(post.since)) : cadre;
  if (before.posts.some((other) => samePost(other, post) && overlap(other, post)))
    throw refusal('OVERLAPS', `此人在该单位已任“${post.title}”`, 'title');
  return withCadre(registry, { ...before, posts: inOrder([...before.posts, post]) });
}

export type PostKey = Pick<CadrePost, 'unit' | 'title' | 'since'>;

/** 免职, and whatever was entered wrongly about a post. Charges go on as long as another leading post is held. */
export function correctPost(registry: Registry, id: string, key: PostKey, change: Partial<CadrePost>): Registry {
  const cadre = cadreOf(registry, id);
  const post = cadre.posts.find((one) => samePost(one, key) && one.since === key.since);
  if (!post) throw refusal('UNKNOWN_POST', `此人没有始于 ${key.since} 的“${key.title}”一职`, 'title');
  const others = cadre.posts.filter((one) => one !== post);
  const corrected = checkedSpan({ ...post, ...change });
  checkedWithin(corrected, cadre, '此人纳入名册');
  checkedWithin(corrected, unitOf(registry, corrected.unit), '该单位');
  if (others.some((other) => samePost(other, corrected) && overlap(other, corrected)))
    throw refusal('OVERLAPS', `此人在该单位已任“${corrected.title}”`, 'title');
  return withCadre(registry, withoutStray({ ...cadre, posts: inOrder([...others, corrected]) }));
}

/** 离任: retired, moved away, died; posts and portfolios end with the last day. */
export function leave(registry: Registry, id: string, { on, as }: { on: CivilDate; as: string }): Registry {
  const cadre = cadreOf(registry, id);
  if (cadre.until !== null) throw refusal('ALREADY_ENDED', `此人已于 ${cadre.until} 离任`, 'on');
  checkedSpan({ since: cadre.since, until: checkedDay(on, 'on') });
  const later = [...cadre.posts, ...cadre.portfolios].find(({ since }) => since > on);
  if (later) throw refusal('OUTSIDE_ITS_TIME', `此人在 ${later.since} 还有任职或分管，请先更正`, 'on');
  return withCadre(registry, { ...endedBy(cadre, on), until: on, leftAs: as });
}

/** 分管: only who leads something may be in charge of a unit, and of the same one once at a time. */
export function giveCharge(registry: Registry, id: string, portfolio: Portfolio): Registry {
  const cadre = cadreOf(registry, id, 'leader');
  checkedSpan(portfolio);
  checkedWithin(portfolio, unitOf(registry, portfolio.unit), '该单位');
  if (!leads(cadre, portfolio))
    throw refusal('NOT_A_LEADER', `${cadre.name}在 ${portfolio.since} 没有领导职务`, 'leader');
  if (cadre.portfolios.some((other) => other.unit === portfolio.unit && overlap(other, portfolio)))
    throw refusal('OVERLAPS', `${cadre.name}已分管该单位`, 'unit');
  return withCadre(registry, { ...cadre, portfolios: inOrder([...cadre.portfolios, portfolio]) });
}

export type ChargeKey = Pick<Portfolio, 'unit' | 'since'>;

export function correctCharge(registry: Registry, id: string, key: ChargeKey, change: Partial<Portfolio>): Registry {
  const cadre = cadreOf(registry, id, 'leader');
  const known = cadre.portfolios.find(({ unit, since }) => unit === key.unit && since === key.since);
  if (!known) throw refusal('UNKNOWN_PORTFOLIO', `${cadre.name}没有始于 ${key.since} 的这项分管`, 'since');
  const without = { ...cadre, portfolios: cadre.portfolios.filter((one) => one !== known) };
  return giveCharge(withCadre(registry, without), id, { ...known, ...change });
}

function checkAccount({ cadres }: Registry, id: string, account: string | null): void {
  if (account === null) return;
  const other = [...cadres.values()].find((cadre) => cadre.account === account && cadre.id !== id);
  if (other) throw refusal('ACCOUNT_TAKEN', `账号“${account}”已属于${other.name}`, 'account');
}

const samePost = (a: Pick<CadrePost, 'unit' | 'title'>, b: Pick<CadrePost, 'unit' | 'title'>): boolean =>
  a.unit === b.unit && a.title === b.title;

const inOrder = <S extends Span>(spans: readonly S[]): readonly S[] =>
  spans.toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));

/** A leading post on the day the charge begins. */
const leads = ({ posts }: Cadre, { since }: Span): boolean =>
  posts.some((post) => post.standing !== 'member' && holdsOn(post, since));

function endedBy(cadre: Cadre, day: CivilDate): Cadre {
  const end = <S extends Span>(span: S): S =>
    span.since <= day && (span.until === null || span.until > day) ? { ...span, until: day } : span;
  return { ...cadre, posts: cadre.posts.map(end), portfolios: cadre.portfolios.map(end) };
}

/** Charges end with the last leading post. */
function withoutStray(cadre: Cadre): Cadre {
  const leading = cadre.posts.filter(({ standing }) => standing !== 'member');
  if (leading.length === 0 || leading.some(({ until }) => until === null)) return cadre;
  const last = leading.reduce((latest, { until }) => (until !== null && until > latest ? until : latest), '');
  return endedBy(cadre, last);
}
