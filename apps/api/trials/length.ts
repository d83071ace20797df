import { addDuration, parseDuration } from '../../../domain/duration.ts';
import { CaseError } from '../../../domain/errors.ts';

/** Milliseconds from an instant to so much later by the civil calendar; throws INVALID_DURATION for what is not a forward ISO duration. */
export function lengthOf(text: string, from: number): number {
  const duration = parseDuration(text);
  const length = duration ? addDuration(from, duration) - from : 0;
  if (length <= 0)
    throw new CaseError('INVALID_DURATION', `“${text}”不是向前的时长，应写作 P28D 或 PT12H 的形式`, {
      defects: [{ code: 'INVALID_DURATION', message: '应写作 P28D 或 PT12H 的形式', path: 'by' }],
    });
  return length;
}

/** Temporal counts instants in nanoseconds, which end in 2262: a clock that is moved there never arrives. */
const endOfTime = Date.UTC(2200, 0, 1);

export function refuseBeyondTime(target: number, path: 'by' | 'to'): void {
  if (target < endOfTime) return;
  throw new CaseError('INVALID_DURATION', '试运行的时间最多前进到 2199 年底', {
    defects: [{ code: 'INVALID_DURATION', message: '最多前进到 2199 年底', path }],
  });
}
