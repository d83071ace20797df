import { loadRulebook } from '../../definitions/load.ts';
import type { Task } from '../../engine/task.ts';
import {
  and,
  boundary,
  bpmn,
  call,
  end,
  eventSub,
  flows,
  message,
  multi,
  process,
  start,
  sub,
  timer,
  user,
  type Content,
} from './bpmn.ts';
import { modelOf, modelsOf, person, play, type Play } from './run.ts';

const rulebook = loadRulebook();
const timed = { 'ld:due': 'P10D', 'ld:ladder': 'standard', 'ld:role': 'audit.staff' };
const signed = { ...timed, 'ld:signers': 'signers', 'ld:outcomes': 'agree reject' };

/** "a" is done, "x" is the step under test, "z" comes after it. */
async function line(middle: readonly Content[], path = 's>a>x>z>e', ...more: readonly Content[]): Promise<Play> {
  const model = await modelOf(start('s'), user('a'), ...middle, user('z'), end('e'), flows(path), ...more);
  return play(model, { rulebook })
    .start({ signers: ['ann', 'bob', 'cat'] })
    .complete('a');
}

const inside = (...more: readonly Content[]) =>
  sub('p', ...more, start('ps'), user('x', timed), end('pe'), flows('ps>x>pe'));

/** Wherever a person's step may stand, brought to where "x" is open. */
export const contexts = {
  plain: () => line([user('x', timed)]),
  'parallel branch': () =>
    line([and('f'), user('x', timed), user('y', timed), and('j')], 's>a>f>x>j>z>e', flows('f>y>j')),
  'sub-process': () => line([inside()], 's>a>p>z>e'),
  'parallel multi-instance': () => line([user('x', timed, multi({ cardinality: '3' }))]),
  'sequential multi-instance': () => line([user('x', timed, multi({ cardinality: '3', sequential: true }))]),
  'sub-process, multi-instance': () => line([inside(multi({ cardinality: '2' }))], 's>a>p>z>e'),
  'inline call': async () => {
    const [outer, inner] = await modelsOf(
      bpmn(
        process('P', start('s'), user('a'), call('c', 'Q'), user('z'), end('e'), flows('s>a>c>z>e')),
        process('Q', start('qs'), user('x', timed), end('qe'), flows('qs>x>qe')),
      ),
    );
    if (!outer || !inner) throw new Error('two processes');
    return play(outer, { rulebook, called: [inner] })
      .start()
      .complete('a');
  },
  'child case': async () => {
    const model = await modelOf(start('s'), user('a'), user('x', timed), user('z'), end('e'), flows('s>a>x>z>e'));
    return play(model, { rulebook, parent: { caseId: 'c0', instanceId: 'i9' } })
      .start()
      .complete('a');
  },
  'event sub-process': async () => {
    const aside = eventSub(
      'es',
      start('ess', { isInterrupting: false }, message('Go')),
      user('x', timed),
      end('ese'),
      flows('ess>x>ese'),
    );
    return (await line([], 's>a>z>e', aside)).message('Go');
  },
  'boundary timers': async () => {
    const events = [
      user('x', timed),
      boundary('t', 'x', timer({ duration: 'P9D' })),
      boundary('n', 'x', timer({ duration: 'P2D' }), { cancelActivity: false }),
      user('r'),
      end('te'),
      end('ne'),
    ];
    return (await line(events, 's>a>x>z>e', flows('t>te', 'n>r>ne'))).move('P3D');
  },
  'joint signature': () => line([user('x', { ...signed, 'ld:sign': 'all' })]),
  'signature in sequence': () => line([user('x', { ...signed, 'ld:sign': 'sequence' })]),
  'approval of an extension': async () => {
    const one = await line([user('x', timed)]);
    one.send({ kind: 'transferTask', taskId: one.task('x').id, to: 'ann' });
    return one.send({ kind: 'extendTask', taskId: one.task('x').id, by: 'P5D' }, { as: person('ann') });
  },
} satisfies Readonly<Record<string, () => Promise<Play>>>;
export type Context = keyof typeof contexts;

/** The step under test: of several open tasks the one that was opened last. */
export function underTest(one: Play): Task {
  const live = Object.values(one.state.tasks).filter(({ status }) => status === 'open' || status === 'suspended');
  const found = live.findLast(({ element }) => element === 'x');
  if (!found) throw new Error('x has no open task');
  return found;
}
