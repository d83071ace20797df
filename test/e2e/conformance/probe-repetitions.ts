import { end, flows, start, users } from './document.ts';
import { boundary, count, gateway, many, message, ping, until, type Probe } from './probe-parts.ts';

export const repetitions: readonly Probe[] = [
  [
    'a multi-instance in a multi-instance',
    start() +
      `<subProcess id="P">${many(count(2), true)}${start('ps')}<userTask id="a">${many(count(2))}</userTask>${users('b') + end('pe') + flows('ps>a>b>pe')}</subProcess>` +
      users('z') +
      end() +
      flows('s>P>z>e'),
    '→ a a; a → a; a → b; b → a a; a → a; a → b; b → z; z → completed',
  ],
  [
    'a sequential multi-instance sub-process ends early',
    start() +
      `<subProcess id="P">${many(count(5) + until('nrOfCompletedInstances >= 2').replaceAll('>=', '&gt;='), true)}${start('ps') + users('a') + end('pe') + flows('ps>a>pe')}</subProcess>` +
      users('z') +
      end() +
      flows('s>P>z>e'),
    '→ a; a → a; a → z; z → completed',
  ],
  [
    'a parallel multi-instance that has enough takes the others away, inside sub-processes too',
    start() +
      `<subProcess id="P">${many(count(3) + until('nrOfCompletedInstances = 1'))}${start('ps') + gateway('parallel', 'f', 'j') + users('a b') + end('pe') + flows('ps>f; f>a>j; f>b>j; j>pe')}</subProcess>` +
      users('z') +
      end() +
      flows('s>P>z>e'),
    '→ a a a b b b; a → a a b b b; b → z; z → completed',
  ],
  [
    'none at all is passed',
    start() + `<userTask id="a">${many(count(0))}</userTask>` + users('z') + end() + flows('s>a>z>e'),
    '→ z; z → completed',
  ],
  [
    'a multi-instance receive task hears the message once for each',
    start() +
      `<receiveTask id="r" messageRef="M">${many(count(2), true)}</receiveTask>` +
      users('z') +
      end() +
      flows('s>r>z>e'),
    `→ running; ${ping} → running; ${ping} → z; z → completed`,
  ],
  [
    'a message boundary on a multi-instance that does not interrupt',
    start() +
      `<userTask id="a">${many(count(2))}</userTask>` +
      boundary('b', 'a', message(), false) +
      users('h z') +
      end('e', 'e2') +
      flows('s>a>z>e; b>h>e2'),
    `→ a a; ${ping} → a a h; a → a h; ${ping} → a h h; a → h h z; h → h z; h → z; z → completed`,
  ],
  [
    'a called process many times, one after the other',
    start() +
      `<callActivity id="C" calledElement="CALLED_PLAIN">${many(count(2), true)}</callActivity>` +
      users('z') +
      end() +
      flows('s>C>z>e'),
    '→ a; a → a; a → z; z → completed',
  ],
];
