/** A trace of the conformance cases that another engine plays otherwise. */
export interface Difference {
  readonly name: string;
  /** Which act; absent where the definition itself is not taken. */
  readonly step?: number;
  readonly here: string;
  readonly there: string;
}

interface Explanation {
  /** Matches "group > name" of the cases. */
  readonly cases: RegExp;
  readonly here: string;
  readonly there: string;
  /** Why it stays so: the contract's semantics first, then the specification. */
  readonly why: string;
}

/** Where Operaton does otherwise, by what was seen when it played the same files. */
const operaton: readonly Explanation[] = [
  {
    cases: /nobody catches is an incident/,
    here: 'an error that nobody catches is an incident at the throwing event',
    there: 'the branch ends and the case may be completed',
    why: 'a lost error must be seen',
  },
  {
    cases:
      /(conditional boundary fires|conditional event sub non-interrupting|condition on a (parallel|sequential) multi-instance)/,
    here: 'a condition fires when it becomes true, and again after it was false',
    there:
      'a condition that does not interrupt fires at every change of any variable while it holds, the counters of a multi-instance too',
    why: 'BPMN 2.0, 10.5.5: it has to become false before it can be triggered again',
  },
  {
    cases:
      /only true counts|unknown and null take the default|text compared with a number|a loop by link events|an error out of one instance interrupts all/,
    here: 'only `true` takes a flow; an unknown variable is null, comparisons with null or of different types are null',
    there:
      'a condition that is no truth value, or names an unknown variable, fails the act; text is compared with a number',
    why: 'conditions are FEEL',
  },
  {
    cases: /a parallel join wants one token on each flow/,
    here: 'two tokens on one flow do not complete a parallel join',
    there: 'arrivals are counted, whichever flow they came by',
    why: 'BPMN 2.0, 13.4.1: exactly one token from each incoming flow',
  },
  {
    cases:
      /inclusive join whose awaited branch dies|awaited branch killed|branch killed by boundary|reachable via event gateway|two inclusive joins waiting/,
    here: 'an inclusive join fires as soon as nothing more can reach it, also when a branch dies',
    there: 'it is judged only when a token arrives, and waits for ever',
    why: 'BPMN 2.0, 13.4.3',
  },
  {
    cases: /event-based gateway: the first one wins|event gateway with receive task/,
    here: 'receive tasks may follow an event-based gateway',
    there: 'the definition is refused',
    why: 'BPMN 2.0, 10.6.6',
  },
  {
    cases: /several none start events/,
    here: 'of several none start events the first in the document begins, or the one asked for; a warning tells it',
    there: 'the definition is refused',
    why: 'models of other tools have them',
  },
  {
    cases: /compensat|undone twice|undoes the scope/,
    here: 'compensation goes in reverse order of completion, one after the other',
    there: 'all handlers are started at once',
    why: 'BPMN 2.0, 13.5.5',
  },
  {
    cases: /standard loop/,
    here: 'standard loops are executed',
    there: 'the loop marker is ignored',
    why: 'BPMN 2.0, 13.3.6',
  },
  {
    cases: /an unknown key is an incident|none true and no default|no collection at all/,
    here: 'what cannot go on (a called process that is not there, no true flow, no collection) is an incident, to be retried',
    there: 'the act fails and is rolled back',
    why: 'what is wrong must be seen where it stands',
  },
  {
    cases: /R3\/start|cycle with start date/,
    here: 'a cycle with a start comes at its start and R times in all, at once what lies in the past',
    there: 'it comes once more; one whose start has passed fails the act',
    why: 'ISO 8601 counts the recurrences',
  },
  {
    cases: /a signal interrupts the branch that threw it/,
    here: 'an interrupting event sub-process hears a signal of its own scope',
    there: 'the case ends without its handler',
    why: 'BPMN 2.0, 13.5.4',
  },
  {
    cases: /several boundary timers: reminder each day/,
    here: 'of timers due at one moment the one that was armed first fires first, and may end what the others belong to',
    there: 'the order is left to whoever fetches the jobs',
    why: 'a replay must come to the same state',
  },
  {
    cases: /inside MI sub-process hits one instance/,
    here: 'a condition inside one instance sees that instance’s loopCounter',
    there: 'it was not seen to fire',
    why: 'the counters are visible where they should be',
  },
  {
    cases: /throw message to own waiting branch/,
    here: 'a message that is thrown reaches who waits for it, in the same case too',
    there: 'throwing is left to code of one’s own',
    why: 'a model must do what it shows',
  },
  {
    cases: /a sub-process many times/,
    here: 'the parts of an activity may stand in any order',
    there: 'the order of the schema is demanded',
    why: 'models of other tools have them',
  },
];

/** The same for bpmn-elements, as far as it executes an element at all. */
const bpmnElements: readonly Explanation[] = [
  {
    cases:
      /(message|signal) on .*, not interrupting|message that does not interrupt|signals, interrupting and not|boundary on a multi-instance that does not|R3\/|R\/PT1H|conditional boundary fires|a cycle by the function/,
    here: 'a boundary event that does not interrupt listens until its activity ends, and a cycle comes round',
    there: 'it listens once',
    why: 'BPMN 2.0, 10.5.6',
  },
  {
    cases:
      /error by code|nearest scope|nobody catches|a hazard in a transaction|another code lets|catch-all nearer|code before catch-all|error that is thrown is an expression/,
    here: 'an error goes to the boundary that names its code, else a catch-all, else further out',
    there: 'unless the one boundary there names it, the activity ends as if nothing had been thrown',
    why: 'BPMN 2.0, 10.5.7',
  },
  {
    cases: /inclusive/,
    here: 'an inclusive join waits for what can still arrive',
    there: 'every token passes it',
    why: 'BPMN 2.0, 13.4.3',
  },
  {
    cases: /implicit merge|exclusive merge|link events/,
    here: 'every token that arrives begins the activity',
    there: 'one that arrives while it runs is dropped',
    why: 'BPMN 2.0, 13.3.2',
  },
  {
    cases: /compensat|undone|undoes|the handler may be a sub-process/,
    here: 'who throws compensation waits for it; it reaches into completed sub-processes, in reverse order',
    there: 'the thrower goes on at once, handlers begin together, sub-processes are not reached',
    why: 'BPMN 2.0, 13.5.5',
  },
  {
    cases: /multi-instance sub-process|error out of one instance|terminate inside one instance/,
    here: 'the instances of a multi-instance sub-process are independent of each other',
    there: 'what ends or leaves one ends all',
    why: 'BPMN 2.0, 13.3.7',
  },
  {
    cases: /only true counts|conditions on the flows of a parallel gateway/,
    here: 'only `true` takes a flow, and a parallel gateway asks no conditions',
    there: 'whatever is truthy does, and they are asked',
    why: 'conditions are FEEL; BPMN 2.0, 13.4.1',
  },
  {
    cases: /a parallel join wants one token/,
    here: 'a join that can never complete is an incident',
    there: 'the case ends',
    why: 'what is stuck must be seen',
  },
  {
    cases: /several none start events|a signal start event|start event asked for by name/,
    here: 'one start event begins a case',
    there: 'all begin together; a signal begins none',
    why: 'BPMN 2.0, 13.2',
  },
  {
    cases: /an escalation/,
    here: 'the nearest boundary takes an escalation, one without a code any',
    there: 'it goes on outwards as well, and needs its code',
    why: 'BPMN 2.0, 10.5.7',
  },
  {
    cases: /an intermediate conditional event/,
    here: 'conditions are looked at whenever a variable changes',
    there: 'only when the event is told to',
    why: 'BPMN 2.0, 10.5.5',
  },
  {
    cases: /a signal is not kept/,
    here: 'a signal reaches those that listen when it is thrown',
    there: 'the next event on the way hears it too',
    why: 'BPMN 2.0, 10.5.1: a signal is for those that wait',
  },
  {
    cases: /one message goes to one|the same message inside and at the border/,
    here: 'a message goes to one receiver of a case, the one that has waited longest',
    there: 'to all that wait; the border waits only when nobody inside does',
    why: 'a message has one receiver',
  },
  {
    cases: /manual tasks are passed/,
    here: 'a manual task is passed through',
    there: 'it waits to be told',
    why: 'as in Operaton',
  },
  {
    cases: /a runaway multi-instance/,
    here: 'an act is bounded: 10,000 steps, 1,000 instances',
    there: 'there is no limit',
    why: 'a wrong definition must not stop the server',
  },
];

export const engineDifferences = { operaton, bpmnElements } as const;

/** What of the differences seen nobody has explained. */
export const unexplained = (
  engine: keyof typeof engineDifferences,
  seen: readonly Difference[],
): readonly Difference[] => seen.filter(({ name }) => !engineDifferences[engine].some(({ cases }) => cases.test(name)));

/** Explanations of what is not seen any more. */
export const outdated = (engine: keyof typeof engineDifferences, seen: readonly Difference[]): readonly string[] =>
  engineDifferences[engine].filter(({ cases }) => !seen.some(({ name }) => cases.test(name))).map(({ there }) => there);
