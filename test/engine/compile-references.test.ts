import { expect, it } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import { importDocument } from '../../engine/compile/import.ts';
import type { Element } from '../../engine/model.ts';

const camunda = 'xmlns:camunda="http://camunda.org/schema/1.0/bpmn"';
const zeebe = 'xmlns:zeebe="http://camunda.org/schema/zeebe/1.0"';
const plain = '';

/** A document as other engines' users write it: start, x, end, whatever else is given; root elements before it. */
const around = (vendor: string, x: string, { roots = '', more = '', after = '' } = {}): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ${vendor} xmlns:tns="urn:t.1" targetNamespace="urn:t.1">${roots}
  <process id="P" isExecutable="true"><startEvent id="s"/>${x}<endEvent id="e"/>
  <sequenceFlow id="f1" sourceRef="s" targetRef="x"/><sequenceFlow id="f2" sourceRef="x" targetRef="e"/>${more}</process>${after}
</definitions>`;

const codes = (all: readonly { readonly code: string }[]): readonly string[] => all.map(({ code }) => code);

/** The element of this id, as it is and as it is after the document was converted and read again. */
async function bothWays(xml: string, id: string, warned: readonly string[]): Promise<Element> {
  const { processes, defects, warnings } = await compile(xml);
  expect(defects).toEqual([]);
  expect(codes(warnings)).toEqual(expect.arrayContaining([...warned]));
  const { document } = await importDocument(xml, {});
  const again = await compile(document ?? '');
  expect(again.defects).toEqual([]);
  expect(again.processes[0]?.elements[id]).toEqual(processes[0]?.elements[id]);
  return processes[0]?.elements[id] as Element;
}

const thrown = (ref: string): string =>
  `<subProcess id="x"><startEvent id="i"/><endEvent id="o"><errorEventDefinition errorRef="${ref}"/></endEvent><sequenceFlow id="if" sourceRef="i" targetRef="o"/></subProcess>`;
const caught = (ref: string): string =>
  `<boundaryEvent id="b" attachedToRef="x"><errorEventDefinition errorRef="${ref}"/></boundaryEvent><endEvent id="e2"/><sequenceFlow id="f3" sourceRef="b" targetRef="e2"/>`;

it('an error that a Camunda document declares nowhere is its code, and gets its declaration in the converted one', async () => {
  const xml = around(camunda, thrown('MyError'), { more: caught('MyError') });
  expect(await bothWays(xml, 'b', ['UNDECLARED_ERROR'])).toMatchObject({ event: { kind: 'error', code: 'MyError' } });
  expect(await bothWays(xml, 'o', ['UNDECLARED_ERROR'])).toMatchObject({ event: { kind: 'error', code: 'MyError' } });
});

it('the same in a document of no engine is a dangling reference', async () => {
  const { defects } = await compile(around(plain, thrown('MyError'), { more: caught('MyError') }));
  expect(codes(defects)).toEqual(['UNRESOLVED_REFERENCE', 'UNRESOLVED_REFERENCE']);
});

it('a receive task without a message waits, in Camunda’s family, for a message of its own name', async () => {
  expect(await bothWays(around(camunda, '<receiveTask id="x"/>'), 'x', ['IMPLIED_MESSAGE'])).toMatchObject({
    event: { kind: 'message', name: { constant: 'x' } },
  });
  expect(codes((await compile(around(plain, '<receiveTask id="x"/>'))).defects)).not.toEqual([]);
});

it('a reference may be a qualified name of the document itself', async () => {
  const xml = around(plain, '<receiveTask id="x" messageRef="tns:M"/>', {
    roots: '<message id="M" name="paid"/>',
    after: '<collaboration id="C"><participant id="p" processRef="tns:P"/></collaboration>',
  });
  expect(await bothWays(xml, 'x', [])).toMatchObject({ event: { kind: 'message', name: { constant: 'paid' } } });
});

it.each([
  ['a shape of nothing', '', '<bpmndi:BPMNShape id="d" bpmnElement="gone"/>', 'bpmnElement'],
  ['an incoming flow that is not there', '<userTask id="y"><incoming>gone</incoming></userTask>', '', 'incoming'],
])('%s is told and changes nothing', async (_, more, shape, path) => {
  const after = `<bpmndi:BPMNDiagram xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" id="D"><bpmndi:BPMNPlane id="L" bpmnElement="P">${shape}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;
  const flows = more && '<sequenceFlow id="f4" sourceRef="s" targetRef="y"/>';
  const { defects, warnings } = await compile(around(plain, '<userTask id="x"/>', { more: more + flows, after }));
  expect(defects).toEqual([]);
  expect(warnings).toEqual(
    expect.arrayContaining([expect.objectContaining({ code: 'UNRESOLVED_REFERENCE', path }) as unknown]),
  );
});

it('Camunda 8 writes into one object by paths; what comes out joins the object that is there', async () => {
  const way = (tag: string, ...pairs: readonly [string, string][]) =>
    pairs.map(([source, target]) => `<zeebe:${tag} source="${source}" target="${target}"/>`).join('');
  const x = `<userTask id="x"><extensionElements><zeebe:ioMapping>${way('input', ['=a', 'auth.type'], ['=b', 'auth.user.name'], ['=c', 'plain'])}${way('output', ['=r', 'result.first'])}</zeebe:ioMapping></extensionElements></userTask>`;
  const element = await bothWays(around(zeebe, x), 'x', []);
  expect(element.input).toEqual([
    { source: { feel: 'c' }, target: 'plain' },
    { source: { feel: '{"type": (a), "user": {"name": (b)}}' }, target: 'auth' },
  ]);
  expect(element.output).toEqual([
    { source: { feel: 'context merge([if result = null then {} else result, {"first": (r)}])' }, target: 'result' },
  ]);
});

it.each([
  ['groovy', 'UNSUPPORTED_SCRIPT'],
  ['http://www.java.com/java', 'UNSUPPORTED_SCRIPT'],
])('a condition in %s is refused', async (language, code) => {
  const more = `<exclusiveGateway id="g" default="f5"/><userTask id="y"/><sequenceFlow id="f4" sourceRef="s" targetRef="g"/><sequenceFlow id="f5" sourceRef="g" targetRef="y"/><sequenceFlow id="f6" sourceRef="g" targetRef="e"><conditionExpression xsi:type="tFormalExpression" language="${language}">a == 1</conditionExpression></sequenceFlow>`;
  const { defects } = await compile(around(camunda, '<userTask id="x"/>', { more }));
  expect(defects).toEqual([expect.objectContaining({ code, elementId: 'f6' })]);
});

it('an expression that sets a variable does so', async () => {
  const x = `<serviceTask id="x" camunda:expression="\${execution.setVariable('n', n + 1)}"/>`;
  expect(await bothWays(around(camunda, x), 'x', [])).toMatchObject({
    script: { expression: { feel: 'n + 1' }, resultVariable: 'n' },
  });
});

it('a cron cycle is refused with what to write instead', async () => {
  const x = '<userTask id="x"/>';
  const more =
    '<boundaryEvent id="b" attachedToRef="x" cancelActivity="false"><timerEventDefinition><timeCycle>0 0 9 * * ?</timeCycle></timerEventDefinition></boundaryEvent><sequenceFlow id="f3" sourceRef="b" targetRef="e"/>';
  const { defects } = await compile(around(camunda, x, { more }));
  expect(defects).toEqual([
    expect.objectContaining({ code: 'BAD_TIMER', elementId: 'b', message: expect.stringContaining('cron') as string }),
  ]);
});

it('flows without ids get the same free ones whenever the document is read, and are drawn', async () => {
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:flowable="http://flowable.org/bpmn" targetNamespace="Examples">
  <process id="P"><startEvent id="s"/><sequenceFlow sourceRef="s" targetRef="flow_2"/>
  <userTask id="flow_2"/><sequenceFlow sourceRef="flow_2" targetRef="e"/><endEvent id="e"/>
  <textAnnotation><text>说明</text></textAnnotation></process></definitions>`;
  const { processes, defects } = await compile(xml);
  expect(defects).toEqual([]);
  expect(Object.keys(processes[0]?.flows ?? {})).toEqual(['flow_1', 'flow_3']);
  const { document } = await importDocument(xml, {});
  const again = await compile(document ?? '');
  expect(again.defects).toEqual([]);
  expect(again.processes[0]?.flows).toEqual(processes[0]?.flows);
  expect(document).toContain('bpmnElement="flow_3"');
});

it('an event sub-process without an id works all the same', async () => {
  const more =
    '<subProcess triggeredByEvent="true"><startEvent id="vs"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></startEvent><endEvent id="ve"/><sequenceFlow sourceRef="vs" targetRef="ve"/></subProcess>';
  const xml = around(plain, '<userTask id="x"/>', { more });
  expect(await bothWays(xml, 'vs', [])).toMatchObject({ scope: 'SubProcess_1', interrupting: true });
});

it('a duration where a date should be is a duration', async () => {
  const more =
    '<boundaryEvent id="b" attachedToRef="x"><timerEventDefinition><timeDate>PT10M</timeDate></timerEventDefinition></boundaryEvent><sequenceFlow id="f3" sourceRef="b" targetRef="e"/>';
  const xml = around(camunda, '<userTask id="x"/>', { more });
  expect(await bothWays(xml, 'b', ['DURATION_AS_DATE'])).toMatchObject({
    event: { kind: 'timer', duration: { constant: 'PT10M' } },
  });
});
