import type { CivilDate } from './time.ts';

/** 计分办法: points of an obligation by how it ended; a list may have its own (no binding numbers exist, D). */
export interface DutyPoints {
  readonly onTime: number;
  readonly late: number;
  /** Done again after a check. */
  readonly redone: number;
  readonly failed: number;
  readonly undone: number;
}
export const defaultPoints: DutyPoints = { onTime: 100, late: 80, redone: 70, failed: 0, undone: 0 };

/** How one obligation ended, as far as it has. */
export interface DutyEnd {
  readonly id: string;
  readonly lead: string;
  readonly item: string;
  readonly weight: number;
  readonly dueOn: CivilDate;
  /** Day on which the proof was handed in, null while it was not. */
  readonly handedInOn: CivilDate | null;
  readonly redone: boolean;
  readonly verdict: 'passed' | 'failed' | null;
}

interface ScoredDuty extends DutyEnd {
  readonly how: keyof DutyPoints;
  readonly points: number;
}

export interface LeadResult {
  readonly lead: string;
  readonly score: number;
  readonly level: 'good' | 'fair' | 'pass' | 'poor';
  readonly obligations: number;
  readonly byHow: Readonly<Record<keyof DutyPoints, number>>;
  readonly duties: readonly ScoredDuty[];
}

/** 年终结果 of each agency: the weighted mean of the points of what has fallen due. */
export function resultsOf(ends: readonly DutyEnd[], points: DutyPoints, on: CivilDate): readonly LeadResult[] {
  const due = ends.filter(({ dueOn, handedInOn }) => dueOn < on || handedInOn !== null);
  return [...Map.groupBy(due, ({ lead }) => lead)]
    .map(([lead, some]) =>
      resultOf(
        lead,
        some.map((end) => scored(end, points)),
      ),
    )
    .toSorted((one, other) => other.score - one.score || (one.lead < other.lead ? -1 : 1));
}

function scored(end: DutyEnd, points: DutyPoints): ScoredDuty {
  const how = howOf(end);
  return { ...end, how, points: points[how] };
}

function howOf({ handedInOn, dueOn, redone, verdict }: DutyEnd): keyof DutyPoints {
  if (handedInOn === null) return 'undone';
  if (verdict === 'failed') return 'failed';
  if (redone) return 'redone';
  return handedInOn > dueOn ? 'late' : 'onTime';
}

function resultOf(lead: string, duties: readonly ScoredDuty[]): LeadResult {
  const weight = duties.reduce((sum, one) => sum + one.weight, 0);
  const total = duties.reduce((sum, one) => sum + one.weight * one.points, 0);
  const score = weight === 0 ? 0 : Math.round((total / weight) * 100) / 100;
  const count = (how: keyof DutyPoints): number => duties.filter((one) => one.how === how).length;
  const byHow = {
    onTime: count('onTime'),
    late: count('late'),
    redone: count('redone'),
    failed: count('failed'),
    undone: count('undone'),
  };
  return { lead, score, level: levelOf(score), obligations: duties.length, byHow, duties };
}

/** 好, 较好, 一般, 差 at 90, 80 and 60 (D). */
function levelOf(score: number): LeadResult['level'] {
  if (score >= 90) return 'good';
  if (score >= 80) return 'fair';
  return score >= 60 ? 'pass' : 'poor';
}
