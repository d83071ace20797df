import { attribute, choice } from './binding.ts';
import type { Binding, Subject } from './binding.ts';
import { field } from './field.ts';
import type { Group } from './field.ts';

const ld = (name: string): Binding => attribute(`ld:${name}`);
const has = (name: string) => (subject: Subject) => ld(name).get(subject) !== '';
const feel = { kind: 'feel' } as const;

const deadlines = ['table', 'own'] as const;

/** Whether the step takes its period from the table, if any, or has one of its own: what is not chosen is taken away. */
const deadline: Binding = {
  get: (subject) => (has('due')(subject) ? 'own' : 'table'),
  set(subject, value) {
    subject.sketch.together(() => {
      const others = value === 'own' ? ['period'] : ['due', 'counting', 'roll', 'clock', 'basis'];
      for (const name of others) if (has(name)(subject)) ld(name).set(subject, '');
      if (value === 'own') ld('due').set(subject, 'P5D');
    });
  },
};
const isDeadline = (kind: string) => (subject: Subject) => deadline.get(subject) === kind;
const hasDeadline = (subject: Subject): boolean => has('period')(subject) || has('due')(subject);

/** 用户任务: everything about people. */
export const taskGroups: readonly Group[] = [
  {
    name: 'who',
    fields: [
      field('agency', ld('agency'), { control: { kind: 'named', from: 'agencies', orFeel: true } }),
      field('role', ld('role'), { control: { kind: 'named', from: 'roles', orFeel: true } }),
      field('assignee', ld('assignee'), {
        control: { kind: 'named', from: 'people', orFeel: true },
        paths: ['assignee', 'ld:assignee'],
      }),
      field('candidateUsers', ld('candidateUsers'), { paths: ['candidateUsers', 'ld:candidateUsers'] }),
      field('notSameAs', ld('notSameAs')),
      field('persons', ld('persons')),
      field('title', ld('title')),
      field('priority', ld('priority')),
      field('sees', choice('ld:sees', 'all'), { control: { kind: 'choice', values: ['all', 'own'] } }),
      field('leaves', ld('leaves'), { control: feel }),
    ],
  },
  {
    name: 'form',
    fields: [
      field('form', ld('form'), { control: { kind: 'named', from: 'forms' }, paths: ['ld:form', 'formKey'] }),
      field('records', ld('records')),
      field('keeps', ld('keeps'), { when: has('records') }),
      field('letter', ld('letter')),
    ],
  },
  {
    name: 'deadline',
    fields: [
      field('deadline', deadline, { control: { kind: 'choice', values: deadlines }, paths: [] }),
      field('period', ld('period'), {
        control: { kind: 'named', from: 'periods', orFeel: true },
        when: isDeadline('table'),
      }),
      field('due', ld('due'), { paths: ['ld:due', 'dueDate'], when: isDeadline('own') }),
      field('counting', choice('ld:counting', 'calendar'), {
        control: { kind: 'choice', values: ['calendar', 'working', 'hours'] },
        when: isDeadline('own'),
      }),
      field('roll', choice('ld:roll', 'none'), {
        control: { kind: 'choice', values: ['none', 'next-working-day'] },
        when: isDeadline('own'),
      }),
      field('clock', choice('ld:clock', 'internal'), {
        control: { kind: 'choice', values: ['internal', 'statutory', 'custody'] },
        when: isDeadline('own'),
      }),
      field('from', ld('from'), {
        control: { kind: 'suggested', from: () => ['opened', 'case-start'] },
        when: hasDeadline,
      }),
      field('basis', ld('basis'), { control: { kind: 'area' }, when: isDeadline('own') }),
      field('ladder', ld('ladder'), {
        control: { kind: 'named', from: 'ladders' },
        when: hasDeadline,
      }),
    ],
  },
  { name: 'outcomes', fields: [field('outcomes', ld('outcomes'))], part: 'branches' },
  {
    name: 'sign',
    fields: [
      field('sign', choice('ld:sign', ''), {
        control: { kind: 'choice', values: ['', 'all', 'any', 'sequence', 'ratio'] },
      }),
      field('signers', ld('signers'), { control: feel, when: has('sign') }),
      field('ratio', ld('ratio'), { when: (subject) => ld('sign').get(subject) === 'ratio' }),
      field('veto', choice('ld:veto', 'false'), { control: { kind: 'switch' }, when: has('sign') }),
    ],
  },
  {
    name: 'back',
    fields: [
      field('siblings', choice('ld:siblings', ''), {
        control: { kind: 'choice', values: ['', 'cancel', 'keep', 'refuse'] },
      }),
      field('returnable', choice('ld:returnable', 'true'), { control: { kind: 'switch' } }),
      field('withdrawable', choice('ld:withdrawable', 'true'), { control: { kind: 'switch' } }),
    ],
  },
];
