import { othersTries, type OthersCase } from './others-cases.ts';
import {
  camunda7,
  camunda8,
  flowable,
  byHand,
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
  message,
  many,
  count,
  zeebeMany,
  roots,
} from './others.ts';

const cases: readonly OthersCase[] = [
  [
    'inclusive join in loop',
    byHand(
      begin +
        gateways('inclusive', 'f', '') +
        gateways('inclusive', 'j') +
        gateways('exclusive', 'g', ' default="ex"') +
        people('a b c') +
        gateways('exclusive', 'm') +
        end +
        '<sequenceFlow id="ex" sourceRef="g" targetRef="e"/>' +
        paths('s>m>f; f>a [true]; f>b [n > 1]; a>j; b>j; j>c>g; g>m [again]'),
      roots,
    ),
    '→ a b; a → b; b → c; c {"again":true} → a b; b → a; a → c; c {"again":false} → completed',
    { n: 2 },
  ],
  [
    'inclusive: none true and no default is an incident',
    byHand(
      begin +
        gateways('inclusive', 'f') +
        people('a b') +
        ends('e1', 'e2') +
        paths('s>f; f>a [x > 1]; f>b [x > 2]; a>e1; b>e2'),
      roots,
    ),
    '→ !NO_FLOW',
    { x: 0 },
  ],
  [
    'inclusive join waits for sub-process branch with nested loop',
    byHand(
      begin +
        gateways('inclusive', 'f') +
        gateways('inclusive', 'j') +
        sub(
          'P',
          '<startEvent id="i"/>' +
            people('p') +
            gateways('exclusive', 'q', ' default="qo"') +
            ends('o') +
            '<sequenceFlow id="qo" sourceRef="q" targetRef="o"/>' +
            paths('i>p>q; q>p [more]'),
        ) +
        people('a c') +
        end +
        paths('s>f; f>a [true]; f>P [true]; a>j; P>j; j>c>e'),
      roots,
    ),
    '→ a p; a → p; p {"more":true} → p; p {"more":false} → c',
  ],
  [
    'two inclusive joins one behind the other',
    byHand(
      begin +
        gateways('parallel', 'f') +
        gateways('inclusive', 'j k') +
        people('a b c d') +
        end +
        paths('s>f>a>j; f>b>j; j>d>k; f>c>k; k>e'),
      roots,
    ),
    '→ a b c; c → a b; a → b; b → d; d → completed',
  ],
  [
    'one message goes to one waiting instance',
    byHand(
      begin +
        sub(
          'P',
          many(count('2')) +
            '<startEvent id="i"/>' +
            catches('c', message()) +
            people('a') +
            ends('o') +
            paths('i>c>a>o'),
        ) +
        people('z') +
        end +
        paths('s>P>z>e'),
      roots,
    ),
    '→ running; !go → a; !go → a a; a → a; a → z',
  ],
  [
    'a receive task many times',
    byHand(
      begin +
        '<receiveTask id="r" messageRef="M">' +
        many(count('2')) +
        '</receiveTask>' +
        people('z') +
        end +
        paths('s>r>z>e'),
      roots,
    ),
    '→ running; !go → running; !go → z',
  ],
  [
    'camunda 8: results of a sequential repetition',
    byHand(
      begin +
        people(
          'a',
          zeebeMany(
            'inputCollection="=items" inputElement="item" outputCollection="results" outputElement="=score"',
            true,
          ),
        ) +
        people('z') +
        end +
        paths('s>a>z>e'),
    ),
    '→ a; a {"score":1} → a; a {"score":2} → z; ? {"results":[1,2]}',
    { items: ['x', 'y'] },
  ],
  [
    'camunda 8: results stand in the order of the collection',
    byHand(
      begin +
        people(
          'a',
          zeebeMany(
            'inputCollection="=items" inputElement="item" outputCollection="results" outputElement="=item + score"',
          ),
        ) +
        people('z') +
        end +
        paths('s>a>z>e'),
    ),
    '→ a a a; a#3 {"score":3} → a a; a#1 {"score":1} → a; a {"score":2} → z; ? {"results":[11,22,33]}',
    { items: [10, 20, 30] },
  ],
  [
    'an empty collection goes on',
    camunda7(
      begin +
        `<userTask id="a"><multiInstanceLoopCharacteristics camunda:collection="list" camunda:elementVariable="x"/></userTask>` +
        people('z') +
        end +
        paths('s>a>z>e'),
    ),
    '→ z',
    { list: [] },
  ],
  [
    'no collection at all is an incident',
    camunda7(
      begin +
        `<userTask id="a"><multiInstanceLoopCharacteristics camunda:collection="\${list}" camunda:elementVariable="x"/></userTask>` +
        people('z') +
        end +
        paths('s>a>z>e'),
    ),
    '→ !NO_COLLECTION',
  ],
  [
    'camunda 7: completion condition in JUEL',
    camunda7(
      begin +
        `<userTask id="a" camunda:assignee="\${who}"><multiInstanceLoopCharacteristics camunda:collection="list" camunda:elementVariable="who"><completionCondition xsi:type="tFormalExpression">\${nrOfCompletedInstances/nrOfInstances >= 0.5}</completionCondition></multiInstanceLoopCharacteristics></userTask>` +
        people('z') +
        end +
        paths('s>a>z>e'),
    ),
    '→ a a a a; a → a a a; a → z',
    { list: ['insp.office', 'audit.head', 'fin.head', 'unit1.head'] },
  ],
  [
    'boundary on MI activity non-interrupting message',
    byHand(
      begin +
        people('a', many(count('2'))) +
        boundary('b', 'a', message(), false) +
        people('h z') +
        ends('e', 'e2') +
        paths('s>a>z>e; b>h>e2'),
      roots,
    ),
    '→ a a; !go → a a h; a → a h; a → h z',
  ],
  [
    'standard loop on sub-process with local',
    byHand(
      begin +
        sub(
          'P',
          '<standardLoopCharacteristics testBefore="false" loopMaximum="3"><loopCondition xsi:type="tFormalExpression">loopCounter &lt; 2</loopCondition></standardLoopCharacteristics><startEvent id="i"/>' +
            people('a') +
            ends('o') +
            paths('i>a>o'),
        ) +
        people('z') +
        end +
        paths('s>P>z>e'),
      roots,
    ),
    '→ a; a → a; a → z',
  ],
  [
    'terminate in sub ends the sub alone',
    byHand(
      begin +
        sub(
          'P',
          '<startEvent id="i"/>' +
            gateways('parallel', 'f') +
            people('a b') +
            endsWith('o', '<terminateEventDefinition/>') +
            ends('o2') +
            paths('i>f>a>o; f>b>o2'),
        ) +
        people('z') +
        end +
        paths('s>P>z>e'),
      roots,
    ),
    '→ a b; a → z',
  ],
  [
    'message start plus none start',
    byHand(
      '<startEvent id="s"/><startEvent id="ms">' +
        message() +
        '</startEvent>' +
        people('a b') +
        ends('e', 'e2') +
        paths('s>a>e; ms>b>e2'),
      roots,
    ),
    '→ a',
  ],
  [
    'a message start event asked for by name',
    byHand(
      '<startEvent id="s"/><startEvent id="ms">' +
        message() +
        '</startEvent>' +
        people('a b') +
        ends('e', 'e2') +
        paths('s>a>e; ms>b>e2'),
      roots,
    ),
    '→ b',
    {},
    { startEvent: 'ms' },
  ],
  [
    'sub-process local scope does not leak',
    byHand(
      begin +
        sub(
          'P',
          '<extensionElements><ld:input source="1" target="x"/></extensionElements><startEvent id="i"/>' +
            people('a') +
            ends('o') +
            paths('i>a>o'),
        ) +
        people('z') +
        end +
        paths('s>P>z>e'),
      roots,
    ),
    '→ a; a {"x":5,"y":6} → z; ? {"x":100,"y":6}',
    { x: 100 },
  ],
  [
    'output mapping only',
    byHand(
      begin +
        sub(
          'P',
          '<extensionElements><ld:input source="1" target="x"/><ld:output source="x + 1" target="total"/></extensionElements><startEvent id="i"/>' +
            people('a') +
            ends('o') +
            paths('i>a>o'),
        ) +
        people('z') +
        end +
        paths('s>P>z>e'),
      roots,
    ),
    '→ a; a {"x":5} → z; ? {"total":6}',
  ],
  [
    'camunda 8: mappings of a step',
    camunda8(
      begin +
        people(
          'a',
          '<extensionElements><zeebe:ioMapping><zeebe:input source="=amount * 2" target="double"/><zeebe:output source="=double + 1" target="res"/></zeebe:ioMapping></extensionElements>',
        ) +
        people('z') +
        end +
        paths('s>a>z>e'),
    ),
    '→ a; a → z; ? {"res":9}',
    { amount: 4 },
  ],
  [
    'camunda 8: conditions in FEEL',
    camunda8(
      begin +
        gateways('exclusive', 'g', ' default="gd"') +
        people('a b') +
        ends('e', 'e2') +
        '<sequenceFlow id="gd" sourceRef="g" targetRef="b"/>' +
        paths('s>g; g>a [=amount > 100 and status = "new"]; a>e; b>e2'),
    ),
    '→ a',
    { amount: 200, status: 'new' },
  ],
  [
    'flowable: a condition in CDATA',
    flowable(
      begin +
        gateways('exclusive', 'g', ' default="gd"') +
        people('a b') +
        ends('e', 'e2') +
        '<sequenceFlow id="gd" sourceRef="g" targetRef="b"/>' +
        paths('s>g; g>a [amount >= 100 && !empty name]; a>e; b>e2', true),
    ),
    '→ a',
    { amount: 200, name: 'x' },
  ],
  [
    'task with two outgoing flows forks',
    flowable(begin + people('a b c') + ends('e', 'e2') + paths('s>a; a>b>e; a>c>e2')),
    '→ a; a → b c',
  ],
  [
    'conditional flow and default from a task',
    flowable(
      begin +
        `<userTask id="a" default="d1"/>` +
        people('b c') +
        ends('e', 'e2') +
        '<sequenceFlow id="d1" sourceRef="a" targetRef="c"/>' +
        paths('s>a; a>b [ok]; b>e; c>e2', true),
    ),
    '→ a; a {"ok":false} → c',
  ],
  [
    'exclusive gateway without conditions one out',
    flowable(begin + gateways('exclusive', 'g') + people('a') + end + paths('s>g>a>e')),
    '→ a',
  ],
  [
    'of several none start events the first begins',
    flowable('<startEvent id="s"/><startEvent id="s2"/>' + people('a b') + ends('e', 'e2') + paths('s>a>e; s2>b>e2')),
    '→ a',
  ],
  [
    'implicit end in sub-process',
    byHand(begin + sub('P', '<startEvent id="i"/>' + people('a') + paths('i>a')) + people('z') + paths('s>P>z'), roots),
    '→ a; a → z; z → completed',
  ],
  [
    'camunda 7: a script in FEEL',
    camunda7(
      begin +
        `<scriptTask id="t" scriptFormat="feel" camunda:resultVariable="r"><script>a + 1</script></scriptTask>` +
        people('z') +
        end +
        paths('s>t>z>e'),
    ),
    '→ z; ? {"r":2}',
    { a: 1 },
  ],
  [
    'manual tasks are passed',
    flowable(begin + '<manualTask id="m"/><task id="t"/>' + people('z') + end + paths('s>m>t>z>e')),
    '→ z',
  ],
  [
    'an intermediate throw event of nothing is passed',
    byHand(begin + throws('t') + people('z') + end + paths('s>t>z>e')),
    '→ z',
  ],
  [
    'parallel join with unbalanced tokens',
    byHand(begin + gateways('parallel', 'f j') + people('a b z') + end + paths('s>f>a>j; f>b>j; j>z>e')),
    '→ a b; a → b; b → z',
  ],
  [
    'throw message to own waiting branch',
    byHand(
      begin +
        gateways('parallel', 'f') +
        people('a b') +
        throws('t', message()) +
        catches('c', message()) +
        ends('e1', 'e2') +
        paths('s>f>a>t>e1; f>c>b>e2'),
      roots,
    ),
    '→ a; a → b',
  ],
  [
    'the same message inside and at the border',
    byHand(
      begin +
        sub('P', '<startEvent id="i"/>' + catches('c', message()) + people('a') + ends('o') + paths('i>c>a>o')) +
        boundary('b', 'P', message()) +
        people('z y') +
        ends('e', 'e2') +
        paths('s>P>z>e; b>y>e2'),
      roots,
    ),
    '→ running; !go → y',
  ],
  [
    'two inclusive joins waiting for each other',
    byHand(
      begin +
        gateways('parallel', 'f') +
        gateways('inclusive', 'j k') +
        gateways('exclusive', 'x y') +
        people('a b c d') +
        ends('e', 'e2') +
        paths('s>f>a>j; f>b>k; j>c>x; x>k [toK]; x>e [true]; k>d>y; y>j [toJ]; y>e2 [true]'),
      roots,
    ),
    '→ a b; a → b; b → c; c → d; d → completed',
  ],
  [
    'a message reaches the instance whose key it has',
    byHand(
      begin +
        '<receiveTask id="r" messageRef="R" ld:correlation="unit=unit">' +
        many('<loopDataInputRef>units</loopDataInputRef><inputDataItem id="ii" name="unit"/>') +
        '</receiveTask>' +
        people('z') +
        end +
        paths('s>r>z>e'),
      '<message id="R" name="reply"/>',
    ),
    '→ running; *reply {"unit":"B"} → running; *reply {"unit":"B"} → ✗ NO_RECEIVER; *reply {"unit":"A"} → z',
    { units: ['A', 'B'] },
  ],
  [
    'camunda 8: a subscription of each instance',
    byHand(
      begin +
        '<receiveTask id="r" messageRef="R">' +
        zeebeMany('inputCollection="=units" inputElement="unit"') +
        '</receiveTask>' +
        people('z') +
        end +
        paths('s>r>z>e'),
      '<message id="R" name="reply"><extensionElements><zeebe:subscription correlationKey="=unit.id"/></extensionElements></message>',
    ),
    '→ running; *reply {"correlationKey":"2"} → running; *reply {"correlationKey":"2"} → ✗ NO_RECEIVER; *reply {"correlationKey":"1"} → z',
    { units: [{ id: '1' }, { id: '2' }] },
  ],
];

export const dataOfOthers = othersTries('data, gateways and repetition in other people’s documents', cases);
