import { othersTries, type OthersCase } from './others-cases.ts';
import {
  camunda7,
  camunda8,
  paths,
  begin,
  end,
  ends,
  people,
  gateways,
  sub,
  boundary,
  catches,
  throws,
  endsWith,
  every,
  escalation,
  signal,
  roots,
} from './others.ts';

const parameters = (inner: string): string =>
  `<extensionElements><camunda:inputOutput>${inner}</camunda:inputOutput></extensionElements>`;

const cases: readonly OthersCase[] = [
  [
    'camunda 8: a cycle by the function of that name',
    camunda8(
      begin +
        people('a r') +
        boundary('b', 'a', every('=cycle(2, duration("PT1H"))'), false) +
        ends('e', 'e2') +
        paths('s>a>e; b>r>e2'),
    ),
    '→ a; +PT1H → a r; +PT1H → a r r; +PT5H → a r r',
  ],
  [
    'camunda 8: the code of an error that is thrown is an expression',
    camunda8(
      begin +
        sub(
          'P',
          '<startEvent id="i"/>' +
            people('a') +
            endsWith('o', '<errorEventDefinition errorRef="EX"/>') +
            paths('i>a>o'),
        ) +
        boundary('b', 'P', '<errorEventDefinition errorRef="EY"/>') +
        people('h') +
        ends('e', 'e2') +
        paths('s>P>e; b>h>e2'),
      '<error id="EX" errorCode="=reason"/><error id="EY" errorCode="late"/>',
    ),
    '→ a; a {"reason":"late"} → h; h → completed',
  ],
  [
    'camunda 7: the code of an error is a variable of whoever catches it',
    camunda7(
      begin +
        sub(
          'P',
          '<startEvent id="i"/>' +
            people('a') +
            endsWith('o', '<errorEventDefinition errorRef="E1"/>') +
            paths('i>a>o'),
        ) +
        boundary('b', 'P', '<errorEventDefinition camunda:errorCodeVariable="caught"/>') +
        people('h') +
        ends('e', 'e2') +
        paths('s>P>e; b>h>e2'),
      roots,
    ),
    '→ a; a → h; ? {"caught":"e1"}',
  ],
  [
    'camunda 7: the code of an escalation is a variable of whoever catches it',
    camunda7(
      begin +
        sub('P', '<startEvent id="i"/>' + throws('t', escalation('X2')) + people('a') + ends('o') + paths('i>t>a>o')) +
        boundary('b', 'P', '<escalationEventDefinition camunda:escalationCodeVariable="caught"/>', false) +
        people('h') +
        ends('e', 'e2') +
        paths('s>P>e; b>h>e2'),
      roots,
    ),
    '→ a h; ? {"caught":"x2"}',
  ],
  [
    'camunda 7: a signal carries what its definition passes',
    camunda7(
      begin +
        gateways('parallel', 'f') +
        people('a z') +
        throws(
          't',
          '<signalEventDefinition signalRef="S"><extensionElements><camunda:in source="x" target="y"/><camunda:in sourceExpression="${x + 1}" target="w"/></extensionElements></signalEventDefinition>',
        ) +
        catches('c', signal()) +
        ends('e', 'e2') +
        paths('s>f; f>c>z>e; f>a>t>e2'),
      roots,
    ),
    '→ a; a → z; ? {"y":7,"w":8}; z → completed',
    { x: 7 },
  ],
  [
    'camunda 7: lists, maps and scripts as parameters',
    camunda7(
      begin +
        people(
          'a',
          parameters(
            '<camunda:inputParameter name="l"><camunda:list><camunda:value>x</camunda:value><camunda:value>${first}</camunda:value></camunda:list></camunda:inputParameter>' +
              '<camunda:inputParameter name="m"><camunda:map><camunda:entry key="k">${first}</camunda:entry></camunda:map></camunda:inputParameter>' +
              '<camunda:inputParameter name="n"><camunda:script scriptFormat="feel">1 + 1</camunda:script></camunda:inputParameter>' +
              '<camunda:outputParameter name="took">${m.k}</camunda:outputParameter><camunda:outputParameter name="list">${l}</camunda:outputParameter><camunda:outputParameter name="two">${n}</camunda:outputParameter>',
          ),
        ) +
        people('z') +
        end +
        paths('s>a>z>e'),
    ),
    '→ a; a → z; ? {"took":"F","list":["x","F"],"two":2}',
    { first: 'F' },
  ],
  [
    'camunda 7: what contains something, a list or a text',
    camunda7(
      begin +
        gateways('exclusive', 'g', ' default="F_1_0_g_b"') +
        people('a b') +
        ends('e', 'e2') +
        '<sequenceFlow id="F_1_0_g_b" sourceRef="g" targetRef="b"/>' +
        paths("s>g; g>a [list.contains('p') && text.contains('p')]; a>e; b>e2", true),
    ),
    '→ a',
    { list: ['p'], text: 'apt' },
  ],
];

export const writingOfOthers = othersTries('writing in other people’s documents', cases);
