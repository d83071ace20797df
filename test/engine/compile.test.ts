import { cpuUsage } from 'node:process';
import { expect, it } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import type { Element, ProcessModel } from '../../engine/model.ts';
import * as b from '../support/bpmn.ts';
const { and, boundary, bpmn, catches, end, error, escalation, eventSub, flows, link } = b;
const { message, or, process, receive, start, task } = b;
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
