import { describe, expect } from 'vitest';
import { tries, type Tries } from './cases.ts';
import { document, end, flows, freshKey, start, users } from './document.ts';

const roots = '<message id="M" name="ping"/><signal id="S" name="alarm"/><error id="E1" name="bad" errorCode="E-1"/>';
const inner = (id: string, content: string): string =>
  `<subProcess id="${id}"><startEvent id="${id}_s"/>${content}<endEvent id="${id}_e"/>`;

export const activities: Tries = (under) => {
  describe('multi-instance and loops', () => {
    tries(
      under,
      'parallel over a data object: one task an element',
      document(
        '<dataObject id="do" name="items" isCollection="true"/><dataObjectReference id="items_ref" name="items" dataObjectRef="do"/>' +
          start() +
          '<userTask id="a"><multiInstanceLoopCharacteristics><loopDataInputRef>items</loopDataInputRef><inputDataItem id="idi" name="item"/></multiInstanceLoopCharacteristics></userTask>' +
          users('z') +
          end() +
          flows('s>a>z>e'),
      ),
      async (t) => {
        await t.sees('a a a');
        const seen = await Promise.all([0, 1, 2].map(async (nth) => (await t.task('a', nth)).variables));
        expect(seen.map((one) => String(one.item)).toSorted()).toEqual(['x', 'y', 'z']);
        expect(seen.map((one) => Number(one.loopCounter)).toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
        expect((await t.variables()).loopCounter).toBeUndefined();
        expect((await t.variables()).nrOfInstances).toBeUndefined();
        await t.does('a', undefined);
        await t.does('a');
        await t.sees('a');
        await t.does('a');
        await t.sees('z');
        expect(await t.variables()).toEqual({ items: ['x', 'y', 'z'] });
      },
      { variables: { items: ['x', 'y', 'z'] } },
    );
    tries(
      under,
      'sequential with cardinality and completion condition',
      document(
        start() +
          '<userTask id="a"><multiInstanceLoopCharacteristics isSequential="true"><loopCardinality xsi:type="tFormalExpression">5</loopCardinality><completionCondition xsi:type="tFormalExpression">nrOfCompletedInstances &gt;= 2</completionCondition></multiInstanceLoopCharacteristics></userTask>' +
          users('z') +
          end() +
          flows('s>a>z>e'),
        { prefix: 'bpmn' },
      ),
      async (t) => {
        await t.sees('a');
        expect((await t.task('a')).variables).toMatchObject({
          loopCounter: 1,
          nrOfInstances: 5,
          nrOfActiveInstances: 1,
          nrOfCompletedInstances: 0,
        });
        await t.does('a');
        expect((await t.task('a')).variables).toMatchObject({
          loopCounter: 2,
          nrOfInstances: 5,
          nrOfActiveInstances: 1,
          nrOfCompletedInstances: 1,
        });
        await t.does('a');
        await t.sees('z');
      },
    );
    tries(
      under,
      'parallel with ${nrOfCompletedInstances/nrOfInstances >= 0.5}: the others are cancelled',
      document(
        start() +
          '<userTask id="a"><multiInstanceLoopCharacteristics camunda:collection="people" camunda:elementVariable="p"><completionCondition xsi:type="tFormalExpression">${nrOfCompletedInstances/nrOfInstances &gt;= 0.5}</completionCondition></multiInstanceLoopCharacteristics></userTask>' +
          users('z') +
          end() +
          flows('s>a>z>e'),
        { prefix: 'bpmn' },
      ),
      async (t) => {
        await t.sees('a a a a');
        await t.does('a');
        await t.sees('a a a');
        await t.does('a');
        await t.sees('z');
      },
      { variables: { people: [1, 2, 3, 4] } },
    );
    tries(
      under,
      'an empty collection is passed',
      document(
        start() +
          '<userTask id="a"><multiInstanceLoopCharacteristics flowable:collection="${people}" flowable:elementVariable="p"/></userTask>' +
          users('z') +
          end() +
          flows('s>a>z>e'),
      ),
      async (t) => t.sees('z'),
      { variables: { people: [] } },
    );
    tries(
      under,
      'a collection that is not there is an incident',
      document(
        start() +
          '<userTask id="a"><multiInstanceLoopCharacteristics><loopDataInputRef>people</loopDataInputRef><inputDataItem id="p"/></multiInstanceLoopCharacteristics></userTask><dataObject id="people"/>' +
          users('z') +
          end() +
          flows('s>a>z>e'),
      ),
      async (t) => {
        await t.sees('incident');
        await t.client.send('PATCH', `/cases/${t.id}/variables`, { variables: { people: ['q'] } });
        await t.client.post(`/cases/${t.id}/incidents/${(await t.incident()).id}/retry`);
        await t.sees('a');
        expect((await t.task('a')).variables.p).toBe('q');
      },
    );
    tries(
      under,
      'output collection of Camunda 8 in order of the input',
      document(
        start() +
          '<userTask id="a"><extensionElements><zeebe:userTask/></extensionElements><multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection="=people" inputElement="p" outputCollection="results" outputElement="=answer"/></extensionElements></multiInstanceLoopCharacteristics></userTask>' +
          users('z') +
          end() +
          flows('s>a>z>e'),
        { prefix: 'bpmn' },
      ),
      async (t) => {
        await t.sees('a a');
        const second = await t.task('a', 1);
        const p = second.variables.p as string;
        await t.client.post(`/tasks/${second.id}/complete`, { variables: { answer: `to ${p}` } });
        await t.does('a', { answer: 'to the other' });
        await t.sees('z');
        const { results } = await t.variables();
        expect(results[p === 'm' ? 0 : 1]).toBe(`to ${p}`);
        expect(results.length).toBe(2);
      },
      { variables: { people: ['m', 'n'] } },
    );
    tries(
      under,
      'output collection by loopDataOutputRef and outputDataItem',
      document(
        '<dataObject id="people"/><dataObject id="answers"/>' +
          start() +
          '<userTask id="a"><multiInstanceLoopCharacteristics isSequential="true"><loopDataInputRef>people</loopDataInputRef><loopDataOutputRef>answers</loopDataOutputRef><inputDataItem id="p"/><outputDataItem id="answer"/></multiInstanceLoopCharacteristics></userTask>' +
          users('z') +
          end() +
          flows('s>a>z>e'),
      ),
      async (t) => {
        await t.does('a', { answer: 1 });
        await t.does('a', { answer: 2 });
        await t.sees('z');
        expect((await t.variables()).answers).toEqual([1, 2]);
      },
      { variables: { people: ['m', 'n'] } },
    );
    tries(
      under,
      'a sub-process many times: variables of its own',
      document(
        start() +
          inner('sub', '<userTask id="a"/><userTask id="b"/>') +
          flows('sub_s>a>b>sub_e') +
          '<multiInstanceLoopCharacteristics camunda:collection="list" camunda:elementVariable="x"/></subProcess>' +
          users('z') +
          end() +
          flows('s>sub>z>e'),
      ),
      async (t) => {
        await t.sees('a a');
        await t.does('a');
        await t.sees('a b');
        await t.does('b');
        await t.sees('a');
        await t.does('a');
        await t.does('b');
        await t.sees('z');
        expect((await t.variables()).x).toBeUndefined();
      },
      { variables: { list: [1, 2] } },
    );
    tries(
      under,
      'a boundary timer on a multi-instance ends all of it',
      document(
        start() +
          '<userTask id="a"><multiInstanceLoopCharacteristics><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics></userTask><boundaryEvent id="t" attachedToRef="a"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>' +
          users('y z') +
          end('e', 'e2') +
          flows('s>a>z>e; t>y>e2'),
      ),
      async (t) => {
        await t.sees('a a a');
        await t.does('a');
        await t.forward('PT2H');
        await t.sees('y');
      },
    );
    tries(
      under,
      'a standard loop tested after: at least once',
      document(
        start() +
          '<userTask id="a"><standardLoopCharacteristics><loopCondition xsi:type="tFormalExpression">more = true</loopCondition></standardLoopCharacteristics></userTask>' +
          users('z') +
          end() +
          flows('s>a>z>e'),
      ),
      async (t) => {
        await t.does('a', { more: true });
        await t.sees('a');
        await t.does('a', { more: false });
        await t.sees('z');
      },
    );
    tries(
      under,
      'a standard loop tested before and with a maximum',
      document(
        start() +
          '<userTask id="a"><standardLoopCharacteristics testBefore="true"><loopCondition>go</loopCondition></standardLoopCharacteristics></userTask><userTask id="b"><standardLoopCharacteristics loopMaximum="2"><loopCondition>true</loopCondition></standardLoopCharacteristics></userTask>' +
          users('z') +
          end() +
          flows('s>a>b>z>e'),
      ),
      async (t) => {
        await t.sees('b');
        await t.does('b');
        await t.sees('b');
        await t.does('b');
        await t.sees('z');
      },
      { variables: { go: false } },
    );
    tries(
      under,
      'the outcome is written to outcome and <elementId>_outcome',
      document(
        start() +
          '<userTask id="a" ld:outcomes="agree, refuse"/>' +
          users('y z') +
          '<exclusiveGateway id="g" default="g_y"/>' +
          end() +
          flows('s>a>g; g>z [outcome = "agree"]; g>y; y>e; z>e'),
      ),
      async (t) => {
        expect((await t.task('a')).outcomes).toEqual(['agree', 'refuse']);
        const wrong = await t.act('a', 'complete', { outcome: 'maybe' });
        expect(wrong.status).toBe(422);
        await t.sees('a');
        await t.does('a', {}, 'agree');
        await t.sees('z');
        expect(await t.variables()).toMatchObject({ outcome: 'agree', a_outcome: 'agree' });
      },
    );
    tries(
      under,
      "a task's variables go to the nearest scope that has the name, else to the case",
      document(
        start() +
          '<subProcess id="o"><extensionElements><zeebe:ioMapping><zeebe:input source="=1" target="own"/></zeebe:ioMapping></extensionElements><startEvent id="os"/><userTask id="a"/><userTask id="b"/><endEvent id="oe"/>' +
          flows('os>a>b>oe') +
          '</subProcess>' +
          users('z') +
          end() +
          flows('s>o>z>e'),
      ),
      async (t) => {
        await t.does('a', { own: 2, other: 3 });
        expect((await t.task('b')).variables).toMatchObject({ own: 2, other: 3 });
        expect(await t.variables()).toEqual({ other: 3 });
        await t.does('b');
        await t.sees('z');
        expect(await t.variables()).toEqual({ other: 3 });
      },
    );
  });

  describe('called processes', () => {
    const called = (key: string, body: string): string => `<process id="${key}" isExecutable="true">${body}</process>`;
    tries(
      under,
      'inline: its tasks belong to the calling case, variables by mapping',
      () => {
        const key = freshKey();
        return document(
          start() +
            `<callActivity id="c" calledElement="${key}"><extensionElements><camunda:in source="x" target="y"/><camunda:out source="r" target="res"/></extensionElements></callActivity>` +
            users('z') +
            end() +
            flows('s>c>z>e'),
          { processes: called(key, '<startEvent id="cs"/><userTask id="ca"/><endEvent id="ce"/>' + flows('cs>ca>ce')) },
        );
      },
      async (t) => {
        await t.sees('ca');
        const task = await t.task('ca');
        expect(task.caseId).toBe(t.id);
        expect(task.variables.y).toBe(4);
        await t.does('ca', { r: 9 });
        await t.sees('z');
        expect(await t.variables()).toMatchObject({ x: 4, res: 9 });
      },
      { variables: { x: 4 } },
    );
    tries(
      under,
      'a child case of its own: the parent waits, results flow back',
      () => {
        const key = freshKey();
        return document(
          start() +
            `<callActivity id="c" calledElement="${key}" ld:case="child"><extensionElements><camunda:in source="x" target="y"/><camunda:out source="r" target="res"/></extensionElements></callActivity>` +
            users('z') +
            end() +
            flows('s>c>z>e'),
          { processes: called(key, '<startEvent id="cs"/><userTask id="ca"/><endEvent id="ce"/>' + flows('cs>ca>ce')) },
        );
      },
      async (t) => {
        const now = await t.case();
        expect(now.openTasks).toEqual([]);
        expect(now.children.length).toBe(1);
        const child = (await t.client.get(`/cases/${now.children[0].id}`)).body;
        expect(child.variables.y).toBe(4);
        expect(child.openTasks.map((task: { elementId: string }) => task.elementId)).toEqual(['ca']);
        const done = await t.client.post(`/tasks/${child.openTasks[0].id}/complete`, { variables: { r: 9 } });
        expect(done.status).toBe(200);
        await t.sees('z');
        expect(await t.variables()).toMatchObject({ x: 4, res: 9 });
      },
      { variables: { x: 4 } },
    );
    tries(
      under,
      'an unknown key is an incident at run time and a warning at publication',
      document(
        start() + '<callActivity id="c" calledElement="Nobody_Knows_This"/>' + users('z') + end() + flows('s>c>z>e'),
      ),
      async (t) => {
        await t.sees('incident');
        expect((await t.incident()).elementId).toBe('c');
      },
    );
    tries(
      under,
      'recursion ends in an incident',
      () => {
        const key = freshKey();
        return document(
          start() + `<callActivity id="c" calledElement="${key}"/>` + users('z') + end() + flows('s>c>z>e'),
          { key },
        );
      },
      async (t) => {
        const now = await t.case();
        expect(now.status).toBe('incident');
        expect(now.incidents.length).toBe(1);
      },
    );
    tries(
      under,
      'a call activity many times',
      () => {
        const key = freshKey();
        return document(
          start() +
            `<callActivity id="c" calledElement="${key}"><extensionElements><zeebe:calledElement processId="${key}" propagateAllChildVariables="false"/></extensionElements><multiInstanceLoopCharacteristics isSequential="true" camunda:collection="xs" camunda:elementVariable="x"/></callActivity>` +
            users('z') +
            end() +
            flows('s>c>z>e'),
          { processes: called(key, '<startEvent id="cs"/><userTask id="ca"/><endEvent id="ce"/>' + flows('cs>ca>ce')) },
        );
      },
      async (t) => {
        await t.sees('ca');
        await t.does('ca');
        await t.sees('ca');
        await t.does('ca');
        await t.sees('z');
      },
      { variables: { xs: [1, 2] } },
    );
  });

  describe('messages and signals between cases', () => {
    tries(
      under,
      'correlation by key, ambiguity, nobody',
      () =>
        document(
          start() +
            '<intermediateCatchEvent id="m"><messageEventDefinition messageRef="Reply"/></intermediateCatchEvent>' +
            users('z') +
            end() +
            flows('s>m>z>e'),
          { roots: `<message id="Reply" name="reply-${freshKey()}"/>` },
        ),
      async (t) => {
        const { definitionKey } = await t.case();
        const xml = (await t.client.get(`/definitions/${definitionKey}`, { accept: 'application/xml' })).body as string;
        const name = /name="(reply-[^"]*)"/.exec(xml)?.[1];
        const other = (await t.client.post('/trials', { definitionKey, variables: { no: 2 } })).body;
        const send = (body: object) => t.client.post('/messages', { name, trial: true, ...body });
        expect((await send({})).body.code).toBe('AMBIGUOUS_RECEIVER');
        expect((await send({})).status).toBe(409);
        await t.sees('running');
        const none = await send({ correlation: { no: 3 } });
        expect([none.status, none.body.code]).toEqual([404, 'NO_RECEIVER']);
        const text = await send({ correlation: { no: '1' } });
        expect(text.status).toBe(404);
        const real = await send({ correlation: { no: 1 }, trial: false });
        expect(real.status).toBe(404);
        const right = await send({ correlation: { no: 1 }, variables: { got: true } });
        expect(right.status, JSON.stringify(right.body)).toBe(200);
        expect(right.body).toMatchObject({ cases: [t.id], started: [] });
        await t.sees('z');
        expect((await t.variables()).got).toBe(true);
        expect((await t.client.get(`/cases/${other.id}`)).body.openTasks).toEqual([]);
        const last = await send({});
        expect(last.body.cases).toEqual([other.id]);
      },
      { variables: { no: 1 } },
    );
    tries(
      under,
      'a throw event sends to a waiting case of the family, a send task too; nobody waiting is no failure',
      document(
        start() +
          '<parallelGateway id="f"/><intermediateCatchEvent id="m"><messageEventDefinition messageRef="M"/></intermediateCatchEvent><intermediateThrowEvent id="th"><signalEventDefinition signalRef="S"/></intermediateThrowEvent><intermediateCatchEvent id="sc"><signalEventDefinition signalRef="S"/></intermediateCatchEvent>' +
          users('a y z') +
          end() +
          flows('s>f; f>m>z>e; f>a>th>e; f>sc>y>e'),
        { roots },
      ),
      async (t) => {
        await t.does('a');
        await t.sees('y');
        await t.message('ping');
        await t.sees('y z');
      },
    );
    tries(
      under,
      'a message start event opens a case',
      () =>
        document(
          '<startEvent id="s"><messageEventDefinition messageRef="New"/></startEvent>' +
            users('a') +
            end() +
            flows('s>a>e'),
          { roots: `<message id="New" name="new-${freshKey()}"/>` },
        ),
      async (t) => {
        const { definitionKey } = await t.case();
        await t.sees('a');
        const xml = (await t.client.get(`/definitions/${definitionKey}`, { accept: 'application/xml' })).body as string;
        const name = /name="(new-[^"]*)"/.exec(xml)?.[1];
        const answer = await t.client.post('/messages', { name, trial: true, variables: { q: 1 } });
        expect(answer.status, JSON.stringify(answer.body)).toBe(200);
        expect(answer.body.cases).toEqual([]);
        expect(answer.body.started.length).toBe(1);
        const opened = (await t.client.get(`/cases/${answer.body.started[0]}`)).body;
        expect([opened.trial, opened.variables.q, opened.openTasks.length]).toEqual([true, 1, 1]);
        const direct = await t.client.post('/cases', { definitionKey, title: 'x' });
        expect([direct.status, direct.body.code]).toEqual([422, 'NO_NONE_START']);
      },
      { startEvent: 's' },
    );
    tries(
      under,
      'a signal start event and a catch of the same signal',
      () => {
        const name = `sig-${freshKey()}`;
        return document(
          '<startEvent id="s0"/><startEvent id="s"><signalEventDefinition signalRef="Sg"/></startEvent>' +
            users('a b') +
            end() +
            '<intermediateCatchEvent id="c"><signalEventDefinition signalRef="Sg"/></intermediateCatchEvent>' +
            flows('s0>c>b>e; s>a>e'),
          { roots: `<signal id="Sg" name="${name}"/>` },
        );
      },
      async (t) => {
        await t.sees('running');
        const { definitionKey } = await t.case();
        const xml = (await t.client.get(`/definitions/${definitionKey}`, { accept: 'application/xml' })).body as string;
        const name = /name="(sig-[^"]*)"/.exec(xml)?.[1];
        const answer = await t.client.post('/signals', { name, trial: true });
        expect(answer.status).toBe(200);
        expect(answer.body.cases).toEqual([t.id]);
        expect(answer.body.started.length).toBe(1);
        await t.sees('b');
      },
    );
  });
};
