import { end, flows, start, users } from './document.ts';
import { boundary, escalation, handler, message, ping, sub, throws, type Probe } from './probe-parts.ts';

export const escalations: readonly Probe[] = [
  [
    'an escalation is caught by the nearest, and goes no further',
    start() +
      sub(
        'O',
        start('os') +
          sub('I', start('is') + throws('t', escalation('X1')) + users('a') + end('ie') + flows('is>t>a>ie')) +
          boundary('bi', 'I', escalation('X1'), false) +
          users('near') +
          end('oe', 'oe2') +
          flows('os>I>oe; bi>near>oe2'),
      ) +
      boundary('bo', 'O', escalation('X1'), false) +
      users('far z') +
      end('e', 'e2') +
      flows('s>O>z>e; bo>far>e2'),
    '→ a near; near → a; a → z; z → completed',
  ],
  [
    'another code passes an inner boundary',
    start() +
      sub(
        'O',
        start('os') +
          sub('I', start('is') + throws('t', escalation('X1')) + users('a') + end('ie') + flows('is>t>a>ie')) +
          boundary('bi', 'I', escalation('X2'), false) +
          users('near') +
          end('oe', 'oe2') +
          flows('os>I>oe; bi>near>oe2'),
      ) +
      boundary('bo', 'O', escalation('X1'), false) +
      users('far z') +
      end('e', 'e2') +
      flows('s>O>z>e; bo>far>e2'),
    '→ a far; a → far z; far → z; z → completed',
  ],
  [
    'an event sub-process inside is nearer than the boundary outside',
    start() +
      sub(
        'P',
        start('ps') +
          users('a') +
          throws('t', escalation('X1')) +
          users('b') +
          end('pe') +
          flows('ps>a>t>b>pe') +
          handler('h', escalation('X1'), users('x') + end('he') + flows('h_s>x>he'), false),
      ) +
      boundary('bo', 'P', escalation('X1'), false) +
      users('far z') +
      end('e', 'e2') +
      flows('s>P>z>e; bo>far>e2'),
    '→ a; a → b x; b → x; x → z; z → completed',
  ],
  [
    'an interrupting boundary ends the sub-process that threw in passing',
    start() +
      sub(
        'P',
        start('ps') + users('a') + throws('t', escalation('X1')) + users('b') + end('pe') + flows('ps>a>t>b>pe'),
      ) +
      boundary('bo', 'P', escalation('X1')) +
      users('h z') +
      end('e', 'e2') +
      flows('s>P>z>e; bo>h>e2'),
    '→ a; a → h; h → completed',
  ],
  [
    'thrown by a handler it goes outwards from there',
    start() +
      sub(
        'P',
        start('ps') +
          users('a') +
          end('pe') +
          flows('ps>a>pe') +
          handler(
            'h',
            message(),
            users('x') + throws('t', escalation('X1')) + users('y') + end('he') + flows('h_s>x>t>y>he'),
            false,
          ),
      ) +
      boundary('bo', 'P', escalation('X1'), false) +
      users('far z') +
      end('e', 'e2') +
      flows('s>P>z>e; bo>far>e2'),
    `→ a; ${ping} → a x; x → a far y; far → a y; y → a; a → z; z → completed`,
  ],
];
