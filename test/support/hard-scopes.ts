import {
  and,
  association,
  bpmn,
  boundary,
  call,
  cancel,
  catches,
  compensate,
  end,
  error,
  escalation,
  eventGateway,
  eventSub,
  flows,
  loop,
  message,
  multi,
  or,
  process,
  signal,
  start,
  sub,
  throws,
  timer,
  transaction,
  user,
  xor,
  type Content,
} from './bpmn.ts';

const timed = { 'ld:due': 'P10D', 'ld:role': 'r' };
const task = (id: string, ...more: readonly Content[]) => user(id, timed, ...more);

/** Two branches inside, and an event sub-process that a message starts beside or instead of them. */
const inside = (prefix: string, interrupting: boolean): readonly Content[] => {
  const at = (letter: string) => `${prefix}${letter}`;
  return [
    start(at('s')),
    and(at('f')),
    task(at('a')),
    task(at('b')),
    and(at('j')),
    end(at('e')),
    flows(`${at('s')}>${at('f')}>${at('a')}>${at('j')}>${at('e')}`, `${at('f')}>${at('b')}>${at('j')}`),
    eventSub(
      at('x'),
      start(at('xs'), { isInterrupting: String(interrupting) }, message('Stop')),
      task(at('xa')),
      end(at('xe')),
      flows(`${at('xs')}>${at('xa')}>${at('xe')}`),
    ),
  ];
};

/** A step before and one after, so that there is something to come from and to go to. */
const framed = (id: string, ...content: readonly Content[]): readonly Content[] => [
  start('s'),
  task('before'),
  ...content,
  task('after'),
  end('e'),
  flows(`s>before>${id}>after>e`),
];

/** Where corrections, returns and mergers have the most to lose: each a procedure "P", some with what it calls. */
export const hardScopes: Readonly<Record<string, readonly Content[]>> = {
  'a parallel multi-instance with an event sub-process beside it': framed(
    'm',
    sub('m', multi({ cardinality: '3', sequential: false }), ...inside('m', false)),
  ),
  'a sequential multi-instance that a message interrupts': framed(
    'm',
    sub('m', multi({ cardinality: '3', sequential: true }), ...inside('m', true)),
  ),
  'a loop around parallel branches': framed(
    'l',
    sub('l', loop({ condition: 'loopCounter < 3' }), ...inside('l', false)),
  ),
  'a sub-process in a sub-process under a timer that goes on and on': framed(
    'o',
    sub('o', start('os'), sub('i', ...inside('i', true)), end('oe'), flows('os>i>oe')),
    boundary('t', 'o', timer({ cycle: 'R3/P4D' }), { cancelActivity: 'false' }),
    task('late'),
    end('te'),
    flows('t>late>te'),
  ),
  'an event gateway and inclusive branches': [
    start('s'),
    or('f'),
    task('a'),
    task('b'),
    eventGateway('g'),
    catches('c1', message('Stop')),
    catches('c2', timer({ duration: 'P6D' })),
    xor('x'),
    or('j'),
    task('after'),
    end('e'),
    flows('s>f', 'f>a[true]', 'f>b[true]', 'f>g[true]', 'a>j', 'b>j', 'g>c1>x', 'g>c2>x', 'x>j', 'j>after>e'),
  ],
  'a transaction that is undone': framed(
    'tx',
    transaction(
      'tx',
      start('ts'),
      and('tf'),
      task('ta'),
      task('tb'),
      and('tj'),
      xor('tg', { default: 'tg_te' }),
      end('tc', cancel()),
      end('te'),
      boundary('ca', 'ta', compensate()),
      user('ua', { ...timed, isForCompensation: 'true' }),
      boundary('cb', 'tb', compensate()),
      user('ub', { ...timed, isForCompensation: 'true' }),
      association('ca', 'ua'),
      association('cb', 'ub'),
      flows('ts>tf>ta>tj>tg', 'tf>tb>tj', 'tg>tc[n = 1]', 'tg>te'),
    ),
    boundary('bc', 'tx', cancel()),
    flows('bc>after'),
  ),
  'compensation thrown after repeated work': [
    start('s'),
    user('w', timed, multi({ cardinality: '3', sequential: false })),
    boundary('cw', 'w', compensate()),
    user('uw', { ...timed, isForCompensation: 'true' }),
    association('cw', 'uw'),
    sub('k', loop({ condition: 'loopCounter < 2' }), ...inside('k', false)),
    throws('undo', compensate()),
    task('after'),
    end('e'),
    flows('s>w>k>undo>after>e'),
  ],
  'errors and escalations that climb': framed(
    'p',
    sub(
      'p',
      start('ps'),
      and('pf'),
      task('pa'),
      task('pb'),
      end('pe', error('E')),
      end('pq', escalation('Q')),
      flows('ps>pf>pa>pe', 'pf>pb>pq'),
    ),
    boundary('be', 'p', error('E')),
    boundary('bq', 'p', escalation('Q'), { cancelActivity: 'false' }),
    task('mend'),
    task('told'),
    end('me'),
    end('te'),
    flows('be>mend>me', 'bq>told>te'),
  ),
  'joint signatures in a multi-instance, with a signal that leaves it': framed(
    'm',
    sub(
      'm',
      multi({ cardinality: '2', sequential: false }),
      start('ms'),
      user('sign', {
        ...timed,
        'ld:sign': 'ratio',
        'ld:ratio': '0.5',
        'ld:veto': 'true',
        'ld:signers': '["u1", "u2", "u3"]',
      }),
      end('me'),
      flows('ms>sign>me'),
    ),
    boundary('bs', 'm', signal('Off')),
    task('off'),
    end('oe'),
    flows('bs>off>oe'),
  ),
  'a called procedure, and a track of another agency beside it': [
    start('s'),
    and('f'),
    call('c', 'Q'),
    call('k', 'Track', { 'ld:case': 'child' }),
    task('a'),
    and('j'),
    task('after'),
    end('e'),
    flows('s>f>c>j>after>e', 'f>k>j', 'f>a>j'),
  ],
};

/** What 'P' calls. */
const called = process('Q', ...inside('q', false));

export const hardDocument = (content: readonly Content[], attributes: Record<string, string> = {}): string =>
  bpmn(process('P', attributes, ...content), called);
