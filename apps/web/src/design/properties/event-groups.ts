import { attribute, attributeOf, definitionOf, expression, flag, inDefinition, write } from './binding.ts';
import type { Binding, Subject } from './binding.ts';
import { field } from './field.ts';
import type { Field, Group } from './field.ts';
import { namesOf, root } from './roots.ts';

const has =
  (type: string) =>
  ({ object }: Subject): boolean =>
    definitionOf(object, type) !== undefined;

const timers = ['timeDuration', 'timeDate', 'timeCycle'] as const;
const period = 'period';
const ldPeriod = 'ld:period';
const timer = inDefinition('TimerEventDefinition');
const timerKind = (subject: Subject): string => {
  if (timer(subject)?.get(ldPeriod) !== undefined) return period;
  return timers.find((one) => timer(subject)?.get(one)) ?? 'timeDuration';
};

/** Which of the three times the timer has, or a period of the table; the text goes along when it is changed. */
const kindOfTimer: Binding = {
  get: timerKind,
  set(subject, value) {
    const definition = timer(subject);
    const before = timers.map((one) => definition?.get(one)).find((one) => one !== undefined);
    if (!definition) return;
    const made = before ?? subject.sketch.get('bpmnFactory').create('bpmn:FormalExpression', { body: '' });
    const times = Object.fromEntries(timers.map((one) => [one, one === value ? made : undefined]));
    const ofTable = value === period ? { [ldPeriod]: '' } : { [ldPeriod]: undefined, 'ld:from': undefined };
    write(subject, { ...times, ...ofTable }, definition);
  },
};
const time: Binding = {
  get: (subject) => expression(timerKind(subject), timer).get(subject),
  set: (subject, value) => expression(timerKind(subject), timer).set(subject, value),
};

const named = (type: 'Message' | 'Signal' | 'Error' | 'Escalation'): Field =>
  field(type.toLowerCase(), root(type, inDefinition(`${type}EventDefinition`)), {
    control: { kind: 'suggested', from: (sketch) => namesOf(sketch, type) },
    paths: [`${type.toLowerCase()}Ref`],
    when: has(`${type}EventDefinition`),
  });

const isPlainStart = ({ object }: Subject): boolean =>
  object.$type === 'bpmn:StartEvent' && (object.get<readonly unknown[]>('eventDefinitions') ?? []).length === 0;

/** 事件: what it waits for or throws, and what is asked of whoever opens the case. */
export const eventGroups: readonly Group[] = [
  {
    name: 'form',
    when: isPlainStart,
    fields: [
      field('form', attribute('ld:form'), { control: { kind: 'named', from: 'forms' }, paths: ['ld:form', 'formKey'] }),
    ],
  },
  {
    name: 'event',
    when: ({ object }) => (object.get<readonly unknown[]>('eventDefinitions') ?? []).length > 0,
    fields: [
      field('timer', kindOfTimer, {
        control: { kind: 'choice', values: [...timers, period] },
        paths: [],
        when: has('TimerEventDefinition'),
      }),
      field('time', time, {
        control: { kind: 'feel' },
        paths: ['timeDate', 'timeDuration', 'timeCycle'],
        when: (subject) => has('TimerEventDefinition')(subject) && timerKind(subject) !== period,
      }),
      field('period', attributeOf(timer, ldPeriod), {
        control: { kind: 'named', from: 'periods', orFeel: true },
        when: (subject) => timerKind(subject) === period,
      }),
      field('from', attributeOf(timer, 'ld:from'), {
        control: { kind: 'feel' },
        when: (subject) => timerKind(subject) === period,
      }),
      named('Message'),
      field('correlation', attribute('ld:correlation'), { when: has('MessageEventDefinition') }),
      named('Signal'),
      named('Error'),
      named('Escalation'),
      field('condition', expression('condition', inDefinition('ConditionalEventDefinition')), {
        control: { kind: 'feel' },
        paths: ['condition'],
        when: has('ConditionalEventDefinition'),
      }),
      field('link', attributeOf(inDefinition('LinkEventDefinition'), 'name'), {
        paths: ['name'],
        when: has('LinkEventDefinition'),
      }),
      field('cancelActivity', flag('cancelActivity', true), {
        control: { kind: 'switch' },
        paths: ['cancelActivity'],
        when: ({ object }) => object.$type === 'bpmn:BoundaryEvent',
      }),
      field('isInterrupting', flag('isInterrupting', true), {
        control: { kind: 'switch' },
        paths: ['isInterrupting'],
        when: ({ object }) =>
          object.$type === 'bpmn:StartEvent' && object.$parent?.get<boolean>('triggeredByEvent') === true,
      }),
    ],
  },
];
