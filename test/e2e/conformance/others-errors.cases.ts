import { othersTries, type OthersCase } from './others-cases.ts';
import {
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
  message,
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
    'a loop by link events',
    byHand(
      begin +
        gateways('exclusive', 'g', ' default="F_1_0_g_t"') +
        throws('t', '<linkEventDefinition name="again"/>') +
        catches('c', '<linkEventDefinition name="again"/>') +
        people('a') +
        end +
        '<sequenceFlow id="F_1_0_g_t" sourceRef="g" targetRef="t"/>' +
        paths('s>a>g; g>e [done]; c>a'),
      roots,
    ),
    '→ a; a → a; a → a; a {"done":true} → completed',
  ],
  [
    'inclusive join with branch killed by boundary to end',
    byHand(
      begin +
        gateways('inclusive', 'f') +
        gateways('inclusive', 'j') +
        people('a b c') +
        boundary('bt', 'b', after('PT1H')) +
        ends('e', 'e2') +
        paths('s>f; f>a [true]; f>b [true]; a>j; b>j; j>c>e; bt>e2'),
      roots,
    ),
    '→ a b; a → b; +PT1H → c; c → completed',
  ],
  [
    'inclusive join reachable via event gateway',
    byHand(
      begin +
        gateways('parallel', 'f') +
        gateways('inclusive', 'j') +
        '<eventBasedGateway id="g"/>' +
        catches('c1', message()) +
        catches('c2', after('PT1H')) +
        people('a z') +
        ends('e', 'e2') +
        paths('s>f>a>j; f>g>c1>j; g>c2>e2; j>z>e'),
      roots,
    ),
    '→ a; a → running; +PT1H → z',
  ],
  [
    'an error out of one instance interrupts all',
    byHand(
      begin +
        sub(
          'P',
          many(count('3')) +
            '<startEvent id="i"/>' +
            people('a') +
            gateways('exclusive', 'g', ' default="gd"') +
            endsWith('x', error('E1')) +
            ends('o') +
            '<sequenceFlow id="gd" sourceRef="g" targetRef="o"/>' +
            paths('i>a>g; g>x [bad]'),
        ) +
        boundary('b', 'P', error('E1')) +
        people('z y') +
        ends('e', 'e2') +
        paths('s>P>z>e; b>y>e2'),
      roots,
    ),
    '→ a a a; a → a a; a {"bad":true} → y',
  ],
  [
    'throw signal caught by parallel branch of same case',
    flowable(
      begin +
        gateways('parallel', 'f') +
        people('a b') +
        throws('t', signal()) +
        catches('c', signal()) +
        ends('e1', 'e2') +
        paths('s>f>a>t>e1; f>c>b>e2'),
      roots,
    ),
    '→ a; a → b; b → completed',
  ],
  [
    'signal end event caught by interrupting event sub in the same scope',
    flowable(
      begin +
        gateways('parallel', 'f') +
        people('a b') +
        endsWith('t', signal()) +
        ends('e2') +
        paths('s>f>a>t; f>b>e2') +
        eventSub('V', signal(), people('h') + ends('vo') + paths('V_s>h>vo')),
      roots,
    ),
    '→ a b; a → h; h → completed',
  ],
  [
    'a signal is not kept for who comes later',
    flowable(
      begin + people('a b') + throws('t', signal()) + catches('c', signal()) + ends('e1') + paths('s>a>t>c>b>e1'),
      roots,
    ),
    '→ a; a → running; ~all → b',
  ],
  [
    'an escalation at the end of a sub-process that completes all the same',
    byHand(
      begin +
        sub('P', '<startEvent id="i"/>' + people('a') + endsWith('o', escalation('X1')) + paths('i>a>o')) +
        boundary('b', 'P', escalation('X1'), false) +
        people('z y') +
        ends('e', 'e2') +
        paths('s>P>z>e; b>y>e2'),
      roots,
    ),
    '→ a; a → y z; y → z',
  ],
  [
    'escalation nobody catches goes on',
    byHand(begin + throws('t', escalation('X2')) + people('a') + end + paths('s>t>a>e'), roots),
    '→ a; a → completed',
  ],
  [
    'error nobody catches is an incident',
    byHand(begin + people('a') + endsWith('o', error('E1')) + paths('s>a>o'), roots),
    '→ a; a → !UNCAUGHT_ERROR',
  ],
  [
    'a boundary of the code before catch-all on the same activity',
    byHand(
      begin +
        sub('P', '<startEvent id="i"/>' + people('a') + endsWith('o', error('E2')) + paths('i>a>o')) +
        boundary('b0', 'P', error()) +
        boundary('b', 'P', error('E2')) +
        people('z y w') +
        ends('e', 'e2', 'e3') +
        paths('s>P>z>e; b>y>e2; b0>w>e3'),
      roots,
    ),
    '→ a; a → y',
  ],
  [
    'an error that another code lets through is caught further out',
    byHand(
      begin +
        sub(
          'Q',
          '<startEvent id="qi"/>' +
            sub('P', '<startEvent id="i"/>' + people('a') + endsWith('o', error('E2')) + paths('i>a>o')) +
            boundary('b', 'P', error('E1')) +
            ends('qo', 'q2') +
            paths('qi>P>qo; b>q2'),
        ) +
        boundary('bq', 'Q', error('E2')) +
        people('z y') +
        ends('e', 'e2') +
        paths('s>Q>z>e; bq>y>e2'),
      roots,
    ),
    '→ a; a → y',
  ],
  [
    'event gateway with receive task',
    byHand(
      begin +
        '<eventBasedGateway id="g"/><receiveTask id="r" messageRef="M"/>' +
        catches('c', condition('x > 1')) +
        catches('d', signal()) +
        people('a b c1') +
        ends('e') +
        paths('s>g>r>a>e; g>c>b>e; g>d>c1>e'),
      roots,
    ),
    '→ running; = {"x":2} → b',
  ],
  [
    'conditional catch true at arrival',
    byHand(begin + catches('c', condition('x > 1')) + people('a') + end + paths('s>c>a>e'), roots),
    '→ a',
    { x: 3 },
  ],
  [
    'a conditional boundary fires again only after it was false',
    byHand(
      begin + people('a h') + boundary('b', 'a', condition('n >= 2'), false) + ends('e', 'e2') + paths('s>a>e; b>h>e2'),
      roots,
    ),
    '→ a; = {"n":2} → a h; = {"n":3} → a h; = {"n":0} → a h; = {"n":2} → a h h',
  ],
  [
    'an error of the called procedure is caught at the call',
    byHand(
      begin +
        '<callActivity id="c" calledElement="CALLED"/>' +
        boundary('b', 'c', error('E1')) +
        people('z y') +
        ends('e', 'e2') +
        paths('s>c>z>e; b>y>e2'),
      roots,
      '<process id="CALLED"><startEvent id="cs"/>' +
        people('ca') +
        endsWith('ce', error('E1')) +
        paths('cs>ca>ce') +
        '</process>',
    ),
    '→ ca; ca → y',
  ],
  [
    'nested 4 deep with boundary on outermost timer',
    byHand(
      begin +
        sub(
          'P1',
          '<startEvent id="i1"/>' +
            sub(
              'P2',
              '<startEvent id="i2"/>' +
                sub('P3', '<startEvent id="i3"/>' + people('a') + ends('o3') + paths('i3>a>o3')) +
                ends('o2') +
                paths('i2>P3>o2'),
            ) +
            ends('o1') +
            paths('i1>P2>o1'),
        ) +
        boundary('b', 'P1', after('P2D')) +
        people('z y') +
        ends('e', 'e2') +
        paths('s>P1>z>e; b>y>e2'),
    ),
    '→ a; +P2D → y',
  ],
  [
    'escalation: inner event sub catch-all before the boundary of the code',
    byHand(
      begin +
        sub(
          'P',
          '<startEvent id="i"/>' +
            people('a') +
            throws('t', escalation('X1')) +
            people('b') +
            ends('o') +
            paths('i>a>t>b>o') +
            eventSub('V', escalation(), people('h') + ends('vo') + paths('V_s>h>vo'), false),
        ) +
        boundary('b1', 'P', escalation('X1'), false) +
        people('z y') +
        ends('e', 'e2') +
        paths('s>P>z>e; b1>y>e2'),
      roots,
    ),
    '→ a; a → b h',
  ],
];

export const moreEventsOfOthers = othersTries('more events in other people’s documents', cases);
