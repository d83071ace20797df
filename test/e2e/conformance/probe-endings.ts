import { end, flows, start, users } from './document.ts';
import { count, ends, gateway, handler, many, message, ping, sub, type Probe } from './probe-parts.ts';

export const endings: readonly Probe[] = [
  [
    'terminate inside one instance of a multi-instance sub-process ends that instance',
    start() +
      `<subProcess id="P">${many(count(2))}${start('ps') + gateway('parallel', 'f') + users('a b') + end('pe') + ends('pt', '<terminateEventDefinition/>') + flows('ps>f; f>a>pt; f>b>pe')}</subProcess>` +
      users('z') +
      end() +
      flows('s>P>z>e'),
    '→ a a b b; a → a b; a → z; z → completed',
  ],
  [
    'terminate inside an event sub-process ends that alone',
    start() +
      users('a') +
      end() +
      flows('s>a>e') +
      handler(
        'h',
        message(),
        gateway('parallel', 'f') +
          users('x y') +
          end('he') +
          ends('ht', '<terminateEventDefinition/>') +
          flows('h_s>f; f>x>ht; f>y>he'),
        false,
      ),
    `→ a; ${ping} → a x y; x → a; a → completed`,
  ],
  [
    'terminate at the top ends running handlers and sub-processes',
    start() +
      gateway('parallel', 'f') +
      users('a') +
      sub('P', start('ps') + users('b') + end('pe') + flows('ps>b>pe')) +
      ends('t', '<terminateEventDefinition/>') +
      end() +
      flows('s>f; f>a>t; f>P>e') +
      handler('h', message(), users('x') + end('he') + flows('h_s>x>he'), false),
    `→ a b; ${ping} → a b x; a → completed`,
  ],
  [
    'a branch without an end event ends by itself',
    start() + gateway('parallel', 'f') + users('a b') + end() + flows('s>f; f>a>e; f>b'),
    '→ a b; b → a; a → completed',
  ],
  [
    'links inside a sub-process',
    start() +
      sub(
        'P',
        start('ps') +
          users('a b') +
          '<intermediateThrowEvent id="lt"><linkEventDefinition name="L"/></intermediateThrowEvent><intermediateCatchEvent id="lc"><linkEventDefinition name="L"/></intermediateCatchEvent>' +
          end('pe') +
          flows('ps>a>lt; lc>b>pe'),
      ) +
      users('z') +
      end() +
      flows('s>P>z>e'),
    '→ a; a → b; b → z; z → completed',
  ],
];
