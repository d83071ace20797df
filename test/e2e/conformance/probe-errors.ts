import { end, flows, start, users } from './document.ts';
import { boundary, count, ends, error, gateway, handler, many, sub, type Probe } from './probe-parts.ts';

export const errors: readonly Probe[] = [
  [
    'an inner boundary of another code lets an error pass to the outer one',
    start() +
      sub(
        'O',
        start('os') +
          sub('I', start('is') + users('a') + ends('ie', error('E1')) + flows('is>a>ie')) +
          boundary('b2', 'I', error('E2')) +
          users('wrong') +
          end('oe', 'oe2') +
          flows('os>I>oe; b2>wrong>oe2'),
      ) +
      boundary('b1', 'O', error('E1')) +
      users('h z') +
      end('e', 'e2') +
      flows('s>O>z>e; b1>h>e2'),
    '→ a; a → h; h → completed',
  ],
  [
    'a catch-all nearer wins over the code further out',
    start() +
      sub(
        'O',
        start('os') +
          sub('I', start('is') + users('a') + ends('ie', error('E1')) + flows('is>a>ie')) +
          boundary('b2', 'I', error()) +
          users('near') +
          end('oe', 'oe2') +
          flows('os>I>oe; b2>near>oe2'),
      ) +
      boundary('b1', 'O', error('E1')) +
      users('h z') +
      end('e', 'e2') +
      flows('s>O>z>e; b1>h>e2'),
    '→ a; a → near; near → z; z → completed',
  ],
  [
    'code before catch-all on one activity',
    start() +
      sub('P', start('ps') + users('a') + ends('pe', error('E1')) + flows('ps>a>pe')) +
      boundary('all', 'P', error()) +
      boundary('one', 'P', error('E1')) +
      users('x h z') +
      end('e', 'e2', 'e3') +
      flows('s>P>z>e; all>x>e2; one>h>e3'),
    '→ a; a → h; h → completed',
  ],
  [
    'an error in a called process is caught inside it first',
    start() +
      `<callActivity id="C" calledElement="CALLED"/>` +
      boundary('b', 'C', error('E1')) +
      users('far z') +
      end('e', 'e2') +
      flows('s>C>z>e; b>far>e2'),
    '→ a; a → x; x → z; z → completed',
  ],
  [
    'an error ends the parallel branches of its scope, but not those outside',
    start() +
      gateway('parallel', 'f') +
      users('o') +
      sub(
        'P',
        start('ps') +
          gateway('parallel', 'pf') +
          users('a b') +
          ends('pe', error('E1')) +
          end('pe2') +
          flows('ps>pf; pf>a>pe; pf>b>pe2'),
      ) +
      boundary('x', 'P', error('E1')) +
      users('h') +
      end('e', 'e2', 'e3') +
      flows('s>f; f>o>e; f>P>e2; x>h>e3'),
    '→ a b o; a → h o; o → h; h → completed',
  ],
  [
    'an error thrown by one instance is caught by its own event sub-process; the others go on',
    start() +
      `<subProcess id="P">${many(count(2))}${start('ps') + users('a') + ends('pe', error('E1')) + flows('ps>a>pe') + handler('h', error('E1'), users('x') + end('he') + flows('h_s>x>he'))}</subProcess>` +
      users('z') +
      end() +
      flows('s>P>z>e'),
    '→ a a; a → a x; a → x x; x → x; x → z; z → completed',
  ],
];
