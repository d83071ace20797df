import { end, flows, start, users } from './document.ts';
import {
  associated,
  boundary,
  compensation,
  count,
  ends,
  gateway,
  handler,
  many,
  message,
  ping,
  sub,
  throws,
  undone,
  type Probe,
} from './probe-parts.ts';

export const compensations: readonly Probe[] = [
  [
    'a compensation end event undoes the scope before it ends',
    start() +
      users('a b') +
      undone('a', 'ua') +
      undone('b', 'ub') +
      ends('e', compensation()) +
      flows('s>a>b>e') +
      associated(['a', 'ua'], ['b', 'ub']),
    '→ a; a → b; b → ub; ub → ua; ua → completed',
  ],
  [
    'what was done twice is undone twice',
    start() +
      users('a') +
      '<exclusiveGateway id="g" default="g_t"/>' +
      undone('a', 'ua') +
      throws('t', compensation()) +
      users('z') +
      end() +
      flows('s>a>g; g>a [again]; g>t>z>e') +
      associated(['a', 'ua']),
    '→ a; a {"again":true} → a; a {"again":false} → ua; ua → ua; ua → z; z → completed',
  ],
  [
    'nothing is undone twice',
    start() +
      users('a b') +
      undone('a', 'ua') +
      throws('t', compensation()) +
      throws('t2', compensation()) +
      users('z') +
      end() +
      flows('s>a>t>b>t2>z>e') +
      associated(['a', 'ua']),
    '→ a; a → ua; ua → b; b → z; z → completed',
  ],
  [
    'what has not ended, or was interrupted, is not undone',
    start() +
      gateway('parallel', 'f') +
      users('a b') +
      undone('a', 'ua') +
      undone('b', 'ub') +
      throws('t', compensation()) +
      boundary('m', 'b', message()) +
      users('y z') +
      end('e', 'e2', 'e3') +
      flows('s>f; f>a>t>z>e; f>b>e2; m>y>e3') +
      associated(['a', 'ua'], ['b', 'ub']),
    `→ a b; ${ping} → a y; a → ua y; ua → y z; y → z; z → completed`,
  ],
  [
    'a throw inside a sub-process undoes what was done in it, and nothing outside',
    start() +
      users('o') +
      undone('o', 'uo') +
      sub(
        'P',
        start('ps') +
          users('a') +
          undone('a', 'ua') +
          throws('t', compensation()) +
          users('b') +
          end('pe') +
          flows('ps>a>t>b>pe') +
          associated(['a', 'ua']),
      ) +
      users('z') +
      end() +
      flows('s>o>P>z>e') +
      associated(['o', 'uo']),
    '→ o; o → a; a → ua; ua → b; b → z; z → completed',
  ],
  [
    'a named sub-process is undone by its own handler, not by those inside',
    start() +
      sub('P', start('ps') + users('a') + undone('a', 'ua') + end('pe') + flows('ps>a>pe') + associated(['a', 'ua'])) +
      undone('P', 'uP') +
      throws('t', compensation('P')) +
      users('z') +
      end() +
      flows('s>P>t>z>e') +
      associated(['P', 'uP']),
    '→ a; a → uP; uP → z; z → completed',
  ],
  [
    'the handler may be a sub-process',
    start() +
      users('a') +
      boundary('c_a', 'a', compensation()) +
      `<subProcess id="u" isForCompensation="true">${start('us') + users('u1 u2') + end('ue') + flows('us>u1>u2>ue')}</subProcess>` +
      throws('t', compensation()) +
      users('z') +
      end() +
      flows('s>a>t>z>e') +
      associated(['a', 'u']),
    '→ a; a → u1; u1 → u2; u2 → z; z → completed',
  ],
  [
    'an event sub-process that throws compensation undoes its parent’s work',
    start() +
      users('a b') +
      undone('a', 'ua') +
      handler('h', message(), throws('t', compensation()) + users('x') + end('he') + flows('h_s>t>x>he')) +
      end() +
      flows('s>a>b>e') +
      associated(['a', 'ua']),
    `→ a; a → b; ${ping} → ua; ua → x; x → completed`,
  ],
  [
    'a cancelled transaction undoes a sub-process that had ended inside it',
    start() +
      sub(
        'T',
        start('ts') +
          sub(
            'P',
            start('ps') + users('a') + undone('a', 'ua') + end('pe') + flows('ps>a>pe') + associated(['a', 'ua']),
          ) +
          users('b') +
          ends('te', '<cancelEventDefinition/>') +
          flows('ts>P>b>te'),
        'transaction',
      ) +
      boundary('x', 'T', '<cancelEventDefinition/>') +
      users('y z') +
      end('e', 'e2') +
      flows('s>T>z>e; x>y>e2'),
    '→ a; a → b; b → ua; ua → y; y → completed',
  ],
  [
    'a transaction that ended is undone from outside like a sub-process',
    start() +
      sub(
        'T',
        start('ts') + users('a') + undone('a', 'ua') + end('te') + flows('ts>a>te') + associated(['a', 'ua']),
        'transaction',
      ) +
      users('b') +
      throws('t', compensation()) +
      users('z') +
      end() +
      flows('s>T>b>t>z>e'),
    '→ a; a → b; b → ua; ua → z; z → completed',
  ],
  [
    'a sequential multi-instance is undone as often as it was done',
    start() +
      `<userTask id="a">${many(count(2), true)}</userTask>` +
      undone('a', 'ua') +
      throws('t', compensation('a')) +
      users('z') +
      end() +
      flows('s>a>t>z>e') +
      associated(['a', 'ua']),
    '→ a; a → a; a → ua; ua → ua; ua → z; z → completed',
  ],
  [
    'compensation that finds nothing to undo passes',
    start() + users('a') + throws('t', compensation()) + users('z') + end() + flows('s>a>t>z>e'),
    '→ a; a → z; z → completed',
  ],
];
