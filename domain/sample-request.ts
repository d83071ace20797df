import { CaseError } from './errors.ts';
import { drawSample } from './sample.ts';
import type { Digest, Sample, SampleMember } from './sample.ts';

/** What remains of a draw: enough to draw it again and to see that nobody changed the frame. */
export interface SampleReport extends Sample {
  readonly chosen: readonly string[];
  readonly seed: string;
  /** Digest of the ids in order. */
  readonly frameDigest: string;
}

/**
 * `frame`: members with id, name, and perhaps must and covered; `share` in percent; `drawsLeft`; `words`: what the parties
 * said. Anything else in a member is not looked at.
 */
export function sampleRequested(input: Readonly<Record<string, unknown>>, digest: Digest): SampleReport {
  const frame = listIn(input, 'frame').map(memberOf);
  const words = listIn(input, 'words').filter((word): word is string => typeof word === 'string');
  const { share, drawsLeft = null } = input;
  if (typeof share !== 'number') throw wrong('share');
  if (drawsLeft !== null && typeof drawsLeft !== 'number') throw wrong('drawsLeft');
  const seed = words.join('·');
  const sample = drawSample(frame, { share, drawsLeft, seed }, digest);
  const chosen = sample.members.filter((member) => member.chosen).map(({ id }) => id);
  const ids = frame.map(({ id }) => id).toSorted();
  return { ...sample, chosen, seed, frameDigest: digest(ids.join('\n')) };
}

function listIn(input: Readonly<Record<string, unknown>>, name: string): readonly unknown[] {
  const value = input[name];
  if (Array.isArray(value)) return value;
  throw wrong(name);
}

function memberOf(value: unknown): SampleMember {
  const { id, name, must = null, covered = false } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof id !== 'string' || id === '' || typeof name !== 'string') throw wrong('frame');
  return { id, name, must: typeof must === 'string' ? must : null, covered: covered === true };
}

const wrong = (name: string): CaseError => new CaseError('WRONG_INPUT', `“${name}”不是抽样需要的内容`);
