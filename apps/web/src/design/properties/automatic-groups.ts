import { attribute, choice } from './binding.ts';
import type { Binding, Subject } from './binding.ts';
import { field } from './field.ts';
import type { Group } from './field.ts';
import { namesOf, root } from './roots.ts';

const ld = (name: string): Binding => attribute(`ld:${name}`);
const isA =
  (...types: readonly string[]) =>
  ({ object }: Subject): boolean =>
    types.includes(object.$type.replace('bpmn:', ''));
const self = ({ object }: Subject) => object;

/** 服务、脚本、收发、规则任务和调用活动: what the machine does. */
export const automaticGroups: readonly Group[] = [
  {
    name: 'service',
    when: isA('ServiceTask', 'SendTask'),
    fields: [
      field('activity', ld('activity')),
      field('retries', ld('retries')),
      field('timeout', ld('timeout')),
      field('resultVariable', ld('resultVariable')),
    ],
  },
  {
    name: 'script',
    when: isA('ScriptTask'),
    fields: [
      field('script', attribute('script'), { control: { kind: 'feel' }, paths: ['script'] }),
      field('resultVariable', ld('resultVariable')),
      field('records', ld('records')),
    ],
  },
  {
    name: 'message',
    when: isA('SendTask', 'ReceiveTask'),
    fields: [
      field('message', root('Message', self), {
        control: { kind: 'suggested', from: (sketch) => namesOf(sketch, 'Message') },
        paths: ['messageRef'],
      }),
      field('correlation', ld('correlation')),
    ],
  },
  {
    name: 'decision',
    when: isA('BusinessRuleTask'),
    fields: [
      field('decision', ld('decision'), { control: { kind: 'named', from: 'decisions' } }),
      field('resultVariable', ld('resultVariable')),
      field('activity', ld('activity'), { when: (subject) => ld('activity').get(subject) !== '' }),
      field('retries', ld('retries'), { when: (subject) => ld('activity').get(subject) !== '' }),
      field('timeout', ld('timeout'), { when: (subject) => ld('activity').get(subject) !== '' }),
      field('decisionResult', choice('ld:decisionResult', ''), {
        control: { kind: 'choice', values: ['', 'singleEntry', 'singleResult', 'collectEntries', 'resultList'] },
      }),
    ],
  },
  {
    name: 'call',
    when: isA('CallActivity'),
    fields: [
      field('calledElement', attribute('calledElement'), {
        control: { kind: 'named', from: 'procedures', orFeel: true },
        paths: ['calledElement'],
      }),
      field('case', choice('ld:case', 'inline'), { control: { kind: 'choice', values: ['inline', 'child'] } }),
      field('title', ld('title'), { when: (subject) => ld('case').get(subject) === 'child' }),
      field('version', ld('version')),
    ],
  },
];
