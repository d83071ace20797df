import { othersTries, type OthersCase } from './others-cases.ts';
import {
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
  throws,
  endsWith,
  after,
  message,
  error,
  compensation,
  undone,
  many,
  count,
  roots,
} from './others.ts';

const cases: readonly OthersCase[] = [
  [
    'MI sub-process with compensation reversed',
    byHand(
      begin +
        sub(
          'P',
          many(count('2'), true) +
            '<startEvent id="i"/>' +
            people('a') +
            undone('a', 'ua') +
            ends('o') +
            paths('i>a>o'),
        ) +
        throws('t', compensation()) +
        people('z') +
        end +
        paths('s>P>t>z>e'),
      roots,
    ),
    '→ a; a → a; a → ua; ua → ua; ua → z',
  ],
  [
    'compensate a specific activity',
    byHand(
      begin +
        people('a b') +
        undone('a', 'ua') +
        undone('b', 'ub') +
        throws('t', compensation('a')) +
        people('z') +
        end +
        paths('s>a>b>t>z>e'),
      roots,
    ),
    '→ a; a → b; b → ua; ua → z',
  ],
  [
    'compensation from event sub by error',
    byHand(
      begin +
        sub(
          'P',
          '<startEvent id="i"/>' +
            people('a b') +
            undone('a', 'ua') +
            endsWith('x', error('E1')) +
            paths('i>a>b>x') +
            eventSub('V', error('E1'), throws('t', compensation()) + ends('vo') + paths('V_s>t>vo')),
        ) +
        people('z') +
        end +
        paths('s>P>z>e'),
      roots,
    ),
    '→ a; a → b; b → ua; ua → z',
  ],
  [
    'transaction cancelled',
    byHand(
      begin +
        `<transaction id="T"><startEvent id="i"/>` +
        people('a b') +
        undone('a', 'ua') +
        gateways('exclusive', 'g', ' default="gd"') +
        endsWith('x', '<cancelEventDefinition/>') +
        ends('o') +
        '<sequenceFlow id="gd" sourceRef="g" targetRef="o"/>' +
        paths('i>a>b>g; g>x [no]') +
        `</transaction>` +
        boundary('bc', 'T', '<cancelEventDefinition/>') +
        people('z y') +
        ends('e', 'e2') +
        paths('s>T>z>e; bc>y>e2'),
      roots,
    ),
    '→ a; a → b; b {"no":true} → ua; ua → y',
  ],
  [
    'transaction with MI cancelled once',
    byHand(
      begin +
        `<transaction id="T"><startEvent id="i"/>` +
        people('a', many(count('2'))) +
        undone('a', 'ua') +
        endsWith('x', '<cancelEventDefinition/>') +
        paths('i>a>x') +
        `</transaction>` +
        boundary('bc', 'T', '<cancelEventDefinition/>') +
        people('y') +
        ends('e', 'e2') +
        paths('s>T>e; bc>y>e2'),
      roots,
    ),
    '→ a a; a → a; a → ua; ua → ua; ua → y',
  ],
  [
    'compensation event sub replaces inner undo',
    byHand(
      begin +
        sub(
          'P',
          '<startEvent id="i"/>' +
            people('a b') +
            undone('a', 'ua') +
            ends('o') +
            paths('i>a>b>o') +
            eventSub('V', compensation(), people('h') + ends('vo') + paths('V_s>h>vo')),
        ) +
        throws('t', compensation()) +
        people('z') +
        end +
        paths('s>P>t>z>e'),
      roots,
    ),
    '→ a; a → b; b → h; h → z; z → completed',
  ],
  [
    'compensation event sub throws inner compensation',
    byHand(
      begin +
        sub(
          'P',
          '<startEvent id="i"/>' +
            people('a b') +
            undone('a', 'ua') +
            undone('b', 'ub') +
            ends('o') +
            paths('i>a>b>o') +
            eventSub(
              'V',
              compensation(),
              people('h') + throws('vt', compensation()) + people('k') + ends('vo') + paths('V_s>h>vt>k>vo'),
            ),
        ) +
        throws('t', compensation('P')) +
        people('z') +
        end +
        paths('s>P>t>z>e'),
      roots,
    ),
    '→ a; a → b; b → h; h → ub; ub → ua; ua → k; k → z; z → completed',
  ],
  [
    'compensation event sub sees the sub-process locals',
    byHand(
      begin +
        sub(
          'P',
          '<extensionElements><ld:input source="7" target="x"/></extensionElements><startEvent id="i"/>' +
            people('a') +
            ends('o') +
            paths('i>a>o') +
            eventSub(
              'V',
              compensation(),
              '<scriptTask id="sc" ld:resultVariable="seen"><extensionElements><ld:output source="seen" target="seenOut"/></extensionElements><script>x + 1</script></scriptTask>' +
                people('h') +
                ends('vo') +
                paths('V_s>sc>h>vo'),
            ),
        ) +
        throws('t', compensation()) +
        people('z') +
        end +
        paths('s>P>t>z>e'),
      roots,
    ),
    '→ a; a {"x":9} → h; h → z',
    { seenOut: 0 },
  ],
  [
    'not triggered while P runs or never completed',
    byHand(
      begin +
        gateways('parallel', 'f') +
        sub(
          'P',
          '<startEvent id="i"/>' +
            people('a') +
            ends('o') +
            paths('i>a>o') +
            eventSub('V', compensation(), people('h') + ends('vo') + paths('V_s>h>vo')),
        ) +
        people('b') +
        throws('t', compensation()) +
        people('z') +
        ends('e', 'e2') +
        paths('s>f>P>e; f>b>t>z>e2'),
      roots,
    ),
    '→ a b; b → a z; a → z; z → completed',
  ],
  [
    'MI sub-process with compensation event sub undone per instance',
    byHand(
      begin +
        sub(
          'P',
          many(count('2')) +
            '<startEvent id="i"/>' +
            people('a') +
            ends('o') +
            paths('i>a>o') +
            eventSub('V', compensation(), people('h') + ends('vo') + paths('V_s>h>vo')),
        ) +
        throws('t', compensation()) +
        people('z') +
        end +
        paths('s>P>t>z>e'),
      roots,
    ),
    '→ a a; a → a; a → h; h → h; h → z',
  ],
  [
    'transaction cancel runs nested compensation event sub',
    byHand(
      begin +
        '<transaction id="T"><startEvent id="ti"/>' +
        sub(
          'P',
          '<startEvent id="i"/>' +
            people('a') +
            ends('o') +
            paths('i>a>o') +
            eventSub('V', compensation(), people('h') + ends('vo') + paths('V_s>h>vo')),
        ) +
        endsWith('x', '<cancelEventDefinition/>') +
        paths('ti>P>x') +
        '</transaction>' +
        boundary('bc', 'T', '<cancelEventDefinition/>') +
        people('y') +
        ends('e2') +
        paths('s>T; bc>y>e2'),
      roots,
    ),
    '→ a; a → h; h → y',
  ],
  [
    'boundary timer on handler',
    byHand(
      begin +
        people('a b') +
        undone('a', 'ua') +
        boundary('bt', 'ua', after('PT1H')) +
        undone('b', 'ub') +
        throws('t', compensation()) +
        people('z late') +
        ends('e', 'e2') +
        paths('s>a>b>t>z>e; bt>late>e2'),
      roots,
    ),
    '→ a; a → b; b → ub; ub → ua; +PT1H → late z; z → late; late → completed',
  ],
  [
    'boundary non-interrupting on handler',
    byHand(
      begin +
        people('a') +
        undone('a', 'ua') +
        boundary('bt', 'ua', message(), false) +
        throws('t', compensation()) +
        people('z late') +
        ends('e', 'e2') +
        paths('s>a>t>z>e; bt>late>e2'),
      roots,
    ),
    '→ a; a → ua; !go → late ua; ua → late z; z → late; late → completed',
  ],
  [
    'error boundary on handler sub-process',
    byHand(
      begin +
        people('a') +
        boundary('c_a', 'a', compensation()) +
        '<subProcess id="ua" isForCompensation="true"><startEvent id="ui"/><userTask id="uu"/>' +
        endsWith('ux', error('E1')) +
        paths('ui>uu>ux') +
        '</subProcess><association id="as_a" sourceRef="c_a" targetRef="ua" associationDirection="One"/>' +
        boundary('bt', 'ua', error('E1')) +
        throws('t', compensation()) +
        people('z late') +
        ends('e', 'e2') +
        paths('s>a>t>z>e; bt>late>e2'),
      roots,
    ),
    '→ a; a → uu; uu → late z',
  ],
];

export const compensationOfOthers = othersTries('compensation in other people’s documents', cases);
