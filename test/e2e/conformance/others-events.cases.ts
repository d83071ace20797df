import { othersTries, type OthersCase } from './others-cases.ts';
import {
  camunda7,
  flowable,
  byHand,
  paths,
  begin,
  end,
  ends,
  people,
  gateways,
  sub,
  eventSub,
  boundary,
  catches,
  throws,
  endsWith,
  after,
  every,
  at,
  signal,
  error,
  escalation,
  condition,
  many,
  count,
  roots,
} from './others.ts';

const cases: readonly OthersCase[] = [
  [
    'non-interrupting R3 cycle rings thrice',
    camunda7(
      begin + people('a r') + boundary('b', 'a', every('R3/PT1H'), false) + ends('e1', 'e2') + paths('s>a>e1; b>r>e2'),
      roots,
    ),
    '→ a; +PT1H → a r; +PT1H → a r r; +PT1H → a r r r; +PT5H → a r r r; a → r r r; r → r r; r → r; r → completed',
  ],
  [
    'interrupting cycle fires once',
    camunda7(
      begin + people('a r') + boundary('b', 'a', every('R3/PT1H')) + ends('e1', 'e2') + paths('s>a>e1; b>r>e2'),
      roots,
    ),
    '→ a; +PT3H → r; r → completed',
  ],
  [
    'several boundary timers: reminder each day, end after 3',
    camunda7(
      begin +
        people('a r x') +
        boundary('b', 'a', every('R/P1D'), false) +
        boundary('c', 'a', after('P3D')) +
        ends('e1', 'e2', 'e3') +
        paths('s>a>e1; b>r>e2; c>x>e3'),
      roots,
    ),
    '→ a; +P1D → a r; +P1D → a r r; +P1D → r r x; +P5D → r r x',
  ],
  [
    'camunda 7: a cycle out of a variable',
    camunda7(
      begin + people('a r') + boundary('b', 'a', every('${cycle}'), false) + ends('e1', 'e2') + paths('s>a>e1; b>r>e2'),
      roots,
    ),
    '→ a; +PT20M → a r r; a → r r',
    { cycle: 'R2/PT10M' },
  ],
  [
    'cycle with start date',
    camunda7(
      begin +
        people('a r') +
        boundary('b', 'a', every('R2/2020-01-01T00:00:00+08:00/PT10M'), false) +
        ends('e1', 'e2') +
        paths('s>a>e1; b>r>e2'),
      roots,
    ),
    '→ a r r; +PT30M → a r r',
  ],
  [
    'date in the past fires at once',
    camunda7(
      begin +
        people('a x') +
        boundary('b', 'a', at('2019-03-01T12:00:00Z')) +
        ends('e1', 'e2') +
        paths('s>a>e1; b>x>e2'),
      roots,
    ),
    '→ x',
  ],
  [
    'escalation event sub non-interrupting',
    byHand(
      begin +
        sub(
          'P',
          `<startEvent id="i"/>` +
            throws('t', escalation('X1')) +
            people('a') +
            ends('o') +
            paths('i>t>a>o') +
            eventSub('V', escalation('X1'), people('h') + ends('vo') + paths('V_s>h>vo'), false),
        ) +
        people('z') +
        end +
        paths('s>P>z>e'),
      roots,
    ),
    '→ a h; a → h; h → z; z → completed',
  ],
  [
    'escalation event sub interrupting',
    byHand(
      begin +
        sub(
          'P',
          `<startEvent id="i"/>` +
            throws('t', escalation('X1')) +
            people('a') +
            ends('o') +
            paths('i>t>a>o') +
            eventSub('V', escalation(), people('h') + ends('vo') + paths('V_s>h>vo')),
        ) +
        people('z') +
        end +
        paths('s>P>z>e'),
      roots,
    ),
    '→ h; h → z; z → completed',
  ],
  [
    'error event sub rethrows to boundary',
    byHand(
      begin +
        sub(
          'P',
          `<startEvent id="i"/>` +
            people('a') +
            endsWith('o', error('E1')) +
            paths('i>a>o') +
            eventSub('V', error('E1'), people('h') + endsWith('vo', error('E2')) + paths('V_s>h>vo')),
        ) +
        boundary('b', 'P', error('E2')) +
        people('z y') +
        ends('e', 'e2') +
        paths('s>P>z>e; b>y>e2'),
      roots,
    ),
    '→ a; a → h; h → y; y → completed',
  ],
  [
    'error thrown in event sub is not caught by the same',
    byHand(
      begin +
        sub(
          'P',
          `<startEvent id="i"/>` +
            people('a') +
            endsWith('o', error('E1')) +
            paths('i>a>o') +
            eventSub('V', error('E1'), people('h') + endsWith('vo', error('E1')) + paths('V_s>h>vo')),
        ) +
        boundary('b', 'P', error()) +
        people('z y') +
        ends('e', 'e2') +
        paths('s>P>z>e; b>y>e2'),
      roots,
    ),
    '→ a; a → h; h → y',
  ],
  [
    'process-level error event sub',
    camunda7(
      begin +
        people('a') +
        endsWith('o', error('E1')) +
        paths('s>a>o') +
        eventSub('V', error(), people('h') + ends('vo') + paths('V_s>h>vo')),
      roots,
    ),
    '→ a; a → h; h → completed',
  ],
  [
    'signal event sub non-interrupting twice',
    camunda7(
      begin +
        people('a') +
        end +
        paths('s>a>e') +
        eventSub('V', signal(), people('h') + ends('vo') + paths('V_s>h>vo'), false),
      roots,
    ),
    '→ a; ~all → a h; ~all → a h h; a → h h; h → h; h → completed',
  ],
  [
    'conditional event sub non-interrupting fires on each change to true',
    byHand(
      begin +
        people('a') +
        end +
        paths('s>a>e') +
        eventSub('V', condition('x > 5'), people('h') + ends('vo') + paths('V_s>h>vo'), false),
      roots,
    ),
    '→ a; = {"x":6} → a h; = {"x":7} → a h; = {"x":1} → a h; = {"x":9} → a h h; a → h h',
  ],
  [
    'conditional event sub interrupting at process',
    byHand(
      begin +
        people('a b') +
        gateways('parallel', 'f') +
        ends('e1', 'e2') +
        paths('s>f>a>e1; f>b>e2') +
        eventSub('V', condition('x'), people('h') + ends('vo') + paths('V_s>h>vo')),
      roots,
    ),
    '→ a b; a {"x":true} → h; h → completed',
  ],
  [
    'timer event sub cycle non-interrupting',
    camunda7(
      begin +
        people('a') +
        end +
        paths('s>a>e') +
        eventSub('V', every('R2/PT1H'), people('h') + ends('vo') + paths('V_s>h>vo'), false),
      roots,
    ),
    '→ a; +PT1H → a h; +PT1H → a h h; +PT1H → a h h',
  ],
  [
    'interrupting message event sub inside MI sub-process hits one instance',
    byHand(
      begin +
        sub(
          'P',
          many(count('2')) +
            `<startEvent id="i"/>` +
            people('a') +
            ends('o') +
            paths('i>a>o') +
            eventSub('V', condition('hit = loopCounter'), people('h') + ends('vo') + paths('V_s>h>vo')),
        ) +
        people('z') +
        end +
        paths('s>P>z>e'),
      roots,
    ),
    '→ a a; = {"hit":2} → a h; h → a; a → z',
  ],
  [
    'error: inner event sub before boundary of the same activity',
    byHand(
      begin +
        sub(
          'P',
          `<startEvent id="i"/>` +
            people('a') +
            endsWith('o', error('E1')) +
            paths('i>a>o') +
            eventSub('V', error(), people('h') + ends('vo') + paths('V_s>h>vo')),
        ) +
        boundary('b', 'P', error('E1')) +
        people('z y') +
        ends('e', 'e2') +
        paths('s>P>z>e; b>y>e2'),
      roots,
    ),
    '→ a; a → h; h → z',
  ],
  [
    'link forward',
    flowable(
      begin +
        throws('t', '<linkEventDefinition name="L1"/>') +
        catches('c', '<linkEventDefinition name="L1"/>') +
        people('a') +
        end +
        paths('s>t; c>a>e'),
    ),
    '→ a; a → completed',
  ],
];

export const eventsOfOthers = othersTries('events in other people’s documents', cases);
