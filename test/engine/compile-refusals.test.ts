import { expect, it } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import * as b from '../support/bpmn.ts';

const { bpmn, call, catches, element, end, error, eventGateway, eventSub, flows, lane, link, loop, message } = b;
const { process, receive, script, service, start, sub, task, throws, timer, transaction, user, xor, and } = b;

const defectsOf = async (...parts: readonly b.Content[]) => {
  const { defects, processes } = await compile(bpmn(...parts));
  expect(processes).toEqual([]);
  return defects.map(({ code, elementId }) => [code, elementId]);
};
const P = (...parts: readonly b.Content[]) => process('P', ...parts);
/** s > x > e around one part with the id x. */
const around = (part: b.Content) => P(start('s'), part, end('e'), flows('s>x>e'));

const eventSubOf = (definition: string): string =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><process id="P"><startEvent id="s"/><userTask id="x"/><endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="x"/><sequenceFlow id="g" sourceRef="x" targetRef="e"/>${definition}</process></definitions>`;

it.each<[string, readonly b.Content[], readonly [string, string | undefined][]]>([
  ['no process', [], [['NO_PROCESS', undefined]]],
  ['a process that is not executable', [process('P', { isExecutable: false }, start('s'))], [['NOT_EXECUTABLE', 'P']]],
  [
    'a key that is none',
    [process('P-1.a', start('s')), process('_'.repeat(65), start('t'))],
    [['BAD_KEY', '_'.repeat(65)]],
  ],
  [
    'an id in Chinese',
    [P(start('开'))],
    [
      ['BAD_ID', '开'],
      ['NO_START_EVENT', 'P'],
    ],
  ],
  ['a key of Object', [process('constructor', start('s'))], [['BAD_KEY', 'constructor']]],
  ['no start', [P(user('u'))], [['NO_START_EVENT', 'P']]],
  ['two starts of a sub-process', [around(sub('x', start('t'), start('u')))], [['SEVERAL_STARTS', 'x']]],
  ['a sub-process without a start', [around(sub('x', user('u')))], [['NO_START_EVENT', 'x']]],
  ['an empty sub-process', [around(sub('x'))], [['NO_START_EVENT', 'x']]],
  [
    'a timer start in a sub-process',
    [around(sub('x', start('t', timer({ duration: 'PT1H' }))))],
    [['WRONG_START', 't']],
  ],
  ['an event sub-process without an event', [P(start('s'), eventSub('x', start('t')))], [['WRONG_START', 't']]],
  ['a conditional start of a case', [P(start('s', b.conditional('a > 1')))], [['UNSUPPORTED_ELEMENT', 's']]],
  ['an unreachable element', [P(start('s'), end('e'), user('u'), flows('s>e'))], [['UNREACHABLE', 'u']]],
  [
    'an endless loop',
    [P(start('s'), user('u'), user('v'), flows('s>u>v>u'))],
    [
      ['NEVER_ENDS', 's'],
      ['NEVER_ENDS', 'u'],
      ['NEVER_ENDS', 'v'],
    ],
  ],
  ['a gateway without a way out', [P(start('s'), xor('x'), flows('s>x'))], [['NO_WAY_OUT', 'x']]],
  [
    'two flows without condition',
    [P(start('s'), xor('x'), end('e'), end('f'), flows('s>x>e', 'x>f'))],
    [
      ['MISSING_CONDITION', 'x_e'],
      ['MISSING_CONDITION', 'x_f'],
    ],
  ],
  [
    'a flow across a border',
    [
      P(
        start('s'),
        sub('x', start('t'), user('u')),
        end('e'),
        flows('s>x>e'),
        element('sequenceFlow', { id: 'f', sourceRef: 't', targetRef: 'u' }),
        element('sequenceFlow', { id: 'g', sourceRef: 'u', targetRef: 'e' }),
      ),
    ],
    [['FLOW_CROSSES_BORDER', 'g']],
  ],
  [
    'a flow into nowhere',
    [P(start('s'), '<sequenceFlow id="f" sourceRef="s" targetRef="no"/>')],
    [
      ['UNRESOLVED_REFERENCE', 'f'],
      ['DANGLING_FLOW', 'f'],
    ],
  ],
  [
    'a flow into a start',
    [P(start('s'), user('u'), xor('x'), end('e'), flows('s>u>x>e*', 'x>s[a]'))],
    [['FLOW_INTO_START', 'x_s']],
  ],
  ['a flow from an end', [P(start('s'), end('e'), user('u'), flows('s>e>u'))], [['FLOW_FROM_END', 'e_u']]],
  [
    'another element’s default flow',
    [P(start('s'), user('u', { default: 's_u' }), end('e'), flows('s>u>e'))],
    [['WRONG_DEFAULT', 'u']],
  ],
  [
    'a boundary event on nothing',
    [
      P(
        start('s'),
        '<boundaryEvent id="b"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>',
      ),
    ],
    [['MISSING_REFERENCE', 'b']],
  ],
  [
    'a boundary event on a gateway',
    [P(start('s'), xor('x'), end('e'), b.boundary('b', 'x', error()), flows('s>x>e'))],
    [['WRONG_HOST', 'b']],
  ],
  [
    'a boundary event without a trigger',
    [P(start('s'), user('x'), end('e'), '<boundaryEvent id="b" attachedToRef="x"/>', flows('s>x>e'))],
    [['UNSUPPORTED_ELEMENT', 'b']],
  ],
  [
    'a cancel event on a plain sub-process',
    [P(start('s'), sub('x', start('t')), end('e'), b.boundary('b', 'x', b.cancel()), flows('s>x>e'))],
    [['WRONG_HOST', 'b']],
  ],
  [
    'a cancel end outside of a transaction',
    [P(start('s'), end('e', b.cancel()), flows('s>e'))],
    [['WRONG_PLACE', 'e']],
  ],
  [
    'an event gateway into a task',
    [P(start('s'), eventGateway('g'), user('u'), flows('s>g>u'))],
    [['WRONG_EVENT_TARGET', 'u']],
  ],
  ['a link without a catch', [P(start('s'), throws('t', link('A')), flows('s>t'))], [['LINK_WITHOUT_CATCH', 't']]],
  ['a link nobody throws', [P(start('s'), catches('c', link('A')))], [['UNREACHABLE', 'c']]],
  [
    'compensation of nothing',
    [P(start('s'), throws('x', b.compensate('u')), user('u'), end('e'), flows('s>u>x>e'))],
    [['NO_HANDLER', 'x']],
  ],
  [
    'a compensation event without a handler',
    [P(start('s'), user('u'), b.boundary('b', 'u', b.compensate()), flows('s>u'))],
    [['NO_HANDLER', 'b']],
  ],
  [
    'a message event without a message',
    [P(start('s'), catches('c', '<messageEventDefinition/>'), flows('s>c'))],
    [['MISSING_REFERENCE', 'c']],
  ],
  [
    'an error caught in the middle',
    [P(start('s'), catches('c', error('X')), flows('s>c'))],
    [['UNSUPPORTED_ELEMENT', 'c']],
  ],
  ['two triggers', [P(start('s', message('A'), timer({ duration: 'PT1H' })))], [['UNSUPPORTED_ELEMENT', 's']]],
  ['an ad-hoc sub-process', [around('<adHocSubProcess id="x"/>')], [['UNSUPPORTED_ELEMENT', 'x']]],
  ['a complex gateway', [around('<complexGateway id="x"/>')], [['UNSUPPORTED_ELEMENT', 'x']]],
  ['a business rule task without a decision', [around('<businessRuleTask id="x"/>')], [['MISSING_DECISION', 'x']]],
  ['an unknown element', [P(start('s'), '<robotTask id="r"/>')], [['UNKNOWN_ELEMENT', undefined]]],
  ['a foreign element among the flow nodes', [P(start('s'), '<camunda:robot/>')], [['UNKNOWN_ELEMENT', undefined]]],
  ['an unknown attribute', [P(start('s', { colour: 'red' }))], [['UNKNOWN_ATTRIBUTE', 's']]],
  ['an attribute twice', [around('<task id="x" name="b" name="c"/>')], [['DUPLICATE_ATTRIBUTE', undefined]]],
  ['an id twice', [P(start('s'), user('s'))], [['DUPLICATE_ID', 's']]],
  ['a mistyped attribute of ours', [around(user('x', { 'ld:rol': 'head' }))], [['UNKNOWN_ATTRIBUTE', 'x']]],
  [
    'an attribute of ours where it has no meaning',
    [around(user('x')), element('message', { id: 'm', 'ld:role': 'head' })],
    [['UNKNOWN_ATTRIBUTE', 'm']],
  ],
  [
    'an element of ours that is none',
    [around(user('x', '<extensionElements><ld:inptu source="a" target="b"/></extensionElements>'))],
    [['UNKNOWN_ELEMENT', 'x']],
  ],
  [
    'a flag that is neither true nor false',
    [process('P', { isExecutable: 'yes' }, start('s'))],
    [
      ['WRONG_VALUE', undefined],
      ['NOT_EXECUTABLE', 'P'],
    ],
  ],
  ['a service task that does nothing', [around('<serviceTask id="x"/>')], [['NO_ACTIVITY', 'x']]],
  ['a service task in Java', [around(service('x', { 'camunda:class': 'a.B' }))], [['UNSUPPORTED_IMPLEMENTATION', 'x']]],
  ['a script without a script', [around('<scriptTask id="x"/>')], [['MISSING_SCRIPT', 'x']]],
  [
    'a script in another language',
    [around(script('x', 'a = 1', 'y', { scriptFormat: 'groovy' }))],
    [['UNSUPPORTED_SCRIPT', 'x']],
  ],
  ['a send task that sends nothing', [around('<sendTask id="x"/>')], [['MISSING_REFERENCE', 'x']]],
  ['a receive task without a message', [around(receive('x'))], [['MISSING_REFERENCE', 'x']]],
  ['a call of nothing', [around('<callActivity id="x"/>')], [['MISSING_REFERENCE', 'x']]],
  ['a loop without end', [around(user('x', loop({})))], [['ENDLESS_LOOP', 'x']]],
  ['many instances of nothing', [around(user('x', b.multi({})))], [['NO_COLLECTION', 'x']]],
  [
    'a wrong condition',
    [P(start('s'), xor('x'), end('e'), end('f'), flows('s>x>e[a == 1]', 'x>f*'))],
    [['EXPRESSION', 'x_e']],
  ],
  [
    'an empty condition',
    [P(start('s'), xor('x'), end('e'), end('f'), flows('s>x>e[]', 'x>f*'))],
    [
      ['MISSING_CONDITION', 'x_e'],
      ['MISSING_CONDITION', 'x_e'],
    ],
  ],
  [
    'a condition in Java',
    [P(start('s'), xor('x'), end('e'), end('f'), flows('s>x>e[${bean.ok(1)}]', 'x>f*'))],
    [['UNTRANSLATABLE', 'x_e']],
  ],
])('%s is refused', async (_, parts, expected) => {
  const found = await defectsOf(...parts);
  expect(found).toEqual(expect.arrayContaining(expected as [string, string | undefined][]));
  expect(new Set(found.map(([code]) => code))).toEqual(new Set(expected.map(([code]) => code)));
});

it('tells everything at once, each with the element and a sentence', async () => {
  const { defects } = await compile(
    bpmn(
      P(
        start('s'),
        user('u', { 'ld:due': 'x' }),
        service('v'),
        task('w'),
        and('g'),
        flows('s>u>v>w>g'),
        lane('l', '=', []),
      ),
    ),
  );
  expect(defects.map(({ elementId }) => elementId)).toEqual(expect.arrayContaining(['u', 'v', 'g', 'l']));
  for (const { message: sentence } of defects) expect(sentence).toMatch(/[\u4e00-\u9fff]/);
});

it('knows what the server knows', async () => {
  const document = bpmn(
    around(
      user('x', { 'ld:period': 'P99', 'ld:ladder': 'L9', 'ld:form': 'none', 'ld:role': 'nobody', 'ld:agency': 'moon' }),
    ),
    process(
      'Q',
      start('t'),
      call('c', 'Elsewhere'),
      call('d', 'P'),
      service('f', { 'ld:activity': 'telegraph' }),
      flows('t>c>d>f'),
    ),
  );
  const none = new Set<string>();
  const { defects, warnings } = await compile(document, {
    knownPeriods: none,
    knownLadders: none,
    knownForms: none,
    knownRoles: none,
    knownAgencies: none,
    knownDefinitions: none,
    knownActivities: new Set(['http']),
  });
  expect(defects.map(({ code }) => code).toSorted()).toEqual(['UNKNOWN_FORM', 'UNKNOWN_LADDER', 'UNKNOWN_PERIOD']);
  expect(warnings.map(({ code, elementId }) => [code, elementId])).toEqual([
    ['UNKNOWN_ROLE', 'x'],
    ['UNKNOWN_AGENCY', 'x'],
    ['UNKNOWN_DEFINITION', 'c'],
    ['UNKNOWN_ACTIVITY', 'f'],
  ]);
});

it('lets a transaction be cancelled and an event sub-process end what never ends by itself', async () => {
  const { defects } = await compile(
    bpmn(
      P(
        start('s'),
        transaction('x', start('t'), user('u'), end('c', b.cancel()), flows('t>u>c')),
        b.boundary('b', 'x', b.cancel()),
        user('v'),
        eventSub('stop', start('m', message('Stop')), end('f'), flows('m>f')),
        flows('s>x>v>x', 'b>v'),
      ),
    ),
  );
  expect(defects).toEqual([]);
});

it('a model of Camunda’s family that would not wait for compensation waits, as it did there, and is told so', async () => {
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><process id="P"><startEvent id="s"/><intermediateThrowEvent id="x"><compensateEventDefinition waitForCompletion="false"/></intermediateThrowEvent><endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="x"/><sequenceFlow id="g" sourceRef="x" targetRef="e"/></process></definitions>`;
  const { defects, warnings } = await compile(xml);
  expect(defects).toEqual([]);
  expect(warnings.map(({ code, elementId }) => [code, elementId])).toEqual([['UNSUPPORTED_ATTRIBUTE', 'x']]);
});

it('nobody can undo a whole process: its event sub-process may not begin with compensation', async () => {
  const sub =
    '<subProcess id="v" triggeredByEvent="true"><startEvent id="vs"><compensateEventDefinition/></startEvent><endEvent id="ve"/><sequenceFlow id="vf" sourceRef="vs" targetRef="ve"/></subProcess>';
  const { defects } = await compile(eventSubOf(sub));
  expect(defects.map(({ code, elementId }) => [code, elementId])).toEqual([['WRONG_PLACE', 'vs']]);
});
