import { othersTries, type OthersCase } from './others-cases.ts';
import {
  byHand,
  paths,
  begin,
  ends,
  people,
  gateways,
  sub,
  boundary,
  throws,
  endsWith,
  after,
  error,
  escalation,
  roots,
} from './others.ts';

const child = '<callActivity id="ca" calledElement="CALLED" ld:case="child"/>';
const called = (body: string): string => `<process id="CALLED"><startEvent id="cs"/>${body}</process>`;

const cases: readonly OthersCase[] = [
  [
    'an error of a case of its own is caught at the call, by its code',
    byHand(
      begin +
        child +
        boundary('b2', 'ca', error('E2')) +
        boundary('b1', 'ca', error('E1')) +
        people('x y z') +
        ends('e', 'e1', 'e2') +
        paths('s>ca>z>e; b1>x>e1; b2>y>e2'),
      roots,
      called(endsWith('ce', error('E1')) + paths('cs>ce')),
    ),
    '→ x; x → completed',
  ],
  [
    'an error of a case of its own goes outwards from the call, to whoever catches everything',
    byHand(
      begin +
        sub('P', '<startEvent id="i"/>' + child + ends('o') + paths('i>ca>o')) +
        boundary('b', 'P', error()) +
        people('x z') +
        ends('e', 'e1') +
        paths('s>P>z>e; b>x>e1'),
      roots,
      called(endsWith('ce', error('E1')) + paths('cs>ce')),
    ),
    '→ x; x → completed',
  ],
  [
    'an escalation of a case of its own is heard at the call, and both go on',
    byHand(
      begin +
        child +
        boundary('b', 'ca', escalation('X1'), false) +
        people('x z') +
        ends('e', 'e1') +
        paths('s>ca>z>e; b>x>e1'),
      roots,
      called(throws('t', escalation('X1')) + ends('ce') + paths('cs>t>ce')),
    ),
    '→ x z; x → z; z → completed',
  ],
  [
    'an escalation of a case of its own may end it',
    byHand(
      begin +
        child +
        boundary('b', 'ca', escalation('X1')) +
        people('x z') +
        ends('e', 'e1') +
        paths('s>ca>z>e; b>x>e1'),
      roots,
      called(throws('t', escalation('X1')) + people('w') + ends('ce') + paths('cs>t>w>ce')),
    ),
    '→ x; x → completed',
  ],
  [
    'an error goes through the cases in between to whoever catches it',
    byHand(
      begin + child + boundary('b', 'ca', error('E1')) + people('x z') + ends('e', 'e1') + paths('s>ca>z>e; b>x>e1'),
      roots,
      called('<callActivity id="cb" calledElement="CALLEDtoo" ld:case="child"/>' + ends('ce') + paths('cs>cb>ce')) +
        `<process id="CALLEDtoo"><startEvent id="ds"/>${endsWith('de', error('E1'))}${paths('ds>de')}</process>`,
    ),
    '→ x; x → completed',
  ],
  [
    'an inclusive join does not wait for a timer that has gone off',
    byHand(
      begin +
        gateways('inclusive', 'f') +
        people('a b c') +
        boundary('t', 'b', after('PT1H'), false) +
        gateways('inclusive', 'j') +
        ends('e', 'e2') +
        paths('s>f; f>a [true]; f>b [true]; a>j; b>e2; t>j; j>c>e'),
    ),
    '→ a b; a → b; +PT1H → b c; c → b; b → completed',
  ],
  [
    'an inclusive join waits for a timer that has not',
    byHand(
      begin +
        gateways('inclusive', 'f') +
        people('a b c') +
        boundary('t', 'b', after('PT1H'), false) +
        gateways('inclusive', 'j') +
        ends('e', 'e2') +
        paths('s>f; f>a [true]; f>b [true]; a>j; b>e2; t>j; j>c>e'),
    ),
    '→ a b; a → b; b → c; c → completed',
  ],
];

export const callsOfOthers = othersTries('called cases in other people’s documents', cases);
