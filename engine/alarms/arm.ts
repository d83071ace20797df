import type { Instant } from '../../domain/time.ts';
import type { EventDefinition } from '../model.ts';
import type { Alarm } from '../task.ts';
import type { Step } from '../step.ts';
import { Stuck } from '../stuck.ts';

export type Timer = Extract<EventDefinition, { kind: 'timer' }>;

type Repeated = Pick<Alarm, 'cycle' | 'counted'>;

export function arm(step: Step, instance: string, element: string, at: Instant, repeated: Repeated = {}): void {
  const id = step.draft.nextId('a');
  const alarm = { id, kind: 'timer', element, at, level: null, taskId: null, instance, firedAt: null } as const;
  step.draft.alarms.add(id, { ...alarm, ...repeated });
}

export function refuse(element: string, text: string | null): never {
  throw new Stuck('BAD_TIMER', `定时器“${element}”的时间“${text ?? ''}”无法识别`, '更正定时器所用的变量后重试');
}
