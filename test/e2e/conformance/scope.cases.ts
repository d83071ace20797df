import { describe, expect } from 'vitest';
import { tries, type Tries } from './cases.ts';
import { document, end, flows, start, users } from './document.ts';

const timer = (text: string): string =>
  `<timerEventDefinition><timeDuration>${text}</timeDuration></timerEventDefinition>`;
const roots =
  '<message id="M" name="ping"/><signal id="S" name="alarm"/><error id="E1" name="bad" errorCode="E-1"/><escalation id="X" name="up" escalationCode="UP"/>';

/** An event sub-process with one task. */
const handler = (id: string, definition: string, task: string, interrupting: boolean): string =>
  `<subProcess id="${id}" triggeredByEvent="true"><startEvent id="${id}s" isInterrupting="${interrupting}">${definition}</startEvent><userTask id="${task}"/><endEvent id="${id}e"/>${flows(`${id}s>${task}>${id}e`)}</subProcess>`;

export const scopes: Tries = (under) => {
  describe('sub-processes and event sub-processes', () => {
    tries(
      under,
      'nested sub-processes end from the inside',
      document(
        start() +
          `<subProcess id="o"><startEvent id="os"/><subProcess id="i"><startEvent id="is"/><userTask id="a"/><endEvent id="ie"/>${flows('is>a>ie')}</subProcess><userTask id="b"/><endEvent id="oe"/>${flows('os>i>b>oe')}</subProcess>` +
          users('z') +
          end() +
          flows('s>o>z>e'),
        { prefix: 'bpmn' },
      ),
      async (t) => {
        await t.does('a');
        await t.sees('b');
        await t.does('b');
        await t.sees('z');
      },
    );
    tries(
      under,
      'an interrupting message event sub-process of the process',
      document(
        start() +
          users('a b') +
          handler('h', '<messageEventDefinition messageRef="M"/>', 'x', true) +
          end() +
          flows('s>a>b>e'),
        { roots },
      ),
      async (t) => {
        await t.sees('a');
        await t.message('ping');
        await t.sees('x');
        expect((await t.message('ping')).status).toBe(404);
        await t.does('x');
        await t.sees('completed');
      },
    );
    tries(
      under,
      'one that does not interrupt runs as often as it is called; the case waits for all',
      document(
        start() +
          users('a') +
          handler('h', '<messageEventDefinition messageRef="M"/>', 'x', false) +
          end() +
          flows('s>a>e'),
        { roots, prefix: 'bpmn' },
      ),
      async (t) => {
        await t.message('ping');
        await t.message('ping');
        await t.sees('a x x');
        await t.does('a');
        await t.sees('x x');
        await t.does('x');
        await t.does('x');
        await t.sees('completed');
      },
    );
    tries(
      under,
      'a timer event sub-process counts from the opening of its scope',
      document(
        start() +
          `<subProcess id="o"><startEvent id="os"/><userTask id="a"/><endEvent id="oe"/>${flows('os>a>oe')}${handler('h', timer('PT2H'), 'x', true)}</subProcess>` +
          users('pre z') +
          end() +
          flows('s>pre>o>z>e'),
        { roots },
      ),
      async (t) => {
        await t.forward('PT3H');
        await t.sees('pre');
        await t.does('pre');
        await t.forward('PT1H');
        await t.sees('a');
        await t.forward('PT61M');
        await t.sees('x');
        await t.does('x');
        await t.sees('z');
      },
    );
    tries(
      under,
      'an error event sub-process inside its scope before the boundary outside',
      document(
        start() +
          `<subProcess id="o"><startEvent id="os"/><userTask id="a"/><endEvent id="oe"><errorEventDefinition errorRef="E1"/></endEvent>${flows('os>a>oe')}${handler('h', '<errorEventDefinition errorRef="E1"/>', 'x', true)}</subProcess><boundaryEvent id="b" attachedToRef="o"><errorEventDefinition/></boundaryEvent>` +
          users('y z') +
          end('e', 'e2') +
          flows('s>o>z>e; b>y>e2'),
        { roots },
      ),
      async (t) => {
        await t.does('a');
        await t.sees('x');
        await t.does('x');
        await t.sees('z');
      },
    );
    tries(
      under,
      'an error thrown by the handler itself goes outwards',
      document(
        start() +
          `<subProcess id="o"><startEvent id="os"/><userTask id="a"/><endEvent id="oe"><errorEventDefinition errorRef="E1"/></endEvent>${flows('os>a>oe')}<subProcess id="h" triggeredByEvent="true"><startEvent id="hs"><errorEventDefinition errorRef="E1"/></startEvent><userTask id="x"/><endEvent id="he"><errorEventDefinition errorRef="E1"/></endEvent>${flows('hs>x>he')}</subProcess></subProcess><boundaryEvent id="b" attachedToRef="o"><errorEventDefinition/></boundaryEvent>` +
          users('y z') +
          end('e', 'e2') +
          flows('s>o>z>e; b>y>e2'),
        { roots },
      ),
      async (t) => {
        await t.does('a');
        await t.does('x');
        await t.sees('y');
      },
    );
    tries(
      under,
      'an escalation event sub-process that does not interrupt',
      document(
        start() +
          `<subProcess id="o"><startEvent id="os"/><intermediateThrowEvent id="th"><escalationEventDefinition escalationRef="X"/></intermediateThrowEvent><userTask id="a"/><endEvent id="oe"/>${flows('os>th>a>oe')}${handler('h', '<escalationEventDefinition escalationRef="X"/>', 'x', false)}</subProcess>` +
          users('z') +
          end() +
          flows('s>o>z>e'),
        { roots },
      ),
      async (t) => {
        await t.sees('a x');
        await t.does('a');
        await t.sees('x');
        await t.does('x');
        await t.sees('z');
      },
    );
    tries(
      under,
      'a conditional event sub-process and a signal one',
      document(
        start() +
          users('a b') +
          '<parallelGateway id="f"/>' +
          handler(
            'h',
            '<conditionalEventDefinition><condition xsi:type="tFormalExpression">x = 1</condition></conditionalEventDefinition>',
            'c',
            false,
          ) +
          handler('k', '<signalEventDefinition signalRef="S"/>', 'd', true) +
          end() +
          flows('s>f; f>a>e; f>b>e'),
        { roots },
      ),
      async (t) => {
        await t.does('a', { x: 1 });
        await t.sees('b c');
        await t.signal('alarm');
        await t.sees('d');
        await t.does('d');
        await t.sees('completed');
      },
    );
    tries(
      under,
      'compensation of all: in reverse order of completion',
      document(
        start() +
          users('a b') +
          '<boundaryEvent id="ba" attachedToRef="a"><compensateEventDefinition/></boundaryEvent><boundaryEvent id="bb" attachedToRef="b"><compensateEventDefinition/></boundaryEvent>' +
          '<userTask id="ua" isForCompensation="true"/><userTask id="ub" isForCompensation="true"/>' +
          '<association id="as1" associationDirection="One" sourceRef="ba" targetRef="ua"/><association id="as2" associationDirection="One" sourceRef="bb" targetRef="ub"/>' +
          '<intermediateThrowEvent id="c"><compensateEventDefinition/></intermediateThrowEvent>' +
          users('z') +
          end() +
          flows('s>a>b>c>z>e'),
      ),
      async (t) => {
        await t.does('a');
        await t.does('b');
        await t.sees('ub');
        await t.does('ub');
        await t.sees('ua');
        await t.does('ua');
        await t.sees('z');
      },
    );
    tries(
      under,
      'compensation of one activity; what was not done is not undone',
      document(
        start() +
          users('a b') +
          '<boundaryEvent id="ba" attachedToRef="a"><compensateEventDefinition/></boundaryEvent><boundaryEvent id="bb" attachedToRef="b"><compensateEventDefinition/></boundaryEvent>' +
          '<userTask id="ua" isForCompensation="true"/><userTask id="ub" isForCompensation="true"/>' +
          '<association id="as1" associationDirection="One" sourceRef="ba" targetRef="ua"/><association id="as2" associationDirection="One" sourceRef="bb" targetRef="ub"/>' +
          '<endEvent id="c"><compensateEventDefinition activityRef="a"/></endEvent>' +
          flows('s>a>b>c'),
        { prefix: 'bpmn' },
      ),
      async (t) => {
        await t.does('a');
        await t.does('b');
        await t.sees('ua');
        await t.does('ua');
        await t.sees('completed');
      },
    );
    tries(
      under,
      'compensating a sub-process undoes what was done inside',
      document(
        start() +
          `<subProcess id="o"><startEvent id="os"/><userTask id="a"/><userTask id="b"/><endEvent id="oe"/>${flows('os>a>b>oe')}
          <boundaryEvent id="ba" attachedToRef="a"><compensateEventDefinition/></boundaryEvent><boundaryEvent id="bb" attachedToRef="b"><compensateEventDefinition/></boundaryEvent>
          <userTask id="ua" isForCompensation="true"/><userTask id="ub" isForCompensation="true"/>
          <association id="as1" associationDirection="One" sourceRef="ba" targetRef="ua"/><association id="as2" associationDirection="One" sourceRef="bb" targetRef="ub"/></subProcess>` +
          '<intermediateThrowEvent id="c"><compensateEventDefinition activityRef="o"/></intermediateThrowEvent>' +
          users('z') +
          end() +
          flows('s>o>c>z>e'),
      ),
      async (t) => {
        await t.does('a');
        await t.does('b');
        await t.sees('ub');
        await t.does('ub');
        await t.sees('ua');
        await t.does('ua');
        await t.sees('z');
      },
    );
    tries(
      under,
      'a transaction cancelled: what was done is undone, then the cancel boundary',
      document(
        start() +
          `<transaction id="o"><startEvent id="os"/><userTask id="a"/><parallelGateway id="g"/><userTask id="b"/><userTask id="side"/><endEvent id="oe"/><endEvent id="cancel"><cancelEventDefinition/></endEvent>${flows('os>a>g; g>b>cancel; g>side>oe')}
          <boundaryEvent id="ba" attachedToRef="a"><compensateEventDefinition/></boundaryEvent><userTask id="ua" isForCompensation="true"/><association id="as1" associationDirection="One" sourceRef="ba" targetRef="ua"/></transaction>
          <boundaryEvent id="bc" attachedToRef="o"><cancelEventDefinition/></boundaryEvent>` +
          users('y z') +
          end('e', 'e2') +
          flows('s>o>z>e; bc>y>e2'),
      ),
      async (t) => {
        await t.does('a');
        await t.sees('b side');
        await t.does('b');
        await t.sees('ua');
        await t.does('ua');
        await t.sees('y');
      },
    );
    tries(
      under,
      'a hazard in a transaction leaves by its error boundary without compensation',
      document(
        start() +
          `<transaction id="o"><startEvent id="os"/><userTask id="a"/><endEvent id="bad"><errorEventDefinition errorRef="E1"/></endEvent>${flows('os>a>bad')}
          <boundaryEvent id="ba" attachedToRef="a"><compensateEventDefinition/></boundaryEvent><userTask id="ua" isForCompensation="true"/><association id="as1" associationDirection="One" sourceRef="ba" targetRef="ua"/></transaction>
          <boundaryEvent id="be" attachedToRef="o"><errorEventDefinition errorRef="E1"/></boundaryEvent>` +
          users('y z') +
          end('e', 'e2') +
          flows('s>o>z>e; be>y>e2'),
        { roots },
      ),
      async (t) => {
        await t.does('a');
        await t.sees('y');
      },
    );
    tries(
      under,
      'variables of a sub-process stay inside unless an outer scope has the name',
      document(
        start() +
          `<subProcess id="o"><startEvent id="os"/><userTask id="a"/><endEvent id="oe"/><extensionElements><camunda:inputOutput><camunda:inputParameter name="local">\${outer}</camunda:inputParameter><camunda:outputParameter name="back">\${local}</camunda:outputParameter></camunda:inputOutput></extensionElements>${flows('os>a>oe')}</subProcess>`.replace(
            /(<subProcess id="o">)(.*)(<extensionElements>.*<\/extensionElements>)/s,
            '$1$3$2',
          ) +
          users('z') +
          end() +
          flows('s>o>z>e'),
      ),
      async (t) => {
        expect((await t.task('a')).variables.local).toBe(5);
        await t.does('a', { local: 9, fresh: 1 });
        const v = await t.variables();
        expect(v).toEqual({ outer: 5, back: 9, fresh: 1 });
      },
      { variables: { outer: 5 } },
    );
    tries(
      under,
      'a non-interrupting event sub-process ends before its parent goes on, terminate inside it ends it alone',
      document(
        start() +
          `<subProcess id="o"><startEvent id="os"/><userTask id="a"/><endEvent id="oe"/>${flows('os>a>oe')}<subProcess id="h" triggeredByEvent="true"><startEvent id="hs" isInterrupting="false"><messageEventDefinition messageRef="M"/></startEvent><parallelGateway id="hg"/><userTask id="x"/><userTask id="y"/><endEvent id="he"/><endEvent id="hk"><terminateEventDefinition/></endEvent>${flows('hs>hg>x>he; hg>y>hk')}</subProcess></subProcess>` +
          users('z') +
          end() +
          flows('s>o>z>e'),
        { roots },
      ),
      async (t) => {
        await t.message('ping');
        await t.sees('a x y');
        await t.does('x');
        await t.sees('a y');
        await t.message('ping');
        await t.sees('a x y y');
        await t.does('y', undefined);
        await t.does('a');
        const open = await t.open();
        expect(open.length).toBeGreaterThan(0);
        expect(open).not.toContain('z');
      },
    );
  });
};
