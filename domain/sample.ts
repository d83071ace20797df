import { CaseError } from './errors.ts';

/** One who may be drawn. */
export interface SampleMember {
  readonly id: string;
  readonly name: string;
  /** Whoever must be in it whatever the lot says, and why. */
  readonly must?: string | null;
  /** Had a turn already within the term. */
  readonly covered?: boolean;
}

export interface SampleRule {
  /** Percent of the frame that are drawn at least. */
  readonly share: number;
  /** After so many draws, this one included, everybody has had a turn; null: nobody need have. */
  readonly drawsLeft: number | null;
  /** What the parties said before they knew each other's words; whoever repeats the draw needs it and the frame, nothing else. */
  readonly seed: string;
}

interface Drawn {
  readonly id: string;
  readonly name: string;
  readonly chosen: boolean;
  readonly lot: string;
  /** Place in the order in which they were taken: those who must, those whose turn is outstanding, the others; within each by lot. */
  readonly place: number;
  readonly reason: string;
}

export interface Sample {
  readonly size: number;
  readonly frameSize: number;
  /** How the size came about. */
  readonly explanation: string;
  readonly members: readonly Drawn[];
}

/** Hex digest of a text, the same for everybody and for ever: SHA-256. */
export type Digest = (text: string) => string;

/** Within this many digits no two lots of one frame are ever the same. */
const lotDigits = 16;

/**
 * A sample that anybody can draw again and that says why. The lot of a member is the beginning of the digest of
 * `seed|id`; the lowest are taken, until share and turns are met. The order of the frame does not matter.
 */
export function drawSample(frame: readonly SampleMember[], rule: SampleRule, digest: Digest): Sample {
  check(frame, rule);
  const lots = frame.map((member) => ({ member, lot: digest(`${rule.seed}|${member.id}`).slice(0, lotDigits) }));
  const taken = lots.toSorted((a, b) => groupOf(a.member) - groupOf(b.member) || (a.lot < b.lot ? -1 : 1));
  const { size, explanation } = sizeOf(frame, rule);
  const members = taken.map(({ member, lot }, index) => ({
    id: member.id,
    name: member.name,
    chosen: index < size,
    lot,
    place: index + 1,
    reason: reasonOf(member, index < size),
  }));
  return { size, frameSize: frame.length, explanation, members };
}

function check(frame: readonly SampleMember[], { share, drawsLeft, seed }: SampleRule): void {
  if (frame.length === 0) throw new CaseError('EMPTY_FRAME', '抽样总体为空');
  if (new Set(frame.map(({ id }) => id)).size < frame.length)
    throw new CaseError('TWICE_IN_FRAME', '抽样总体中有重复的编号');
  if (!(share >= 0 && share <= 100)) throw new CaseError('WRONG_SHARE', '抽样比例应在 0 到 100 之间');
  if (drawsLeft !== null && !(Number.isInteger(drawsLeft) && drawsLeft >= 1))
    throw new CaseError('WRONG_TERM', '任期内剩余次数应是不小于一的整数');
  if (seed.trim() === '') throw new CaseError('NO_SEED', '没有抽签词');
}

/** Those who must, then those whose turn is outstanding, then the others. */
const groupOf = ({ must, covered }: SampleMember): number => (isNamed(must) ? 0 : covered === true ? 2 : 1);
const isNamed = (must: string | null | undefined): must is string => must !== undefined && must !== null && must !== '';

/** The share is rounded up: never fewer. Whoever must be in it and had a turn already takes nobody's place. */
function sizeOf(frame: readonly SampleMember[], { share, drawsLeft }: SampleRule) {
  const named = frame.filter(({ must }) => isNamed(must));
  const waiting = frame.filter(isWaiting);
  const namedWaiting = named.filter(isWaiting).length;
  const byShare = Math.ceil((frame.length * share) / 100);
  const byTurns = drawsLeft === null ? 0 : Math.ceil(waiting.length / drawsLeft);
  const size = Math.max(byShare, named.length - namedWaiting + Math.max(byTurns, namedWaiting));
  const turns =
    drawsLeft === null
      ? ''
      : `；任期内连同本次还有 ${drawsLeft} 次、未轮到 ${waiting.length} 个，本次不少于 ${byTurns} 个`;
  const explanation = `总体 ${frame.length} 个，比例 ${share}% 不少于 ${byShare} 个；必选 ${named.length} 个${turns}；共抽取 ${size} 个`;
  return { size, explanation };
}

const isWaiting = ({ covered }: SampleMember): boolean => covered !== true;

function reasonOf({ must, covered }: SampleMember, chosen: boolean): string {
  if (isNamed(must)) return `必选：${must}`;
  if (!chosen) return '未抽中';
  return covered === true ? '已轮到过，抽签补足比例' : '尚未轮到，抽签';
}
