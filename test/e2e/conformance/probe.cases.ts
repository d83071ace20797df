import { describe } from 'vitest';
import { tries, type Tries } from './cases.ts';
import { document, end, flows, freshKey, start, users } from './document.ts';
import { follow } from './script.ts';

const tag = freshKey();
const roots = `<message id="M" name="ping_${tag}"/><message id="N" name="pong_${tag}"/><signal id="S" name="alarm_${tag}"/><signal id="S2" name="other_${tag}"/><error id="E1" name="bad" errorCode="E-1"/><error id="E2" name="worse" errorCode="E-2"/><escalation id="X1" name="up" escalationCode="UP"/><escalation id="X2" name="higher" escalationCode="HIGHER"/>`;
const ping = `!ping_${tag}`;
const pong = `!pong_${tag}`;
const alarm = `~alarm_${tag}`;

const timer = (text: string): string =>
  `<timerEventDefinition><timeDuration xsi:type="tFormalExpression">${text}</timeDuration></timerEventDefinition>`;
const message = (ref = 'M'): string => `<messageEventDefinition messageRef="${ref}"/>`;
const signal = (ref = 'S'): string => `<signalEventDefinition signalRef="${ref}"/>`;
const error = (ref?: string): string => `<errorEventDefinition${ref ? ` errorRef="${ref}"` : ''}/>`;
const escalation = (ref?: string): string => `<escalationEventDefinition${ref ? ` escalationRef="${ref}"` : ''}/>`;
const compensation = (ref?: string): string => `<compensateEventDefinition${ref ? ` activityRef="${ref}"` : ''}/>`;

const ends = (id: string, definition: string): string => `<endEvent id="${id}">${definition}</endEvent>`;
const throws = (id: string, definition = ''): string =>
  `<intermediateThrowEvent id="${id}">${definition}</intermediateThrowEvent>`;
const catches = (id: string, definition: string): string =>
  `<intermediateCatchEvent id="${id}">${definition}</intermediateCatchEvent>`;
const boundary = (id: string, on: string, definition: string, interrupting = true): string =>
  `<boundaryEvent id="${id}" attachedToRef="${on}"${interrupting ? '' : ' cancelActivity="false"'}>${definition}</boundaryEvent>`;
const sub = (id: string, body: string, kind = 'subProcess'): string => `<${kind} id="${id}">${body}</${kind}>`;
const handler = (id: string, definition: string, body: string, interrupting = true): string =>
  `<subProcess id="${id}" triggeredByEvent="true"><startEvent id="${id}_s" isInterrupting="${interrupting}">${definition}</startEvent>${body}</subProcess>`;
const gateway = (kind: string, ...ids: string[]): string => ids.map((id) => `<${kind}Gateway id="${id}"/>`).join('');
/** `u` undoes `a`. */
const undone = (a: string, u: string): string =>
  boundary(`c_${a}`, a, compensation()) + `<userTask id="${u}" isForCompensation="true"/>`;
const associated = (...pairs: (readonly [string, string])[]): string =>
  pairs
    .map(([a, u]) => `<association id="as_${a}" associationDirection="One" sourceRef="c_${a}" targetRef="${u}"/>`)
    .join('');
const many = (text: string, sequential = false): string =>
  `<multiInstanceLoopCharacteristics isSequential="${sequential}">${text}</multiInstanceLoopCharacteristics>`;
const count = (n: number | string): string => `<loopCardinality xsi:type="tFormalExpression">${n}</loopCardinality>`;
const until = (text: string): string =>
  `<completionCondition xsi:type="tFormalExpression">${text}</completionCondition>`;

type Probe = readonly [name: string, body: string, script: string, variables?: Record<string, unknown>];

const compensations: readonly Probe[] = [
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

const errors: readonly Probe[] = [
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

const escalations: readonly Probe[] = [
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

const endings: readonly Probe[] = [
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

const gateways: readonly Probe[] = [
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

const repetitions: readonly Probe[] = [
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

const events: readonly Probe[] = [
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

/** Throws an error and catches it itself. */
const throwing =
  start('cs') +
  users('a') +
  ends('ce', error('E1')) +
  flows('cs>a>ce') +
  handler('h', error('E1'), users('x') + end('he') + flows('h_s>x>he'));

const called = (): { plain: string; caught: string } => ({ plain: freshKey(), caught: freshKey() });

export const probes: Tries = (under) => {
  for (const [group, some] of Object.entries({
    compensation: compensations,
    'errors and their handlers': errors,
    'escalations and their handlers': escalations,
    'ends and links': endings,
    'gateways once more': gateways,
    repetition: repetitions,
    'events once more': events,
  }))
    describe(group, () => {
      for (const [name, body, script, variables] of some) {
        const keys = called();
        const text = body.replace('CALLED_PLAIN', keys.plain).replace('"CALLED"', `"${keys.caught}"`);
        const process = (key: string, content: string): string =>
          text.includes(key) ? `<process id="${key}" isExecutable="true">${content}</process>` : '';
        const processes =
          process(keys.plain, start('cs') + users('a') + end('ce') + flows('cs>a>ce')) + process(keys.caught, throwing);
        tries(
          under,
          name,
          document(text, { roots, processes }),
          (t) => follow(t, script),
          variables ? { variables } : {},
        );
      }
    });
};
