import { end, flows, start, users } from './document.ts';
import {
  boundary,
  catches,
  ends,
  gateway,
  handler,
  message,
  ping,
  pong,
  signal,
  sub,
  throws,
  timer,
  type Probe,
} from './probe-parts.ts';

export const events: readonly Probe[] = [
  [
    'a signal thrown by the case is heard in its other branch',
    start() +
      gateway('parallel', 'f') +
      users('a b c') +
      catches('m', signal()) +
      throws('t', signal()) +
      end('e', 'e2') +
      flows('s>f; f>m>b>e; f>a>t>c>e2'),
    '→ a; a → b c; b → c; c → completed',
  ],
  [
    'a signal end event is heard by an event sub-process of the case',
    start() +
      gateway('parallel', 'f') +
      users('a b') +
      ends('t', signal()) +
      end() +
      flows('s>f; f>a>t; f>b>e') +
      handler('h', signal(), users('x') + end('he') + flows('h_s>x>he'), false),
    '→ a b; a → b x; x → b; b → completed',
  ],
  [
    'a signal interrupts the branch that threw it too',
    start() +
      users('a') +
      throws('t', signal()) +
      users('b') +
      end() +
      flows('s>a>t>b>e') +
      handler('h', signal(), users('x') + end('he') + flows('h_s>x>he')),
    '→ a; a → x; x → completed',
  ],
  [
    'a condition that holds when its event sub-process begins',
    start() +
      users('a') +
      end() +
      flows('s>a>e') +
      handler(
        'h',
        '<conditionalEventDefinition><condition xsi:type="tFormalExpression">go = true</condition></conditionalEventDefinition>',
        users('x') + end('he') + flows('h_s>x>he'),
      ),
    '→ x; x → completed',
    { go: true },
  ],
  [
    'an event sub-process stops listening when its scope has ended',
    start() +
      sub(
        'P',
        start('ps') +
          users('a') +
          end('pe') +
          flows('ps>a>pe') +
          handler('h', message(), users('x') + end('he') + flows('h_s>x>he'), false),
      ) +
      users('z') +
      end() +
      flows('s>P>z>e'),
    `→ a; a → z; ${ping} → ✗ NO_RECEIVER; z → completed`,
  ],
  [
    'interrupting inside one that does not interrupt',
    start() +
      users('a') +
      end() +
      flows('s>a>e') +
      handler(
        'h',
        message(),
        users('x') +
          end('he') +
          flows('h_s>x>he') +
          handler('hh', message('N'), users('y') + end('hhe') + flows('hh_s>y>hhe')),
        false,
      ),
    `→ a; ${ping} → a x; ${pong} → a y; y → a; a → completed`,
  ],
  [
    'a message boundary inside a handler',
    start() +
      users('a') +
      end() +
      flows('s>a>e') +
      handler(
        'h',
        message(),
        users('x y') + boundary('b', 'x', message('N')) + end('he', 'he2') + flows('h_s>x>he; b>y>he2'),
        false,
      ),
    `→ a; ${ping} → a x; ${pong} → a y; a → y; y → completed`,
  ],
  [
    'a timer boundary is gone when the task is done, and counts anew when it comes again',
    start() +
      gateway('exclusive', 'm') +
      users('a b h') +
      '<exclusiveGateway id="g" default="g_e"/>' +
      boundary('t', 'a', timer('PT2H')) +
      end('e', 'e2') +
      flows('s>m>a>b>g; g>m [again]; g>e; t>h>e2'),
    '→ a; +PT1H → a; a → b; +PT3H → b; b {"again":true} → a; +PT90M → a; +PT31M → h; h → completed',
  ],
  [
    'a none throw event and a none intermediate are passed',
    start() + throws('t') + users('a') + throws('t2') + end() + flows('s>t>a>t2>e'),
    '→ a; a → completed',
  ],
];
