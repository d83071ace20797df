import { describe } from 'vitest';
import { tries, type Tries } from './cases.ts';
import { document, end, flows, freshKey, start, users } from './document.ts';
import { follow } from './script.ts';

/** What may happen to an activity or a scope, and how a trial makes it happen. */
interface Trigger {
  readonly name: string;
  readonly definition: string;
  readonly roots: string;
  /** The act that makes it happen; `x` is a task inside that throws it. */
  readonly fire: string;
  /** Thrown from inside by this element after `x`. */
  readonly thrown?: string;
  readonly interruptingOnly?: boolean;
  /** Happens again when it is fired again. */
  readonly repeats?: boolean;
}

const id = freshKey();
const from = (tag: string, definition: string, element = 't'): string =>
  `<${tag} id="${element}">${definition}</${tag}>`;
const triggers: readonly Trigger[] = [
  {
    name: 'message',
    definition: '<messageEventDefinition messageRef="M"/>',
    roots: `<message id="M" name="ping_${id}"/>`,
    fire: `!ping_${id}`,
    repeats: true,
  },
  {
    name: 'signal',
    definition: '<signalEventDefinition signalRef="S"/>',
    roots: `<signal id="S" name="alarm_${id}"/>`,
    fire: `~alarm_${id}`,
    repeats: true,
  },
  {
    name: 'timer',
    definition:
      '<timerEventDefinition><timeDuration xsi:type="tFormalExpression">PT1H</timeDuration></timerEventDefinition>',
    roots: '',
    fire: '+PT61M',
  },
  {
    name: 'condition',
    definition:
      '<conditionalEventDefinition><condition xsi:type="tFormalExpression">go = true</condition></conditionalEventDefinition>',
    roots: '',
    fire: '= {"go":true}',
  },
  {
    name: 'error',
    definition: '<errorEventDefinition errorRef="E"/>',
    roots: '<error id="E" name="bad" errorCode="E-1"/>',
    fire: 'x',
    thrown: from('endEvent', '<errorEventDefinition errorRef="E"/>'),
    interruptingOnly: true,
  },
  {
    name: 'escalation',
    definition: '<escalationEventDefinition escalationRef="X"/>',
    roots: '<escalation id="X" name="up" escalationCode="UP"/>',
    fire: 'x',
    thrown: from('endEvent', '<escalationEventDefinition escalationRef="X"/>'),
  },
];

/** What stands inside a scope: `a`, and beside it `x` where something is thrown from inside. */
const insideOf = ({ thrown }: Trigger, prefix: string): string =>
  thrown === undefined
    ? start(`${prefix}s`) + users('a') + end(`${prefix}e`) + flows(`${prefix}s>a>${prefix}e`)
    : start(`${prefix}s`) +
      `<parallelGateway id="${prefix}f"/>` +
      users('a x') +
      thrown +
      end(`${prefix}e`) +
      flows(`${prefix}s>${prefix}f>a>${prefix}e; ${prefix}f>x>t`);

const multi = (sequential: boolean): string =>
  `<multiInstanceLoopCharacteristics isSequential="${sequential}"><loopCardinality xsi:type="tFormalExpression">2</loopCardinality></multiInstanceLoopCharacteristics>`;

/** An activity that something is attached to, what is open in it, and the acts that end it. */
interface Host {
  readonly name: string;
  readonly xml: (trigger: Trigger, called: string) => string;
  readonly open: readonly string[];
  readonly finish: readonly string[];
  /** It can throw from inside. */
  readonly scope?: boolean;
  readonly processes?: (trigger: Trigger, called: string) => string;
}

const hosts: readonly Host[] = [
  { name: 'a user task', xml: () => '<userTask id="H"/>', open: ['H'], finish: ['H'] },
  { name: 'a receive task', xml: () => '<receiveTask id="H" messageRef="R"/>', open: [], finish: [`!reply_${id}`] },
  {
    name: 'a sub-process',
    xml: (t) => `<subProcess id="H">${insideOf(t, 'i')}</subProcess>`,
    open: ['a'],
    finish: ['a'],
    scope: true,
  },
  {
    name: 'a transaction',
    xml: (t) => `<transaction id="H">${insideOf(t, 'i')}</transaction>`,
    open: ['a'],
    finish: ['a'],
    scope: true,
  },
  {
    name: 'a call activity',
    xml: (_, called) => `<callActivity id="H" calledElement="${called}"/>`,
    open: ['a'],
    finish: ['a'],
    scope: true,
    processes: (t, called) => `<process id="${called}" isExecutable="true">${insideOf(t, 'i')}</process>`,
  },
  {
    name: 'a parallel multi-instance task',
    xml: () => `<userTask id="H">${multi(false)}</userTask>`,
    open: ['H', 'H'],
    finish: ['H', 'H'],
  },
  {
    name: 'a sequential multi-instance task',
    xml: () => `<userTask id="H">${multi(true)}</userTask>`,
    open: ['H'],
    finish: ['H', 'H'],
  },
  {
    name: 'a parallel multi-instance sub-process',
    xml: (t) => `<subProcess id="H">${multi(false)}${insideOf(t, 'i')}</subProcess>`,
    open: ['a', 'a'],
    finish: ['a', 'a'],
    scope: true,
  },
];

/** Acts one after the other, each with what it leaves open. */
function script(trigger: Trigger, host: Pick<Host, 'open' | 'finish' | 'name'>, interrupting: boolean): string {
  const several = host.name.includes('multi-instance sub-process');
  const thrower = trigger.thrown === undefined ? [] : several ? ['x', 'x'] : ['x'];
  const beside = thrower.slice(1);
  const open = (some: readonly string[]): string => (some.length > 0 ? some.join(' ') : 'running');
  const lines = [`→ ${open([...host.open, ...thrower])}`];
  if (interrupting) return [...lines, `${trigger.fire} → h`, 'h → completed'].join('; ');
  lines.push(`${trigger.fire} → ${open([...host.open, ...beside, 'h'])}`);
  const handlers = trigger.repeats === true ? ['h', 'h'] : ['h'];
  if (trigger.repeats === true) lines.push(`${trigger.fire} → ${open([...host.open, 'h', 'h'])}`);
  for (const [index] of handlers.entries())
    lines.push(`h → ${open([...host.open, ...beside, ...handlers.slice(index + 1)])}`);
  const left = [...host.open];
  for (const [index, act] of host.finish.entries()) {
    const last = index === host.finish.length - 1;
    if (left.length > 1 || last) left.shift();
    const rest = last && beside.length === 0 ? ['z'] : [...left, ...beside];
    lines.push(`${act} → ${open(rest)}`);
  }
  // The other instance throws as well, and its handler runs beside what follows.
  if (beside.length > 0) lines.push('x → h z', 'h → z');
  return [...lines, 'z → completed'].join('; ');
}

const attached = (trigger: Trigger, interrupting: boolean): string =>
  `<boundaryEvent id="b" attachedToRef="H" cancelActivity="${interrupting}">${trigger.definition}</boundaryEvent>`;
const handling = (trigger: Trigger, interrupting: boolean): string =>
  `<subProcess id="P" triggeredByEvent="true"><startEvent id="hs" isInterrupting="${interrupting}">${trigger.definition}</startEvent><userTask id="h"/><endEvent id="he"/>${flows('hs>h>he')}</subProcess>`;
const waysOf = (trigger: Trigger): readonly boolean[] => (trigger.interruptingOnly ? [true] : [true, false]);

export const matrix: Tries = (under) => {
  describe('every trigger on every activity', () => {
    for (const trigger of triggers)
      for (const host of hosts.filter(({ scope }) => trigger.thrown === undefined || scope === true))
        for (const interrupting of waysOf(trigger)) {
          const called = freshKey();
          tries(
            under,
            `${trigger.name} on ${host.name}, ${interrupting ? 'interrupting' : 'not interrupting'}`,
            document(
              start() +
                host.xml(trigger, called) +
                attached(trigger, interrupting) +
                users('h z') +
                end('e', 'e2') +
                flows('s>H>z>e; b>h>e2'),
              {
                roots: `${trigger.roots}<message id="R" name="reply_${id}"/>`,
                processes: host.processes?.(trigger, called) ?? '',
              },
            ),
            (t) => follow(t, script(trigger, host, interrupting)),
          );
        }
  });

  describe('every trigger of an event sub-process in every scope', () => {
    for (const trigger of triggers)
      for (const interrupting of waysOf(trigger))
        for (const place of ['process', 'sub-process', 'sub-process in a sub-process', 'called process'] as const) {
          const called = freshKey();
          const within = insideOf(trigger, 'i') + handling(trigger, interrupting);
          const sub = (content: string, name: string): string => `<subProcess id="${name}">${content}</subProcess>`;
          const around = (inner: string): string => start() + inner + users('z') + end() + flows('s>H>z>e');
          const bodies = {
            process: within,
            'sub-process': around(sub(within, 'H')),
            'sub-process in a sub-process': around(
              sub(start('os') + sub(within, 'I') + end('oe') + flows('os>I>oe'), 'H'),
            ),
            'called process': around(`<callActivity id="H" calledElement="${called}"/>`),
          };
          tries(
            under,
            `${trigger.name} in a ${place}, ${interrupting ? 'interrupting' : 'not interrupting'}`,
            document(bodies[place], {
              roots: trigger.roots,
              processes:
                place === 'called process' ? `<process id="${called}" isExecutable="true">${within}</process>` : '',
            }),
            (t) => follow(t, scriptOf(trigger, place, interrupting)),
          );
        }
  });
};

/** What is set on the case does not reach the variables of a called process, which are its own. */
const scriptOf = (trigger: Trigger, place: string, interrupting: boolean): string =>
  place === 'called process' && trigger.name === 'condition'
    ? '→ a; = {"go":true} → a; a → z; z → completed'
    : inScope(trigger, place === 'process', interrupting);

/** The scope goes on when its own work and all handlers have ended. */
function inScope(trigger: Trigger, top: boolean, interrupting: boolean): string {
  const thrower = trigger.thrown === undefined ? '' : ' x';
  const then = top ? 'completed' : 'z';
  const rest = top ? [] : ['z → completed'];
  if (interrupting) return [`→ a${thrower}`, `${trigger.fire} → h`, `h → ${then}`, ...rest].join('; ');
  const again = trigger.repeats === true ? [`${trigger.fire} → a h h`, 'h → a h'] : [];
  return [`→ a${thrower}`, `${trigger.fire} → a h`, ...again, 'a → h', `h → ${then}`, ...rest].join('; ');
}
