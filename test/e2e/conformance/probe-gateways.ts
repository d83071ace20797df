import { end, flows, start, users } from './document.ts';
import { alarm, catches, gateway, message, ping, pong, signal, timer, type Probe } from './probe-parts.ts';

export const gateways: readonly Probe[] = [
  [
    'nested inclusive splits and joins',
    start() +
      gateway('inclusive', 'f', 'f2', 'j2', 'j') +
      users('a b c z') +
      end() +
      flows('s>f; f>f2 [x]; f>c>j; f2>a>j2; f2>b>j2; j2>j; j>z>e').replace(
        'id="f_c" sourceRef="f" targetRef="c">',
        'id="f_c" sourceRef="f" targetRef="c"><conditionExpression xsi:type="tFormalExpression">y</conditionExpression>',
      ),
    '→ a b c; a → b c; c → b; b → z; z → completed',
    { x: true, y: true },
  ],
  [
    'an inclusive split takes its default when nothing holds',
    start() +
      '<inclusiveGateway id="f" default="f_c"/>' +
      gateway('inclusive', 'j') +
      users('a c z') +
      end() +
      flows('s>f; f>a>j [x]; f>c>j; j>z>e'),
    '→ c; c → z; z → completed',
    { x: false },
  ],
  [
    'an exclusive merge lets every token through',
    start() +
      gateway('parallel', 'f') +
      gateway('exclusive', 'm') +
      users('a b z') +
      end() +
      flows('s>f; f>a>m; f>b>m; m>z>e'),
    '→ a b; a → b z; b → z z; z → z; z → completed',
  ],
  [
    'a parallel join of branches of different length',
    start() + gateway('parallel', 'f', 'j') + users('a a2 b c z') + end() + flows('s>f; f>a>a2>j; f>b>j; f>c>j; j>z>e'),
    '→ a b c; a → a2 b c; b → a2 c; c → a2; a2 → z; z → completed',
  ],
  [
    'a parallel join inside a loop needs all its flows again',
    start() +
      gateway('exclusive', 'm') +
      '<exclusiveGateway id="g" default="g_e"/>' +
      gateway('parallel', 'f', 'j') +
      users('a b') +
      end() +
      flows('s>m>f; f>a>j; f>b>j; j>g; g>m [again]; g>e'),
    '→ a b; a {"again":true} → b; b → a b; b → a; a {"again":false} → completed',
  ],
  [
    'two messages after an event-based gateway; the loser is refused',
    start() +
      gateway('eventBased', 'g') +
      catches('m', message()) +
      catches('n', message('N')) +
      users('a b') +
      end('e', 'e2') +
      flows('s>g; g>m>a>e; g>n>b>e2'),
    `→ running; ${pong} → b; ${ping} → ✗ NO_RECEIVER; b → completed`,
  ],
  [
    'event-based: a signal before the timer',
    start() +
      gateway('eventBased', 'g') +
      catches('m', signal()) +
      catches('t', timer('PT2H')) +
      users('a b') +
      end('e', 'e2') +
      flows('s>g; g>m>a>e; g>t>b>e2'),
    `→ running; +PT1H → running; ${alarm} → a; +PT5H → a; a → completed`,
  ],
  [
    'conditions on the flows of a parallel gateway are not asked',
    start() +
      gateway('parallel', 'f', 'j') +
      users('a b z') +
      end() +
      flows('s>f; f>a>j; f>b>j; j>z>e').replace(
        'targetRef="a">',
        'targetRef="a"><conditionExpression xsi:type="tFormalExpression">x</conditionExpression>',
      ),
    '→ a b; a → b; b → z; z → completed',
    { x: false },
  ],
];
