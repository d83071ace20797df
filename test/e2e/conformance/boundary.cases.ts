import { describe, expect } from 'vitest';
import { tries, type Tries } from './cases.ts';
import { document, end, flows, start, users } from './document.ts';

const boundary = (id: string, on: string, definition: string, interrupting = true): string =>
  `<boundaryEvent id="${id}" attachedToRef="${on}"${interrupting ? '' : ' cancelActivity="false"'}>${definition}</boundaryEvent>`;
const timer = (kind: 'Duration' | 'Date' | 'Cycle', text: string): string =>
  `<timerEventDefinition><time${kind} xsi:type="tFormalExpression">${text}</time${kind}></timerEventDefinition>`;
const messages =
  '<message id="M" name="ping"/><signal id="S" name="alarm"/><error id="E1" name="bad" errorCode="E-1"/><error id="E2" name="worse" errorCode="E-2"/><escalation id="X" name="up" escalationCode="UP"/>';

export const boundaryEvents: Tries = (under) => {
  describe('boundary events', () => {
    tries(
      under,
      'an interrupting timer ends its task',
      document(
        start() +
          users('a b c') +
          boundary('t', 'a', timer('Duration', 'PT2H')) +
          end('e', 'e2') +
          flows('s>a>b>e; t>c>e2'),
      ),
      async (t) => {
        await t.sees('a');
        await t.forward('PT1H59M');
        await t.sees('a');
        const fired = await t.forward('PT2M');
        expect(fired.map((alarm) => [alarm.kind, alarm.elementId])).toEqual([['timer', 't']]);
        await t.sees('c');
        await t.does('c');
        await t.sees('completed');
      },
    );
    tries(
      under,
      'a timer that does not interrupt runs beside its task, once',
      document(
        start() +
          users('a b c') +
          boundary('t', 'a', timer('Duration', 'P1D'), false) +
          end('e', 'e2') +
          flows('s>a>b>e; t>c>e2'),
        { prefix: 'bpmn2' },
      ),
      async (t) => {
        await t.forward('P3D');
        await t.sees('a c');
        await t.does('a');
        await t.sees('b c');
        await t.does('c');
        await t.does('b');
        await t.sees('completed');
      },
    );
    tries(
      under,
      'R3/PT1H fires three times',
      document(
        start() +
          users('a c') +
          boundary('t', 'a', timer('Cycle', 'R3/PT1H'), false) +
          end('e', 'e2') +
          flows('s>a>e; t>c>e2'),
        { prefix: 'bpmn', executable: false },
      ),
      async (t) => {
        await t.forward('PT1H1M');
        await t.sees('a c');
        await t.forward('PT1H');
        await t.sees('a c c');
        const fired = await t.forward('PT10H');
        expect(fired.length).toBe(1);
        await t.sees('a c c c');
        await t.does('a');
        await t.sees('c c c');
      },
    );
    tries(
      under,
      'an unlimited cycle R/PT1H goes on until the task ends',
      document(
        start() +
          users('a c') +
          boundary('t', 'a', timer('Cycle', 'R/PT1H'), false) +
          end('e', 'e2') +
          flows('s>a>e; t>c>e2'),
      ),
      async (t) => {
        await t.forward('PT5H30M');
        await t.sees('a c c c c c');
        await t.does('a');
        await t.forward('PT5H');
        await t.sees('c c c c c');
      },
    );
    tries(
      under,
      'a date from a variable',
      document(
        start() + users('a c') + boundary('t', 'a', timer('Date', 'when')) + end('e', 'e2') + flows('s>a>e; t>c>e2'),
      ),
      async (t) => {
        await t.sees('a');
        await t.forward('P2D');
        await t.sees('c');
      },
      { variables: { when: new Date(Date.now() + 36 * 3_600_000).toISOString() } },
    );
    tries(
      under,
      'a date in the past is due at once',
      document(
        start() +
          users('a c') +
          boundary('t', 'a', timer('Date', '2020-01-01T00:00:00Z')) +
          end('e', 'e2') +
          flows('s>a>e; t>c>e2'),
      ),
      async (t) => t.sees('c'),
    );
    tries(
      under,
      'a duration by ${…} of Camunda',
      document(
        start() +
          users('a c') +
          boundary('t', 'a', timer('Duration', '${wait}')) +
          end('e', 'e2') +
          flows('s>a>e; t>c>e2'),
        { prefix: 'bpmn' },
      ),
      async (t) => {
        await t.forward('PT31M');
        await t.sees('c');
      },
      { variables: { wait: 'PT30M' } },
    );
    tries(
      under,
      'a message that interrupts, and is refused when nothing waits',
      document(
        start() +
          users('a b c') +
          boundary('m', 'a', '<messageEventDefinition messageRef="M"/>') +
          end('e', 'e2') +
          flows('s>a>b>e; m>c>e2'),
        { roots: messages },
      ),
      async (t) => {
        const answer = await t.message('ping', { got: 7 });
        expect(answer.status).toBe(200);
        await t.sees('c');
        expect((await t.variables()).got).toBe(7);
        const again = await t.message('ping');
        expect([again.status, again.body.code]).toEqual([404, 'NO_RECEIVER']);
      },
    );
    tries(
      under,
      'a message that does not interrupt can come again',
      document(
        start() +
          users('a c') +
          boundary('m', 'a', '<messageEventDefinition messageRef="M"/>', false) +
          end('e', 'e2') +
          flows('s>a>e; m>c>e2'),
        { roots: messages, prefix: 'bpmn' },
      ),
      async (t) => {
        await t.message('ping');
        await t.message('ping');
        await t.sees('a c c');
        await t.does('a');
        expect((await t.message('ping')).status).toBe(404);
        await t.sees('c c');
      },
    );
    tries(
      under,
      'signals, interrupting and not, on one task',
      document(
        start() +
          users('a b c') +
          boundary('n', 'a', '<signalEventDefinition signalRef="S"/>', false) +
          boundary('i', 'a', '<signalEventDefinition signalRef="S2"/>') +
          end('e', 'e2', 'e3') +
          flows('s>a>e; n>b>e2; i>c>e3'),
        { roots: messages + '<signal id="S2" name="stop"/>' },
      ),
      async (t) => {
        expect((await t.signal('alarm')).body.cases).toEqual([t.id]);
        await t.sees('a b');
        await t.signal('alarm');
        await t.sees('a b b');
        await t.signal('stop');
        await t.sees('b b c');
        expect((await t.signal('alarm')).body.cases).toEqual([]);
      },
    );
    tries(
      under,
      'an error by code goes to its boundary, not to the other',
      document(
        start() +
          `<subProcess id="sub"><startEvent id="is"/><userTask id="a"/><endEvent id="ie"><errorEventDefinition errorRef="E2"/></endEvent>${flows('is>a>ie')}</subProcess>` +
          boundary('b1', 'sub', '<errorEventDefinition errorRef="E1"/>') +
          boundary('b2', 'sub', '<errorEventDefinition errorRef="E2"/>') +
          users('x y z') +
          end('e', 'e1', 'e2') +
          flows('s>sub>x>e; b1>y>e1; b2>z>e2'),
        { roots: messages },
      ),
      async (t) => {
        await t.does('a');
        await t.sees('z');
      },
    );
    tries(
      under,
      'an error takes the nearest scope, catch-all or not; siblings in the scope end',
      document(
        start() +
          `<subProcess id="outer"><startEvent id="os"/>
            <parallelGateway id="g"/><userTask id="beside"/>
            <subProcess id="inner"><startEvent id="is"/><userTask id="a"/><endEvent id="ie"><errorEventDefinition errorRef="E1"/></endEvent>${flows('is>a>ie')}</subProcess>
            <boundaryEvent id="all" attachedToRef="inner"><errorEventDefinition/></boundaryEvent>
            <userTask id="caught"/><endEvent id="oe1"/><endEvent id="oe2"/><endEvent id="oe3"/>
            ${flows('os>g>inner>oe1; g>beside>oe2; all>caught>oe3')}</subProcess>` +
          boundary('far', 'outer', '<errorEventDefinition errorRef="E1"/>') +
          users('x z') +
          end('e', 'e2') +
          flows('s>outer>x>e; far>z>e2'),
        { roots: messages },
      ),
      async (t) => {
        await t.sees('a beside');
        await t.does('a');
        await t.sees('beside caught');
        await t.does('caught');
        await t.does('beside');
        await t.sees('x');
      },
    );
    tries(
      under,
      'an error that nobody catches is an incident',
      document(
        start() + users('a') + `<endEvent id="e"><errorEventDefinition errorRef="E1"/></endEvent>` + flows('s>a>e'),
        { roots: messages },
      ),
      async (t) => {
        await t.does('a');
        await t.sees('incident');
        expect((await t.incident()).elementId).toBe('e');
      },
    );
    tries(
      under,
      'an escalation thrown inside: its boundary does not interrupt, the sub-process goes on',
      document(
        start() +
          `<subProcess id="sub"><startEvent id="is"/><userTask id="a"/><intermediateThrowEvent id="up"><escalationEventDefinition escalationRef="X"/></intermediateThrowEvent><userTask id="b"/><endEvent id="ie"/>${flows('is>a>up>b>ie')}</subProcess>` +
          boundary('n', 'sub', '<escalationEventDefinition escalationRef="X"/>', false) +
          users('told after') +
          end('e', 'e2') +
          flows('s>sub>after>e; n>told>e2'),
        { roots: messages, prefix: 'bpmn' },
      ),
      async (t) => {
        await t.does('a');
        await t.sees('b told');
        await t.does('b');
        await t.sees('after told');
      },
    );
    tries(
      under,
      'an escalation end event with an interrupting catch-all boundary',
      document(
        start() +
          `<subProcess id="sub"><startEvent id="is"/><parallelGateway id="g"/><userTask id="a"/><userTask id="b"/><endEvent id="ie"/><endEvent id="up"><escalationEventDefinition escalationRef="X"/></endEvent>${flows('is>g>a>up; g>b>ie')}</subProcess>` +
          boundary('i', 'sub', '<escalationEventDefinition/>') +
          users('told after') +
          end('e', 'e2') +
          flows('s>sub>after>e; i>told>e2'),
        { roots: messages },
      ),
      async (t) => {
        await t.sees('a b');
        await t.does('a');
        await t.sees('told');
      },
    );
    tries(
      under,
      'an escalation that nobody catches goes on',
      document(
        start() +
          users('a b') +
          `<intermediateThrowEvent id="up"><escalationEventDefinition escalationRef="X"/></intermediateThrowEvent>` +
          end() +
          flows('s>a>up>b>e'),
        { roots: messages },
      ),
      async (t) => {
        await t.does('a');
        await t.sees('b');
      },
    );
    tries(
      under,
      'a conditional boundary fires on becoming true, and again after it was false',
      document(
        start() +
          users('a c d') +
          boundary(
            'n',
            'a',
            '<conditionalEventDefinition><condition xsi:type="tFormalExpression">x &gt; 5</condition></conditionalEventDefinition>',
            false,
          ) +
          end('e', 'e2', 'e3') +
          '<parallelGateway id="g"/>' +
          flows('s>g>a>e; g>d>e3; n>c>e2'),
      ),
      async (t) => {
        await t.sees('a d');
        const patch = (x: number) => t.client.send('PATCH', `/cases/${t.id}/variables`, { variables: { x } });
        expect((await patch(3)).status).toBe(200);
        await t.sees('a d');
        await patch(6);
        await t.sees('a c d');
        await patch(7);
        await t.sees('a c d');
        await patch(1);
        await patch(9);
        await t.sees('a c c d');
        await t.does('d');
        await t.sees('a c c');
      },
      { variables: { x: 1 } },
    );
    tries(
      under,
      'a timer on a sub-process ends all that is inside',
      document(
        start() +
          `<subProcess id="sub"><startEvent id="is"/><parallelGateway id="g"/><userTask id="a"/><subProcess id="deep"><startEvent id="ds"/><userTask id="b"/><endEvent id="de"/>${flows('ds>b>de')}</subProcess><endEvent id="ie"/>${flows('is>g>a>ie; g>deep>ie')}</subProcess>` +
          boundary('t', 'sub', timer('Duration', 'PT1H')) +
          users('late') +
          end('e', 'e2') +
          flows('s>sub>e; t>late>e2'),
      ),
      async (t) => {
        await t.sees('a b');
        await t.forward('PT2H');
        await t.sees('late');
        await t.does('late');
        await t.sees('completed');
      },
    );
    tries(
      under,
      'the timer is armed again when the task is entered again',
      document(
        start() +
          users('a b') +
          boundary('t', 'a', timer('Duration', 'PT1H')) +
          end() +
          '<exclusiveGateway id="g" default="g_e"/>' +
          flows('s>a>e; t>b>g>e; g>a [again]'),
      ),
      async (t) => {
        await t.forward('PT61M');
        await t.does('b', { again: true });
        await t.sees('a');
        await t.forward('PT30M');
        await t.sees('a');
        await t.forward('PT31M');
        await t.sees('b');
        await t.does('b', { again: false });
        await t.sees('completed');
      },
    );
    tries(
      under,
      'a receive task with a boundary timer',
      document(
        start() +
          '<receiveTask id="r" messageRef="M"/>' +
          users('b c') +
          boundary('t', 'r', timer('Duration', 'PT1H')) +
          end('e', 'e2') +
          flows('s>r>b>e; t>c>e2'),
        { roots: messages },
      ),
      async (t) => {
        await t.sees('running');
        await t.message('ping');
        await t.sees('b');
        await t.forward('PT2H');
        await t.sees('b');
      },
    );
    tries(
      under,
      'a boundary on a call activity that stands inline',
      () => {
        const child = `<process id="CHILD_KEY" isExecutable="true"><startEvent id="cs"/><userTask id="ca"/><endEvent id="ce"><errorEventDefinition errorRef="E1"/></endEvent>${flows('cs>ca>ce')}</process>`;
        const key = `C${Date.now().toString(36)}`;
        return document(
          start() +
            `<callActivity id="call" calledElement="${key}"/>` +
            boundary('b', 'call', '<errorEventDefinition errorRef="E1"/>') +
            users('x z') +
            end('e', 'e2') +
            flows('s>call>x>e; b>z>e2'),
          { roots: messages, processes: child.replace('CHILD_KEY', key) },
        );
      },
      async (t) => {
        await t.sees('ca');
        await t.does('ca');
        await t.sees('z');
        await t.does('z');
        await t.sees('completed');
      },
    );
  });
};
