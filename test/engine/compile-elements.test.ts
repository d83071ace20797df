import { expect, it, describe } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import type { Element, ProcessModel } from '../../engine/model.ts';
import * as b from '../support/bpmn.ts';
const { bpmn, call, catches, end, escalation, flows, forMessage, lane, loop } = b;
const { mappings, message, multi, process, receive, script, send, service, signal, start, sub, task } = b;
const { throws, timer, user } = b;

async function modelOf(...parts: b.More): Promise<ProcessModel> {
  const { processes, defects } = await compile(bpmn(process('P', ...parts)));
  expect(defects).toEqual([]);
  return processes[0] as ProcessModel;
}
/** s > x > e around one part with the id x; answers its element. */
async function elementOf(part: b.Content, ...more: readonly b.Content[]): Promise<Element> {
  const { elements } = await modelOf(start('s'), part, end('e'), ...more, flows('s>x>e'));
  return elements['x'] as Element;
}
const feel = (source: string) => ({ feel: source });
const constant = (text: string) => ({ constant: text });

describe('a user task', () => {
  it('has its lane’s agency, or its own, and who it is for', async () => {
    const model = await modelOf(
      start('s'),
      user('a', { 'ld:role': 'cdi.head' }),
      user('b', { 'ld:agency': '=unit', 'ld:assignee': '=head', 'ld:candidateUsers': 'x,y' }),
      sub('n', start('t'), user('c'), flows('t>c')),
      lane('L', 'cdi', ['a', 'b', 'n']),
      flows('s>a>b>n'),
    );
    expect(model.elements['a']).toMatchObject({ laneName: 'L', laneAgency: constant('cdi') });
    expect(model.elements['a']?.task).toMatchObject({ agency: constant('cdi'), role: constant('cdi.head') });
    expect(model.elements['b']?.task).toMatchObject({
      agency: feel('unit'),
      assignee: feel('head'),
      candidateUsers: constant('x,y'),
    });
    expect(model.elements['c']?.task).toMatchObject({ agency: constant('cdi') });
  });

  it.each<[Record<string, string>, object]>([
    [{ 'ld:outcomes': '同意, 不同意 退回' }, { outcomes: ['同意', '不同意', '退回'] }],
    [
      { 'ld:form': 'clue', 'ld:letter': '协助审计函' },
      { form: 'clue', letter: '协助审计函' },
    ],
    [
      { 'ld:period': 'P01', 'ld:ladder': 'L', 'ld:basis': '第十条' },
      { period: 'P01', ladder: 'L', basis: '第十条' },
    ],
    [{ 'ld:due': 'P10D' }, { due: { amount: 10, unit: 'day', roll: 'none', clock: 'internal' } }],
    [
      { 'ld:due': 'P2W', 'ld:counting': 'working' },
      { due: { amount: 14, unit: 'working-day', roll: 'none', clock: 'internal' } },
    ],
    [
      { 'ld:due': 'P3M', 'ld:roll': 'next-working-day', 'ld:clock': 'statutory' },
      { due: { amount: 3, unit: 'month', roll: 'next-working-day', clock: 'statutory' } },
    ],
    [
      { 'ld:due': 'PT24H', 'ld:counting': 'hours', 'ld:clock': 'custody' },
      { due: { amount: 24, unit: 'hour', roll: 'none', clock: 'custody' } },
    ],
    [
      { 'ld:due': 'P1D', 'ld:counting': 'hours' },
      { due: { amount: 24, unit: 'hour', roll: 'none', clock: 'internal' } },
    ],
    [
      { 'ld:due': 'P1M10D' },
      { due: { duration: feel('"P1M10D"'), counting: 'calendar', roll: 'none', clock: 'internal' } },
    ],
    [
      { 'ld:due': '=pause' },
      { due: { duration: feel('pause'), counting: 'calendar', roll: 'none', clock: 'internal' } },
    ],
    [{ 'ld:due': 'P1D', 'ld:from': 'case-start' }, { from: 'case-start' }],
    [{ 'ld:due': 'P1D', 'ld:from': '=received' }, { from: feel('received') }],
    [
      { 'ld:returnable': 'false', 'ld:withdrawable': 'true' },
      { returnable: false, withdrawable: true },
    ],
    [
      { 'ld:records': 'finding:findings item:items' },
      {
        records: [
          { ledger: 'finding', variable: 'findings' },
          { ledger: 'item', variable: 'items' },
        ],
      },
    ],
    [
      { 'ld:sign': 'ratio', 'ld:signers': '=members', 'ld:ratio': '2/3', 'ld:veto': 'true' },
      { sign: { mode: 'ratio', signers: feel('members'), ratio: 2 / 3, veto: true } },
    ],
    [
      { 'ld:sign': 'sequence', 'ld:signers': '["a", "b"]' },
      { sign: { mode: 'sequence', signers: feel('["a", "b"]'), veto: false } },
    ],
  ])('with %j', async (attributes, expected) => {
    const { task: rule } = await elementOf(user('x', attributes));
    expect(rule).toMatchObject(expected);
  });

  it('that names nobody is warned of', async () => {
    const { warnings } = await compile(bpmn(process('P', start('s'), user('x'), flows('s>x'))));
    expect(warnings).toMatchObject([{ code: 'NOBODY', elementId: 'x' }]);
  });
  it('says where a process with several none start events begins', async () => {
    const { warnings, defects } = await compile(bpmn(process('P', start('s'), start('t'))));
    expect(defects).toEqual([]);
    expect(warnings).toMatchObject([{ code: 'SEVERAL_STARTS', elementId: 't' }]);
  });
});

it.each<[string, b.Part, object]>([
  ['a timer', catches('x', timer({ duration: 'PT1H' })), { event: { kind: 'timer', duration: constant('PT1H') } }],
  ['a FEEL timer', catches('x', timer({ date: '=day' })), { event: { kind: 'timer', date: feel('day') } }],
  ['a message', catches('x', message('函到')), { event: { kind: 'message', name: constant('函到') } }],
  [
    'a message with its key',
    catches('x', { 'ld:correlation': 'order=order.id; unit' }, message('M')),
    { event: { correlation: { order: feel('order.id'), unit: feel('unit') } } },
  ],
  ['a signal', throws('x', signal('S')), { event: { kind: 'signal', name: constant('S') } }],
  ['an escalation', throws('x', escalation('E')), { event: { kind: 'escalation', code: 'E' } }],
  ['a condition', catches('x', b.conditional('a > 1')), { event: { kind: 'conditional', condition: feel('a > 1') } }],
  ['a none event', throws('x'), { event: { kind: 'none' } }],
  [
    'a receive task',
    receive('x', ...forMessage('M')),
    { kind: 'receiveTask', event: { kind: 'message', name: constant('M') } },
  ],
  ['a send task', send('x', ...forMessage('M')), { kind: 'sendTask', event: { kind: 'message', name: constant('M') } }],
  ['a script', script('x', '= a + 1', 'c'), { script: { expression: feel('a + 1'), resultVariable: 'c' } }],
  [
    'a service',
    service('x', { 'ld:activity': 'http', 'ld:resultVariable': 'r', 'ld:retries': 5, 'ld:timeout': 'PT1M' }),
    { service: { activity: 'http', retries: 5, timeout: 'PT1M', resultVariable: 'r' } },
  ],
  ['a plain task', task('x'), { kind: 'task' }],
  ['a call', call('x', 'Other'), { call: { key: constant('Other'), as: 'inline', allIn: true, allOut: true } }],
  [
    'a child case',
    call('x', '=key', { 'ld:case': 'child', 'ld:title': '线索', 'ld:version': 2 }),
    { call: { key: feel('key'), as: 'child', title: constant('线索'), version: 2 } },
  ],
  [
    'mappings',
    call('x', 'Other', mappings({ input: { a: '=b' }, output: { c: 'd' } })),
    {
      call: { allIn: false, allOut: false },
      input: [{ source: feel('b'), target: 'a' }],
      output: [{ source: feel('d'), target: 'c' }],
    },
  ],
  [
    'mappings as attributes',
    task('x', { 'ld:input': 'a=b; t="x;y"', 'ld:output': 'c' }),
    {
      input: [
        { source: feel('b'), target: 'a' },
        { source: feel('"x;y"'), target: 't' },
      ],
      output: [{ source: feel('c'), target: 'c' }],
    },
  ],
  [
    'many instances',
    user('x', multi({ collection: 'list', element: 'one', sequential: true, until: 'nrOfCompletedInstances > 1' })),
    {
      loop: {
        kind: 'multi',
        sequential: true,
        collection: feel('list'),
        elementVariable: 'one',
        completionCondition: feel('nrOfCompletedInstances > 1'),
      },
    },
  ],
  [
    'as many as said',
    user('x', multi({ cardinality: '3', output: 'results', outputElement: 'outcome' })),
    { loop: { kind: 'multi', cardinality: feel('3'), outputCollection: 'results', outputElement: feel('outcome') } },
  ],
  [
    'a loop',
    user('x', loop({ condition: 'again', testBefore: true, maximum: 3 })),
    { loop: { kind: 'standard', testBefore: true, condition: feel('again'), maximum: 3 } },
  ],
  ['a sub-process', sub('x', start('t'), end('f'), flows('t>f')), { kind: 'subProcess', children: ['t', 'f'] }],
])('reads %s', async (_, part, expected) => {
  expect(await elementOf(part)).toMatchObject(expected);
});
