import { cpuUsage } from 'node:process';
import { expect, it, describe } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import type { Element, ProcessModel } from '../../engine/model.ts';
import * as b from '../support/bpmn.ts';

const { and, boundary, bpmn, call, catches, end, error, escalation, eventSub, flows, forMessage, lane, link, loop } = b;
const { mappings, message, multi, or, process, receive, script, send, service, signal, start, sub, task } = b;
const { terminate, throws, timer, transaction, user, xor } = b;

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

it('reads a process with its flows in document order', async () => {
  const model = await modelOf(
    { name: '试办' },
    '<documentation>第一条</documentation>',
    start('s'),
    user('a', { name: '受理' }),
    xor('g'),
    end('e'),
    flows('s>a>g', 'g>e[outcome = "yes"]', 'g>a*'),
  );
  expect(model).toMatchObject({
    format: 1,
    key: 'P',
    name: '试办',
    documentation: '第一条',
    children: ['s', 'a', 'g', 'e'],
  });
  expect(model.elements['g']).toMatchObject({ incoming: ['a_g'], outgoing: ['g_e', 'g_a'], defaultFlow: 'g_a' });
  expect(model.flows['g_e']).toEqual({ id: 'g_e', from: 'g', to: 'e', condition: feel('outcome = "yes"') });
  expect(model.names).toEqual(expect.arrayContaining(['outcome', 'a_outcome', 'ledger', 'loopCounter']));
});

it('is plain JSON', async () => {
  const model = await modelOf(start('s'), user('u'), end('e'), flows('s>u>e'));
  expect(JSON.parse(JSON.stringify(model))).toEqual(model);
});

it('takes any prefix, and every executable process of the document', async () => {
  const xml = `<?xml version="1.0"?>
<m:definitions xmlns:m="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:x="urn:liandong:bpmn:1" targetNamespace="t">
  <m:process id="A"><m:startEvent id="s"/><m:userTask id="u" x:role="head"/><m:sequenceFlow id="f" sourceRef="s" targetRef="u"/></m:process>
  <m:process id="B" isExecutable="true"><m:startEvent id="t"/></m:process>
  <m:process id="C" isExecutable="false"/>
</m:definitions>`;
  const { processes, defects } = await compile(new TextEncoder().encode(`\uFEFF${xml}`));
  expect(defects).toEqual([]);
  expect(processes.map(({ key }) => key)).toEqual(['A', 'B']);
  expect(processes[0]?.elements['u']?.task?.role).toEqual(constant('head'));
});

it('ignores pictures: pools, message flows, groups, annotations, data stores and the diagram', async () => {
  const { defects, processes } = await compile(
    bpmn(
      `<collaboration id="c"><participant id="p" name="联合监督" processRef="P"/><participant id="black" name="外单位"/>
        <messageFlow id="mf" sourceRef="black" targetRef="u"/></collaboration>`,
      process(
        'P',
        start('s'),
        user('u'),
        '<dataStoreReference id="store"/><textAnnotation id="n"><text>注</text></textAnnotation>',
        '<association id="as" sourceRef="u" targetRef="n"/><group id="gr"/>',
        flows('s>u'),
      ),
    ),
  );
  expect(defects).toEqual([]);
  expect(processes[0]?.name).toBe('联合监督');
});

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

it('takes the collection of a multi-instance from the name of a data object', async () => {
  const { loop: found } = await elementOf(
    user(
      'x',
      '<multiInstanceLoopCharacteristics><loopDataInputRef>DO_1</loopDataInputRef></multiInstanceLoopCharacteristics>',
    ),
    '<dataObject id="DO_1" name="units"/><dataObjectReference id="DR" name="单位 列表" dataObjectRef="DO_1"/>',
  );
  expect(found).toMatchObject({ collection: feel('units') });
});

it('takes it from a variable without a data object, and through a data input', async () => {
  const named = await elementOf(
    user(
      'x',
      '<multiInstanceLoopCharacteristics><loopDataInputRef>units</loopDataInputRef></multiInstanceLoopCharacteristics>',
    ),
  );
  expect(named.loop).toMatchObject({ collection: feel('units') });
  const through = await elementOf(
    user(
      'x',
      '<ioSpecification><dataInput id="in"/><inputSet id="is"/><outputSet id="os"/></ioSpecification>',
      '<dataInputAssociation id="dia"><sourceRef>units</sourceRef><targetRef>in</targetRef></dataInputAssociation>',
      '<multiInstanceLoopCharacteristics><loopDataInputRef>in</loopDataInputRef></multiInstanceLoopCharacteristics>',
    ),
    '<dataObject id="units"/>',
  );
  expect(through.loop).toMatchObject({ collection: feel('units') });
  expect(through.input).toBeUndefined();
});

it('reads boundary events and event sub-processes with what they interrupt', async () => {
  const { elements } = await modelOf(
    start('s'),
    user('a'),
    user('undo', { isForCompensation: true }),
    boundary('bt', 'a', timer({ cycle: 'R3/PT10H' }), { cancelActivity: false }),
    boundary('be', 'a', error(), { cancelActivity: false }),
    boundary('bc', 'a', b.compensate()),
    b.association('bc', 'undo'),
    eventSub('es', start('m', { isInterrupting: false }, escalation('E')), end('f'), flows('m>f')),
    end('e'),
    flows('s>a>e', 'bt>e', 'be>e'),
  );
  expect(elements['bt']).toMatchObject({ attachedTo: 'a', interrupting: false });
  expect(elements['be']).toMatchObject({ interrupting: true, event: { kind: 'error' } });
  expect(elements['bc']).toMatchObject({ handler: 'undo' });
  expect(elements['undo']).toMatchObject({ forCompensation: true });
  expect(elements['es']).toMatchObject({ eventSubProcess: true, children: ['m', 'f'] });
  expect(elements['m']).toMatchObject({ interrupting: false, scope: 'es' });
});

it('reads transactions, links, terminate ends and several kinds of start', async () => {
  const { elements } = await modelOf(
    start('s'),
    start('sm', message('Open')),
    start('st', timer({ cycle: 'R/P1D' })),
    transaction('t', start('t1'), user('u'), end('c', b.cancel()), flows('t1>u>c')),
    boundary('b', 't', b.cancel()),
    throws('l1', link('A')),
    catches('l2', link('A')),
    end('e', terminate()),
    flows('s>t>l1', 'sm>t', 'st>t', 'l2>e', 'b>e'),
  );
  expect(elements['t']).toMatchObject({ kind: 'transaction' });
  expect(elements['l2']).toMatchObject({ event: { kind: 'link', name: 'A' } });
  expect(elements['e']).toMatchObject({ event: { kind: 'terminate' } });
});

it('reads the keys of messages from the standard correlation subscription', async () => {
  const { processes, defects } = await compile(
    bpmn(
      `<correlationProperty id="cp" name="orderId"><correlationPropertyRetrievalExpression messageRef="M">
         <messagePath>order.id</messagePath></correlationPropertyRetrievalExpression></correlationProperty>
       <message id="M" name="Paid"/>
       <collaboration id="c"><correlationKey id="k"><correlationPropertyRef>cp</correlationPropertyRef></correlationKey></collaboration>`,
      process(
        'P',
        start('s'),
        receive('r', { messageRef: 'M' }),
        flows('s>r'),
        `<correlationSubscription id="sub" correlationKeyRef="k"><correlationPropertyBinding id="bind" correlationPropertyRef="cp">
           <dataPath>myOrder</dataPath></correlationPropertyBinding></correlationSubscription>`,
      ),
    ),
  );
  expect(defects).toEqual([]);
  expect(processes[0]?.correlations).toEqual({ Paid: { orderId: feel('order.id') } });
  expect(processes[0]?.elements['r']?.event).toMatchObject({ correlation: { orderId: feel('myOrder') } });
});

it('warns of a join that can wait for ever and of branches that run together', async () => {
  const deadlock = await compile(
    bpmn(
      process('P', start('s'), xor('x'), task('a'), task('c'), and('j'), end('e'), flows('s>x>a[v = 1]>j>e', 'x>c*>j')),
    ),
  );
  expect(deadlock.warnings).toMatchObject([{ code: 'DEADLOCK', elementId: 'j' }]);
  const doubled = await compile(
    bpmn(process('P', start('s'), and('x'), task('a'), task('c'), xor('j'), end('e'), flows('s>x>a>j>e', 'x>c>j'))),
  );
  expect(doubled.warnings).toMatchObject([{ code: 'MISSING_SYNCHRONISATION', elementId: 'j_e' }]);
  const sound = await compile(
    bpmn(
      process(
        'P',
        start('s'),
        and('x'),
        task('a'),
        xor('k'),
        task('c'),
        task('d'),
        and('j'),
        or('o'),
        or('q'),
        end('e'),
        flows('s>x>a>k>c[v]>o>j>e', 'k>d*>o', 'x>q>j'),
      ),
    ),
  );
  expect(sound.warnings).toEqual([]);
});

it('compiles five hundred elements in less than a second', async () => {
  const steps = Array.from({ length: 250 }, (_, index) => index);
  const xml = bpmn(
    process(
      'Big',
      start('s'),
      ...steps.flatMap((index) => [user(`u${index}`, { 'ld:role': 'r', 'ld:due': 'P10D' }), xor(`g${index}`)]),
      end('e'),
      flows(
        's>u0',
        ...steps.flatMap((index) => [
          `u${index}>g${index}`,
          `g${index}>${index < 249 ? `u${index + 1}` : 'e'}[a > ${index}]`,
          `g${index}>e*`,
        ]),
      ),
    ),
  );
  // The processor's time: what else the machine does is not the compiler's.
  const began = cpuUsage();
  const { defects } = await compile(xml);
  const { user: micros } = cpuUsage(began);
  expect(micros / 1000).toBeLessThan(1000);
  expect(defects).toEqual([]);
});

it('takes the type of an expression without the prefix of its document', async () => {
  const xml = bpmn(process('P', start('s'), xor('g'), user('a'), end('e'), flows('s>g>a[x = 1]>e', 'g>e*')))
    .replaceAll(/<(\/?)(?!\?|ld:)([a-zA-Z])/g, '<$1b:$2')
    .replace('xmlns="', 'xmlns:b="');
  const { defects, processes } = await compile(xml);
  expect(defects).toEqual([]);
  expect(processes[0]?.flows['g_a']?.condition?.feel).toBe('x = 1');
});
