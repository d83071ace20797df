import type { Moddle } from '../editor/services.ts';
import { attribute, choice, documentation, flag } from './binding.ts';
import type { Subject } from './binding.ts';
import { automaticGroups } from './automatic-groups.ts';
import { eventGroups } from './event-groups.ts';
import { field } from './field.ts';
import type { Group } from './field.ts';
import { flowGroups } from './flow-groups.ts';
import { loopGroup } from './loop-group.ts';
import { taskGroups } from './task-groups.ts';

const isA = (object: Moddle, pattern: RegExp): boolean => pattern.test(object.$type);

const general: Group = {
  name: 'general',
  fields: [
    field('name', attribute('name'), { paths: ['name'] }),
    field('documentation', documentation, { control: { kind: 'area' }, paths: [] }),
  ],
};
const mappings: Group = { name: 'mappings', fields: [], part: 'mappings' };

const processGroups: readonly Group[] = [
  {
    name: 'general',
    fields: [
      field('name', attribute('name'), { paths: ['name'] }),
      field('series', attribute('ld:series')),
      field('secrecy', choice('ld:secrecy', ''), {
        control: { kind: 'choice', values: ['', '公开', '内部', '工作秘密', '秘密', '机密', '绝密'] },
      }),
      field('circle', choice('ld:circle', 'agencies'), {
        control: { kind: 'choice', values: ['agencies', 'posts'] },
      }),
      field('openers', choice('ld:openers', 'staff'), {
        control: { kind: 'choice', values: ['staff', 'units'] },
      }),
      field('titled', choice('ld:titled', 'opener'), {
        control: { kind: 'choice', values: ['opener', 'procedure'] },
      }),
      field('siblings', choice('ld:siblings', ''), {
        control: { kind: 'choice', values: ['', 'cancel', 'keep', 'refuse'] },
      }),
      field('documentation', documentation, { control: { kind: 'area' }, paths: [] }),
    ],
  },
  { name: 'variables', fields: [], part: 'variables' },
];

const laneGroups: readonly Group[] = [
  {
    name: 'general',
    fields: [
      field('name', attribute('name'), { paths: ['name'] }),
      field('agency', attribute('ld:agency'), { control: { kind: 'named', from: 'agencies', orFeel: true } }),
      field('sees', choice('ld:sees', 'all'), { control: { kind: 'choice', values: ['all', 'own'] } }),
    ],
  },
];

const subProcessGroup: Group = {
  name: 'subProcess',
  fields: [
    field('triggeredByEvent', flag('triggeredByEvent', false), {
      control: { kind: 'switch' },
      paths: ['triggeredByEvent'],
    }),
  ],
};

/** What the panel shows of an element, by what it is. */
export function groupsOf({ object }: Subject): readonly Group[] {
  if (isA(object, /:Process$/)) return processGroups;
  if (isA(object, /:Lane$/)) return laneGroups;
  if (isA(object, /:SequenceFlow$/)) return flowGroups;
  if (isA(object, /:UserTask$/)) return [general, ...taskGroups, loopGroup, mappings];
  if (isA(object, /:(SubProcess|Transaction)$/)) return [general, subProcessGroup, loopGroup, mappings];
  if (isA(object, /Task$|:CallActivity$/)) return [general, ...automaticGroups, loopGroup, mappings];
  if (isA(object, /Event$/)) return [general, ...eventGroups, mappings];
  if (isA(object, /Gateway$/)) return [general, { name: 'branches', fields: [], part: 'branches' }];
  return [general];
}
