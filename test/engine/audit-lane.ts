import { end, flows, lane, start, user } from '../support/bpmn.ts';
import { modelOf, person } from '../support/run.ts';

export const ann = { ...person('ann', 'audit.staff'), agency: 'audit' };
export const bob = { ...person('bob', 'audit.staff'), agency: 'audit' };
export const role = { 'ld:role': 'audit.staff' };

export type Named = readonly [id: string, attributes: Record<string, string>];
/** Steps one after the other in the lane of the audit office. */
export const laned = (...steps: readonly Named[]) =>
  modelOf(
    lane(
      'l',
      'audit',
      steps.map(([id]) => id),
    ),
    start('s'),
    ...steps.map(([id, attributes]) => user(id, attributes)),
    end('e'),
    flows(['s', ...steps.map(([id]) => id), 'e'].join('>')),
  );
