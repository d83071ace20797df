import { describe, expect } from 'vitest';
import { tries, type Tries } from './cases.ts';
import { document, end, flows, freshKey, start, users } from './document.ts';

const roots =
  '<message id="M" name="ping"/><signal id="S" name="alarm"/><error id="E1" name="bad" errorCode="E-1"/><escalation id="X" name="up" escalationCode="UP"/>';
const timer = (text: string): string =>
  `<timerEventDefinition><timeDuration>${text}</timeDuration></timerEventDefinition>`;

export const combinations: Tries = (under) => {
  describe('combinations', () => {
    tries(
      under,
      'an error out of one instance of a multi-instance sub-process ends them all',
      document(
        start() +
          `<subProcess id="o"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics><startEvent id="os"/><userTask id="a"/><exclusiveGateway id="g" default="g_oe"/><endEvent id="oe"/><endEvent id="bad"><errorEventDefinition errorRef="E1"/></endEvent>${flows('os>a>g>oe; g>bad [fail]')}</subProcess><boundaryEvent id="b" attachedToRef="o"><errorEventDefinition errorRef="E1"/></boundaryEvent>` +
          users('y z') +
          end('e', 'e2') +
          flows('s>o>z>e; b>y>e2'),
        { roots },
      ),
      async (t) => {
        await t.does('a', { fail: false });
        await t.sees('a a');
        await t.does('a', { fail: true });
        await t.sees('y');
      },
    );
    tries(
      under,
      'compensation of a multi-instance activity undoes each',
      document(
        start() +
          '<userTask id="a"><multiInstanceLoopCharacteristics isSequential="true"><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics></userTask><boundaryEvent id="ba" attachedToRef="a"><compensateEventDefinition/></boundaryEvent><userTask id="ua" isForCompensation="true"/><association id="as" associationDirection="One" sourceRef="ba" targetRef="ua"/><intermediateThrowEvent id="c"><compensateEventDefinition/></intermediateThrowEvent>' +
          users('z') +
          end() +
          flows('s>a>c>z>e'),
      ),
      async (t) => {
        await t.does('a');
        await t.does('a');
        await t.sees('ua');
        await t.does('ua');
        await t.sees('ua');
        await t.does('ua');
        await t.sees('z');
      },
    );
    tries(
      under,
      'a handler sees the variables as they were when the activity was done',
      document(
        start() +
          `<subProcess id="o"><extensionElements><zeebe:ioMapping><zeebe:input source="=1" target="own"/></zeebe:ioMapping></extensionElements><startEvent id="os"/><userTask id="a"/><endEvent id="oe"/>${flows('os>a>oe')}<boundaryEvent id="ba" attachedToRef="a"><compensateEventDefinition/></boundaryEvent><userTask id="ua" isForCompensation="true"/><association id="as" associationDirection="One" sourceRef="ba" targetRef="ua"/></subProcess><intermediateThrowEvent id="c"><compensateEventDefinition/></intermediateThrowEvent>` +
          users('z') +
          end() +
          flows('s>o>c>z>e'),
      ),
      async (t) => {
        await t.does('a', { own: 7 });
        await t.sees('ua');
        expect((await t.task('ua')).variables.own).toBe(7);
        await t.does('ua');
        await t.sees('z');
      },
    );
    tries(
      under,
      'a timer cycle as a start of an event sub-process fires each time',
      document(
        start() +
          users('a') +
          `<subProcess id="h" triggeredByEvent="true"><startEvent id="hs" isInterrupting="false"><timerEventDefinition><timeCycle>R2/PT1H</timeCycle></timerEventDefinition></startEvent><userTask id="x"/><endEvent id="he"/>${flows('hs>x>he')}</subProcess>` +
          end() +
          flows('s>a>e'),
      ),
      async (t) => {
        await t.forward('PT5H');
        await t.sees('a x x');
      },
    );
    tries(
      under,
      'R3/start/PT… counts from the given start',
      document(
        start() +
          users('a c') +
          '<boundaryEvent id="t" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeCycle>=cycle</timeCycle></timerEventDefinition></boundaryEvent>' +
          end('e', 'e2') +
          flows('s>a>e; t>c>e2'),
      ),
      async (t) => {
        await t.sees('a');
        await t.forward('P1DT1M');
        await t.sees('a c');
        await t.forward('P1D');
        await t.sees('a c c');
        await t.forward('P5D');
        await t.sees('a c c c');
      },
      { variables: { cycle: `R3/${new Date(Date.now() + 86_400_000).toISOString().replace(/\.\d+Z/, 'Z')}/P1D` } },
    );
    tries(
      under,
      'a wrong timer value at run time is an incident, corrected and retried',
      document(
        start() +
          '<intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>=wait</timeDuration></timerEventDefinition></intermediateCatchEvent>' +
          users('a') +
          end() +
          flows('s>t>a>e'),
      ),
      async (t) => {
        await t.sees('incident');
        const incident = await t.incident();
        expect(incident.elementId).toBe('t');
        await t.client.send('PATCH', `/cases/${t.id}/variables`, { variables: { wait: 'PT1H' } });
        const retried = await t.client.post(`/cases/${t.id}/incidents/${incident.id}/retry`);
        expect(retried.status).toBe(200);
        await t.sees('running');
        await t.forward('PT2H');
        await t.sees('a');
      },
      { variables: { wait: 'soon' } },
    );
    tries(
      under,
      'an incident in one branch leaves the other alone; both can end',
      document(
        start() +
          users('a b z') +
          '<parallelGateway id="f"/><parallelGateway id="j"/><exclusiveGateway id="g"/>' +
          end() +
          flows('s>f; f>a>g; g>j [ok]; f>b>j; j>z>e'),
      ),
      async (t) => {
        await t.does('a', { ok: false });
        await t.sees('b (incident)');
        await t.does('b');
        await t.sees('incident');
        const incident = await t.incident();
        await t.client.send('PATCH', `/cases/${t.id}/variables`, { variables: { ok: true } });
        await t.client.post(`/cases/${t.id}/incidents/${incident.id}/retry`);
        await t.sees('z');
        const again = await t.client.post(`/cases/${t.id}/incidents/${incident.id}/retry`);
        expect([404, 409]).toContain(again.status);
      },
    );
    tries(
      under,
      'an endless loop without waiting is an incident, not an endless case',
      document(
        start() +
          '<scriptTask id="x" ld:resultVariable="n"><script>n + 1</script></scriptTask><exclusiveGateway id="g" default="g_m"/><exclusiveGateway id="m"/>' +
          users('a') +
          end() +
          flows('s>m>x>g; g>m; g>a [n < 0]; a>e'),
      ),
      async (t) => {
        const now = await t.case();
        expect(now.status).toBe('incident');
        expect(now.incidents[0].code).toBe('RUNAWAY');
      },
      { variables: { n: 0 } },
    );
    tries(
      under,
      'a runaway multi-instance is an incident',
      document(
        start() +
          '<userTask id="a"><multiInstanceLoopCharacteristics><loopCardinality>100000</loopCardinality></multiInstanceLoopCharacteristics></userTask>' +
          end() +
          flows('s>a>e'),
      ),
      async (t) => {
        const now = await t.case();
        expect(now.status).toBe('incident');
      },
    );
    tries(
      under,
      'the event-based gateway inside a loop listens again',
      document(
        start() +
          '<exclusiveGateway id="m"/><eventBasedGateway id="g"/><intermediateCatchEvent id="c"><messageEventDefinition messageRef="M"/></intermediateCatchEvent><intermediateCatchEvent id="t">' +
          timer('PT1H') +
          '</intermediateCatchEvent>' +
          users('a') +
          end() +
          flows('s>m>g; g>c>a>m; g>t>e'),
        { roots },
      ),
      async (t) => {
        await t.message('ping');
        await t.sees('a');
        await t.forward('PT3H');
        await t.sees('a');
        await t.does('a');
        await t.sees('running');
        await t.message('ping');
        await t.does('a');
        await t.forward('PT61M');
        await t.sees('completed');
      },
    );
    tries(
      under,
      'an error thrown by an interrupting boundary path inside a called process travels outwards',
      () => {
        const key = freshKey();
        return document(
          start() +
            `<callActivity id="c" calledElement="${key}"/><boundaryEvent id="b" attachedToRef="c"><errorEventDefinition/></boundaryEvent>` +
            users('y z') +
            end('e', 'e2') +
            flows('s>c>z>e; b>y>e2'),
          {
            roots,
            processes: `<process id="${key}" isExecutable="true"><startEvent id="cs"/><userTask id="ca"/><endEvent id="ce"/><boundaryEvent id="ct" attachedToRef="ca">${timer('PT1H')}</boundaryEvent><endEvent id="cbad"><errorEventDefinition errorRef="E1"/></endEvent>${flows('cs>ca>ce; ct>cbad')}</process>`,
          },
        );
      },
      async (t) => {
        await t.sees('ca');
        await t.forward('PT2H');
        await t.sees('y');
      },
    );
    tries(
      under,
      'an escalation out of a called process, not interrupting',
      () => {
        const key = freshKey();
        return document(
          start() +
            `<callActivity id="c" calledElement="${key}"/><boundaryEvent id="b" attachedToRef="c" cancelActivity="false"><escalationEventDefinition escalationRef="X"/></boundaryEvent>` +
            users('y z') +
            end('e', 'e2') +
            flows('s>c>z>e; b>y>e2'),
          {
            roots,
            processes: `<process id="${key}" isExecutable="true"><startEvent id="cs"/><intermediateThrowEvent id="th"><escalationEventDefinition escalationRef="X"/></intermediateThrowEvent><userTask id="ca"/><endEvent id="ce"/>${flows('cs>th>ca>ce')}</process>`,
          },
        );
      },
      async (t) => t.sees('ca y'),
    );
    tries(
      under,
      'cancelling a parent with a child case',
      () => {
        const key = freshKey();
        return document(
          start() +
            `<callActivity id="c" calledElement="${key}" ld:case="child"/><boundaryEvent id="b" attachedToRef="c">${timer('P1D')}</boundaryEvent>` +
            users('y z') +
            end('e', 'e2') +
            flows('s>c>z>e; b>y>e2'),
          {
            processes: `<process id="${key}" isExecutable="true"><startEvent id="cs"/><userTask id="ca"/><endEvent id="ce"/>${flows('cs>ca>ce')}</process>`,
          },
        );
      },
      async (t) => {
        const { children } = await t.case();
        await t.forward('P2D');
        await t.sees('y');
        const child = (await t.client.get(`/cases/${children[0].id}`)).body;
        expect(child.status).toBe('cancelled');
        expect(Date.parse(child.now) - Date.parse(t.opened.now)).toBeGreaterThanOrEqual(86_400_000);
      },
    );
    tries(
      under,
      'the clock of a family moves together',
      () => {
        const key = freshKey();
        return document(
          start() +
            `<parallelGateway id="f"/><callActivity id="c" calledElement="${key}" ld:case="child"/>` +
            users('a z') +
            '<parallelGateway id="j"/>' +
            end() +
            flows('s>f; f>a>j; f>c>j; j>z>e'),
          {
            processes: `<process id="${key}" isExecutable="true"><startEvent id="cs"/><intermediateCatchEvent id="t">${timer('P3D')}</intermediateCatchEvent><userTask id="ca" ld:due="P5D"/><endEvent id="ce"/>${flows('cs>t>ca>ce')}</process>`,
          },
        );
      },
      async (t) => {
        const fired = await t.forward('P20D');
        const { children } = await t.case();
        const child = (await t.client.get(`/cases/${children[0].id}`)).body;
        expect(child.openTasks.map((one: { elementId: string }) => one.elementId)).toEqual(['ca']);
        expect(child.openTasks[0].overdue).toBe(true);
        const waited = Date.parse(child.openTasks[0].openedAt) - Date.parse(t.opened.now);
        expect(waited).toBeGreaterThan(2.9 * 86_400_000);
        expect(waited).toBeLessThan(3.1 * 86_400_000);
        expect(fired.length).toBeGreaterThan(1);
        await t.client.post(`/tasks/${child.openTasks[0].id}/complete`);
        await t.sees('a');
        await t.does('a');
        await t.sees('z');
      },
    );
    tries(
      under,
      'a service task whose call cannot be made is an incident',
      document(start() + '<serviceTask id="x" ld:activity="http"/>' + users('a') + end() + flows('s>x>a>e')),
      async (t) => {
        await expect.poll(async () => (await t.case()).status, { timeout: 30_000 }).toBe('incident');
        expect((await t.incident()).elementId).toBe('x');
      },
      { services: true },
    );
    tries(
      under,
      'a service task of an activity that nobody knows is an incident, not silence',
      document(
        start() + '<serviceTask id="x" ld:activity="no-such-activity"/>' + users('a') + end() + flows('s>x>a>e'),
      ),
      async (t) => {
        await expect.poll(async () => (await t.case()).status, { timeout: 30_000 }).toBe('incident');
        expect((await t.incident()).elementId).toBe('x');
      },
      { services: true },
    );
    tries(
      under,
      'FEEL in a script: null, lists, contexts, dates, text',
      document(
        start() +
          [
            '1 + null',
            '"a" < 1',
            'not(null)',
            'null = null',
            '[1,2,3][item > 1]',
            '{a: 1}.b',
            'if null then 1 else 2',
            'for x in [1,2] return x * 2',
            'some x in [1,2] satisfies x > 1',
            'date("2026-02-28") + duration("P1M")',
            'string(12)',
            'contains("联动", "动")',
            '1 in [1..3]',
            'date("2026-01-31") < date("2026-02-01")',
            '"" + "x"',
            '5 / 0',
            'missing.deep.path',
            'count([])',
            'sum([1,2,3])',
            'string length("联动")',
            'true and null',
            'false and null',
            'x != null',
          ]
            .map(
              (feel, index) =>
                `<scriptTask id="t${index}" ld:resultVariable="v${index}"><script>${feel.replaceAll('<', '&lt;')}</script></scriptTask>`,
            )
            .join('') +
          users('a') +
          end() +
          flows(`s>${Array.from({ length: 23 }, (_, index) => `t${index}`).join('>')}>a>e`),
      ),
      async (t) => {
        const v = await t.variables();
        const got = Array.from({ length: 23 }, (_, index) => v[`v${index}`] as unknown);
        expect(got).toEqual([
          null,
          null,
          null,
          true,
          [2, 3],
          null,
          2,
          [2, 4],
          true,
          '2026-03-28',
          '12',
          true,
          true,
          true,
          'x',
          null,
          null,
          0,
          6,
          2,
          null,
          false,
          true,
        ]);
      },
      { variables: { x: 1 } },
    );
    tries(
      under,
      'two event sub-processes on one signal and a boundary: all of them hear it',
      document(
        start() +
          users('a') +
          `<boundaryEvent id="b" attachedToRef="a" cancelActivity="false"><signalEventDefinition signalRef="S"/></boundaryEvent><userTask id="x"/><subProcess id="h" triggeredByEvent="true"><startEvent id="hs" isInterrupting="false"><signalEventDefinition signalRef="S"/></startEvent><userTask id="y"/><endEvent id="he"/>${flows('hs>y>he')}</subProcess>` +
          end('e', 'e2') +
          flows('s>a>e; b>x>e2'),
        { roots },
      ),
      async (t) => {
        await t.signal('alarm');
        await t.sees('a x y');
      },
    );
    tries(
      under,
      'a parallel split that ends in one end event each, terminate in a called process ends only that',
      () => {
        const key = freshKey();
        return document(
          start() +
            `<parallelGateway id="f"/><callActivity id="c" calledElement="${key}"/>` +
            users('b z') +
            end('e', 'e2') +
            flows('s>f; f>c>z>e; f>b>e2'),
          {
            processes: `<process id="${key}" isExecutable="true"><startEvent id="cs"/><parallelGateway id="cg"/><userTask id="c1"/><userTask id="c2"/><endEvent id="ce"/><endEvent id="ck"><terminateEventDefinition/></endEvent>${flows('cs>cg; cg>c1>ce; cg>c2>ck')}</process>`,
          },
        );
      },
      async (t) => {
        await t.sees('b c1 c2');
        await t.does('c2');
        await t.sees('b z');
      },
    );
    tries(
      under,
      'data objects are variables; the names of references do not matter',
      document(
        '<dataObject id="dossier" name="dossier"/><dataObjectReference id="dref" name="卷宗 [已收]" dataObjectRef="dossier"/>' +
          start() +
          '<userTask id="a"/><exclusiveGateway id="g" default="g_y"/>' +
          users('y z') +
          end() +
          flows('s>a>g; g>z [dossier.complete]; g>y; y>e; z>e'),
      ),
      async (t) => {
        await t.does('a', { dossier: { complete: true } });
        await t.sees('z');
      },
    );
  });
};
