import { expect, it } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import * as b from '../support/bpmn.ts';
const { bpmn, catches, end, flows } = b;
const { process, start, timer, user } = b;
const P = (...parts: readonly b.Content[]) => process('P', ...parts);
/** s > x > e around one part with the id x. */
const around = (part: b.Content) => P(start('s'), part, end('e'), flows('s>x>e'));

const eventSubOf = (definition: string): string =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><process id="P"><startEvent id="s"/><userTask id="x"/><endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="x"/><sequenceFlow id="g" sourceRef="x" targetRef="e"/>${definition}</process></definitions>`;

it.each([
  ['due', { 'ld:due': '10D' }],
  ['due', { 'ld:due': 'P1.5D' }],
  ['due', { 'ld:due': '-P1D' }],
  ['due', { 'ld:due': 'P0D' }],
  ['due', { 'ld:due': 'P1M', 'ld:counting': 'working' }],
  ['counting', { 'ld:due': 'P1D', 'ld:counting': 'workdays' }],
  ['roll', { 'ld:due': 'P1D', 'ld:roll': 'next' }],
  ['clock', { 'ld:due': 'P1D', 'ld:clock': 'hard' }],
  ['counting', { 'ld:counting': 'working' }],
  ['from', { 'ld:from': 'case-start' }],
  ['due', { 'ld:due': 'P1D', 'ld:period': 'P01' }],
  ['sign', { 'ld:sign': 'most', 'ld:signers': '["a"]' }],
  ['signers', { 'ld:sign': 'all' }],
  ['signers', { 'ld:signers': '["a"]' }],
  ['ratio', { 'ld:sign': 'ratio', 'ld:signers': '["a"]' }],
  ['ratio', { 'ld:sign': 'ratio', 'ld:signers': '["a"]', 'ld:ratio': '1.5' }],
  ['veto', { 'ld:veto': 'true' }],
  ['returnable', { 'ld:returnable': 'no' }],
  ['records', { 'ld:records': 'findings' }],
  ['input', { 'ld:input': '1a=b' }],
])('ld:%s is refused in %j', async (name, attributes) => {
  const { defects } = await compile(bpmn(around(user('x', attributes))));
  expect(defects).toMatchObject([{ elementId: 'x', path: `ld:${name}` }]);
});

it.each([
  ['duration', 'PT1H30'],
  ['duration', 'P1D junk'],
  ['duration', '-PT1H'],
  ['duration', '1 day'],
  ['date', '2026-02-30'],
  ['date', 'tomorrow at noon'],
  ['cycle', 'R3/10H'],
  ['cycle', '0 0/5 * * * ?'],
  ['cycle', 'PT1H'],
] as const)('a timer with the %s "%s" is refused', async (kind, text) => {
  const { defects } = await compile(bpmn(around(catches('x', timer({ [kind]: text })))));
  expect(defects).toMatchObject([{ code: 'BAD_TIMER', elementId: 'x' }]);
});

it.each([
  ['duration', 'P3DT2H'],
  ['duration', '=wait'],
  ['duration', 'wait'],
  ['duration', '${wait}'],
  ['duration', 'duration("PT" + string(hours) + "H")'],
  ['date', '2026-02-17'],
  ['date', '2026-02-17T09:00:00+08:00'],
  ['date', 'date(day)'],
  ['cycle', 'R3/PT10H'],
  ['cycle', 'R/2026-01-01T00:00:00Z/P1M'],
  ['cycle', '="R3/" + pause'],
] as const)('a timer with the %s "%s" is accepted', async (kind, text) => {
  const { defects } = await compile(bpmn(around(catches('x', timer({ [kind]: text })))));
  expect(defects).toEqual([]);
});

it.each([
  ['userTask', 'startQuantity="2"', ''],
  ['userTask', 'completionQuantity="2"', ''],
  ['subProcess', 'startQuantity="3"', '<startEvent id="is"/>'],
  ['eventBasedGateway', 'eventGatewayType="Parallel"', ''],
  ['eventBasedGateway', 'instantiate="true"', ''],
  ['receiveTask', 'instantiate="true" messageRef="M"', ''],
  [
    'userTask',
    '',
    '<multiInstanceLoopCharacteristics behavior="None"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>',
  ],
  ['intermediateThrowEvent', '', '<compensateEventDefinition waitForCompletion="false"/>'],
])('%s %s %s is refused, never passed over', async (tag, attributes, content) => {
  const next =
    tag === 'eventBasedGateway'
      ? '<intermediateCatchEvent id="c"><messageEventDefinition messageRef="M"/></intermediateCatchEvent>'
      : '<userTask id="c"/>';
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><message id="M" name="m"/><process id="P"><startEvent id="s"/><${tag} id="x" ${attributes}>${content}</${tag}>${next}<endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="x"/><sequenceFlow id="g" sourceRef="x" targetRef="c"/><sequenceFlow id="h" sourceRef="c" targetRef="e"/></process></definitions>`;
  const { defects } = await compile(xml);
  expect(defects.map(({ code, elementId }) => [code, elementId])).toEqual([['UNSUPPORTED_ATTRIBUTE', 'x']]);
});

it.each(['conditional', 'error', 'escalation', 'compensate'])(
  'a process cannot begin with a %s event, and is told where it could stand',
  async (kind) => {
    const inner = kind === 'conditional' ? '<condition xsi:type="tFormalExpression">true</condition>' : '';
    const start = `<startEvent id="s2"><${kind}EventDefinition>${inner}</${kind}EventDefinition></startEvent><sequenceFlow id="h" sourceRef="s2" targetRef="e"/>`;
    const { defects } = await compile(eventSubOf(start));
    expect(defects).toEqual([
      expect.objectContaining({
        code: 'UNSUPPORTED_ELEMENT',
        elementId: 's2',
        message: expect.stringContaining('事件子流程') as string,
      }),
    ]);
  },
);
