import { expect } from 'vitest';
import type { Answer, Json } from './client.ts';
import { describeOverHttp, overHttp, type Tries, type Under } from './cases.ts';
import { document, end, flows, freshKey, start, users } from './document.ts';

const problem = (answer: Answer, status: number, code?: string): void => {
  expect(answer.status, JSON.stringify(answer.body)).toBe(status);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.body).toMatchObject({
    status,
    title: expect.any(String),
    type: expect.any(String),
    detail: expect.any(String),
    code: code ?? expect.any(String),
  });
};

/** A real case: role-bound steps, opened by an ordinary person. */
async function realCase(under: Under, xml: string, opener = 'cdi.intake'): Promise<Json> {
  const published = await under.client.publish(xml);
  expect(published.status, JSON.stringify(published.body)).toBe(201);
  const opened = await under.client.as(opener).post('/cases', { definitionKey: published.body.key, title: '一件' });
  expect(opened.status, JSON.stringify(opened.body)).toBe(201);
  return opened.body;
}

const twoRoles = (): string =>
  document(
    start() +
      '<userTask id="a" ld:role="cdi.intake"/><userTask id="b" ld:role="audit.staff"/>' +
      end() +
      flows('s>a>b>e'),
  );

export const manners: Tries = (under) => {
  describeOverHttp(under, 'who may', () => {
    overHttp(under, 'a stranger sees nothing, who is in the circle but no candidate may not act', async () => {
      const opened = await realCase(under, twoRoles());
      const task = opened.openTasks[0];
      const as = (user: string) => under.client.as(user);
      problem(await as('prop.staff').get(`/cases/${opened.id}`), 404);
      problem(await as('prop.staff').get(`/tasks/${task.id}`), 404);
      problem(await as('prop.staff').post(`/tasks/${task.id}/complete`), 404);
      problem(await as('prop.staff').get('/cases/c-000000000000000000000000'), 404);
      problem(await as('audit.staff').post(`/tasks/${task.id}/complete`), 404);
      problem(await as('supervisor').post(`/tasks/${task.id}/complete`), 403);
      problem(await as('cdi.petition').post(`/tasks/${task.id}/complete`), 404);
      for (const admin of ['sysadmin', 'secadmin', 'auditadmin'])
        problem(await as(admin).get(`/cases/${opened.id}`), 404);
      const second = await as('cdi.intake2').post(`/tasks/${task.id}/complete`);
      expect(second.status, JSON.stringify(second.body)).toBe(200);
      const list = await as('audit.staff').get(`/tasks?caseId=${opened.id}&status=open`);
      expect(list.body.items.map((one: Json) => one.elementId)).toEqual(['b']);
      problem(await as('cdi.intake').post(`/tasks/${list.body.items[0].id}/complete`), 403);
      expect((await as('audit.staff').post(`/tasks/${list.body.items[0].id}/claim`)).status).toBe(200);
      problem(await as('audit.head').post(`/tasks/${list.body.items[0].id}/complete`), 404);
      expect((await as('audit.staff').post(`/tasks/${list.body.items[0].id}/complete`)).status).toBe(200);
      expect((await as('cdi.intake').get(`/cases/${opened.id}`)).body.status).toBe('completed');
    });
    overHttp(under, 'not signed in, wrong password, not a designer', async () => {
      const anonymous = await fetch(`${under.url}/api/cases`);
      expect(anonymous.status).toBe(401);
      expect(anonymous.headers.get('content-type')).toContain('application/problem+json');
      const bad = await fetch(`${under.url}/api/cases`, { headers: { authorization: 'Bearer nonsense' } });
      expect(bad.status).toBe(401);
      problem(await under.client.as('cdi.intake').publish(twoRoles()), 403);
      problem(await under.client.as('sysadmin').publish(twoRoles()), 403);
    });
    overHttp(under, 'extension: who may approve acts at once, others ask', async () => {
      const opened = await realCase(
        under,
        document(start() + '<userTask id="a" ld:role="audit.staff" ld:due="P10D"/>' + end() + flows('s>a>e')),
      );
      const [task] = opened.openTasks;
      const asked = await under.client
        .as('audit.staff')
        .post(`/tasks/${task.id}/extend`, { by: 'P5D', reason: '工作量大' });
      expect(asked.status, JSON.stringify(asked.body)).toBe(202);
      const unchanged = await under.client.as('audit.staff').get(`/tasks/${task.id}`);
      expect(unchanged.body.dueOn).toBe(task.dueOn);
      const again = await under.client
        .as('audit.staff')
        .post(`/tasks/${task.id}/extend`, { by: 'P5D', reason: '工作量大' });
      expect(again.status).toBe(409);
      const boss = under.client.as('audit.head');
      const list = await boss.get(`/tasks?caseId=${opened.id}`);
      const approval = list.body.items.find((one: Json) => one.id !== task.id);
      expect(approval, JSON.stringify(list.body)).toBeDefined();
      expect(approval.outcomes.length).toBeGreaterThan(1);
      const done = await boss.post(`/tasks/${approval.id}/complete`, { outcome: approval.outcomes[0] });
      expect(done.status, JSON.stringify(done.body)).toBe(200);
      const moved = await boss.get(`/tasks/${task.id}`);
      expect(Date.parse(moved.body.dueAt) - Date.parse(task.dueAt)).toBe(5 * 86_400_000);
    });
    overHttp(under, 'signals and messages of a trial never reach a real case', async () => {
      const name = `s-${freshKey()}`;
      const xml = document(
        start() +
          '<intermediateCatchEvent id="c"><signalEventDefinition signalRef="S"/></intermediateCatchEvent><userTask id="z" ld:role="cdi.intake"/>' +
          end() +
          flows('s>c>z>e'),
        { roots: `<signal id="S" name="${name}"/>` },
      );
      const opened = await realCase(under, xml);
      const trial = (await under.client.post('/trials', { definitionKey: opened.definitionKey })).body;
      const sent = await under.client.post('/signals', { name, trial: true });
      expect(sent.body.cases).toEqual([trial.id]);
      const real = under.client.as('cdi.intake');
      expect((await real.get(`/cases/${opened.id}`)).body.openTasks).toEqual([]);
      const mine = await real.post('/signals', { name });
      expect(mine.body.cases).toEqual([opened.id]);
      expect((await real.get(`/cases/${opened.id}`)).body.openTasks.length).toBe(1);
    });
    overHttp(under, 'a signal passes a suspended case by', async () => {
      const name = `s-${freshKey()}`;
      const xml = document(
        start() +
          '<intermediateCatchEvent id="c"><signalEventDefinition signalRef="S"/></intermediateCatchEvent>' +
          users('z') +
          end() +
          flows('s>c>z>e'),
        { roots: `<signal id="S" name="${name}"/>` },
      );
      const { key } = (await under.client.publish(xml)).body;
      const [one, two] = [
        (await under.client.post('/trials', { definitionKey: key })).body,
        (await under.client.post('/trials', { definitionKey: key })).body,
      ];
      await under.client.post(`/cases/${one.id}/suspend`, { reason: 'x' });
      const sent = await under.client.post('/signals', { name, trial: true });
      expect(sent.status, JSON.stringify(sent.body)).toBe(200);
      expect(sent.body.cases).toContain(two.id);
    });
    overHttp(under, 'a signal thrown in one case is caught in another trial', async () => {
      const name = `s-${freshKey()}`;
      const roots = `<signal id="S" name="${name}"/>`;
      const catching = (
        await under.client.publish(
          document(
            start() +
              '<intermediateCatchEvent id="c"><signalEventDefinition signalRef="S"/></intermediateCatchEvent>' +
              users('z') +
              end() +
              flows('s>c>z>e'),
            { roots },
          ),
        )
      ).body;
      const beginning = (
        await under.client.publish(
          document(
            '<startEvent id="s"><signalEventDefinition signalRef="S"/></startEvent>' +
              users('q') +
              end() +
              flows('s>q>e'),
            { roots },
          ),
        )
      ).body;
      const throwing = (
        await under.client.publish(
          document(
            start() +
              '<intermediateThrowEvent id="t"><signalEventDefinition signalRef="S"/></intermediateThrowEvent>' +
              users('y') +
              end() +
              flows('s>t>y>e'),
            { roots },
          ),
        )
      ).body;
      const waiting = (await under.client.post('/trials', { definitionKey: catching.key })).body;
      const thrown = await under.client.post('/trials', { definitionKey: throwing.key });
      expect(thrown.status, JSON.stringify(thrown.body)).toBe(201);
      expect(thrown.body.openTasks.map((one: Json) => one.elementId)).toEqual(['y']);
      const caught = (await under.client.get(`/cases/${waiting.id}`)).body;
      expect(caught.openTasks.map((one: Json) => one.elementId)).toEqual(['z']);
      const begun = await under.client.get(`/tasks?trial=true&definitionKey=${beginning.key}`);
      expect(begun.body.items.map((one: Json) => one.elementId)).toEqual(['q']);
    });
    overHttp(under, 'a message thrown in one case wakes another by correlation', async () => {
      const name = `m-${freshKey()}`;
      const roots = `<message id="M" name="${name}"/>`;
      const catching = (
        await under.client.publish(
          document(
            start() +
              '<receiveTask id="c" messageRef="M" ld:correlation="no"/>' +
              users('z') +
              end() +
              flows('s>c>z>e'),
            { roots },
          ),
        )
      ).body;
      const throwing = (
        await under.client.publish(
          document(
            start() +
              '<sendTask id="t" messageRef="M" ld:correlation="no = other" ld:input="answer = 42"/>' +
              users('y') +
              end() +
              flows('s>t>y>e'),
            { roots },
          ),
        )
      ).body;
      const open = async (key: string, variables: object) =>
        (await under.client.post('/trials', { definitionKey: key, variables })).body;
      const [one, two] = [await open(catching.key, { no: 1 }), await open(catching.key, { no: 2 })];
      await open(throwing.key, { other: 2 });
      expect((await under.client.get(`/cases/${one.id}`)).body.openTasks).toEqual([]);
      const reached = (await under.client.get(`/cases/${two.id}`)).body;
      expect(reached.openTasks.length).toBe(1);
      expect(reached.variables.answer).toBe(42);
    });
    overHttp(under, 'of several receivers in one case the one whose key is equal', async () => {
      const name = `m-${freshKey()}`;
      const xml = document(
        start() +
          '<subProcess id="o"><multiInstanceLoopCharacteristics camunda:collection="nos" camunda:elementVariable="no"/><startEvent id="os"/><receiveTask id="c" messageRef="M" ld:correlation="no"/><userTask id="z"/><endEvent id="oe"/>' +
          flows('os>c>z>oe') +
          '</subProcess>' +
          end() +
          flows('s>o>e'),
        { roots: `<message id="M" name="${name}"/>` },
      );
      const { key } = (await under.client.publish(xml)).body;
      const opened = (await under.client.post('/trials', { definitionKey: key, variables: { nos: [1, 2, 3] } })).body;
      const sent = await under.client.post('/messages', { name, trial: true, correlation: { no: 2 } });
      expect(sent.status, JSON.stringify(sent.body)).toBe(200);
      const { openTasks } = (await under.client.get(`/cases/${opened.id}`)).body;
      expect(openTasks.length).toBe(1);
      expect((await under.client.get(`/tasks/${openTasks[0].id}`)).body.variables.no).toBe(2);
    });
  });

  describeOverHttp(under, 'manners', () => {
    overHttp(under, 'what cannot be read is 400, what is wrong 422, too large 413', async () => {
      const { client } = under;
      problem(await client.send('POST', '/trials', '{"definitionKey":'), 400);
      problem(await client.post('/trials', {}), 422);
      problem(
        await client.post('/trials', { definitionKey: 'No_Such_Thing' }),
        (await client.post('/trials', { definitionKey: 'No_Such_Thing' })).status === 404 ? 404 : 422,
      );
      problem(await client.post('/trials', { definitionKey: 7 }), 422);
      problem(await client.publish('<definitions'), 422);
      problem(await client.publish('this is no xml'), 422);
      problem(await client.publish(''), 422);
      problem(await client.send('POST', '/definitions', JSON.stringify({ a: 1 })), 415);
      problem(
        await client.publish(
          document(`<documentation>${'x'.repeat(12_000_000)}</documentation>${start()}${end()}${flows('s>e')}`),
        ),
        413,
      );
    });
    overHttp(under, 'isExecutable="false" is refused, absent is not', async () => {
      problem(
        await under.client.publish(
          document(start() + users('a') + end() + flows('s>a>e')).replace(
            'isExecutable="true"',
            'isExecutable="false"',
          ),
        ),
        422,
      );
      expect(
        (await under.client.publish(document(start() + users('a') + end() + flows('s>a>e'), { executable: false })))
          .status,
      ).toBe(201);
    });
    overHttp(under, 'all defects at once, with element ids', async () => {
      const answer = await under.client.publish(
        document(
          start() +
            '<userTask id="a"/><exclusiveGateway id="g"/><boundaryEvent id="b" attachedToRef="nothing"><timerEventDefinition><timeDuration>PT1X</timeDuration></timerEventDefinition></boundaryEvent><adHocSubProcess id="h"/><complexGateway id="c"/>' +
            end() +
            flows('s>a>g; g>e [x >]; a>nowhere'),
        ),
      );
      problem(answer, 422);
      const ids = new Set(answer.body.defects.map((defect: Json) => defect.elementId));
      for (const id of ['b', 'a_nowhere', 'g_e', 'h', 'c']) expect([...ids]).toContain(id);
      for (const defect of answer.body.defects)
        expect(defect).toMatchObject({ code: expect.any(String), message: expect.any(String) });
    });
    overHttp(under, 'hostile documents', async () => {
      const xxe =
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' +
        document(start() + '<userTask id="a" name="&e;"/>' + end() + flows('s>a>e')).replace(/^<\?xml.*\?>/, '');
      const answer = await under.client.publish(xxe);
      expect([400, 422]).toContain(answer.status);
      expect(JSON.stringify(answer.body)).not.toContain('root:');
      const bomb =
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' +
        document(start() + '<userTask id="a" name="&b;"/>' + end() + flows('s>a>e')).replace(/^<\?xml.*\?>/, '');
      expect([400, 422]).toContain((await under.client.publish(bomb)).status);
    });
    overHttp(under, 'lists are paged with a cursor', async () => {
      const page = await under.client.as('supervisor').get('/cases?limit=2');
      expect(page.status).toBe(200);
      expect(page.body.items.length).toBe(2);
      expect(page.body).toMatchObject({ total: expect.any(Number), nextCursor: expect.any(String) });
      const next = await under.client
        .as('supervisor')
        .get(`/cases?limit=2&cursor=${encodeURIComponent(page.body.nextCursor)}`);
      const ids = new Set([...page.body.items, ...next.body.items].map((one: Json) => one.id));
      expect(ids.size).toBe(4);
      problem(await under.client.get('/cases?cursor=%21%21'), 400);
      problem(await under.client.get('/cases?limit=0'), 422);
      problem(await under.client.get('/tasks?scope=everything'), 422);
      problem(await under.client.get('/tasks?sort=nothing'), 422);
    });
    overHttp(under, 'trial tasks stay out of the worklist unless asked for', async () => {
      const { key } = (await under.client.publish(document(start() + users('a') + end() + flows('s>a>e')))).body;
      const opened = (await under.client.post('/trials', { definitionKey: key })).body;
      const id = opened.openTasks[0].id;
      const has = async (query: string): Promise<boolean> => {
        const { body } = await under.client.get(`/tasks?limit=100&${query}`);
        return body.items.some((one: Json) => one.id === id);
      };
      expect(await has('')).toBe(false);
      expect(await has('scope=mine')).toBe(false);
      expect(await has('trial=true&sort=-openedAt')).toBe(true);
      expect(await has(`caseId=${opened.id}`)).toBe(true);
      expect(await has(`caseId=${opened.id}&status=completed`)).toBe(false);
    });
    overHttp(under, 'fast-forward wants a duration and a trial', async () => {
      const { key } = (await under.client.publish(document(start() + users('a') + end() + flows('s>a>e')))).body;
      const opened = (await under.client.post('/trials', { definitionKey: key })).body;
      for (const by of ['', 'tomorrow', '-P1D', 'P', 'P1D junk', 7, null])
        problem(await under.client.post(`/trials/${opened.id}/fast-forward`, { by }), 422);
      problem(await under.client.post(`/trials/${opened.id}/fast-forward`, {}), 422);
      const real = await realCase(under, twoRoles());
      const answer = await under.client.as('cdi.intake').post(`/trials/${real.id}/fast-forward`, { by: 'P1D' });
      expect([403, 404, 409, 422]).toContain(answer.status);
    });
    overHttp(under, 'previews change nothing', async () => {
      const { key } = (await under.client.publish(document(start() + users('a b') + end() + flows('s>a>b>e')))).body;
      const opened = (await under.client.post('/trials', { definitionKey: key })).body;
      const preview = await under.client.post(`/tasks/${opened.openTasks[0].id}/complete?preview=true`, {
        variables: { x: 1 },
      });
      expect(preview.status).toBe(200);
      expect(JSON.stringify(preview.body)).toContain('"b"');
      const now = (await under.client.get(`/cases/${opened.id}`)).body;
      expect(now.openTasks.map((one: Json) => one.elementId)).toEqual(['a']);
      expect(now.variables).toEqual({});
      const cancel = await under.client.post(`/cases/${opened.id}/cancel?preview=true`, {});
      expect(cancel.status).toBe(200);
      expect((await under.client.get(`/cases/${opened.id}`)).body.status).toBe('running');
    });
    overHttp(under, 'strange variables travel unharmed', async () => {
      const { key } = (await under.client.publish(document(start() + users('a') + end() + flows('s>a>e')))).body;
      const variables = {
        中文: '联动',
        'a b': 1,
        n: null,
        deep: { list: [1, [2, { x: true }]] },
        emoji: '🚀',
        big: 12345678901234,
        text: '"\\\n',
        zero: 0,
        neg: -1.5,
      };
      const opened = (await under.client.post('/trials', { definitionKey: key, variables })).body;
      expect((await under.client.get(`/cases/${opened.id}`)).body.variables).toEqual(variables);
      problem(
        await under.client.send('POST', '/trials', `{"definitionKey":"${key}","variables":{"__proto__":{"x":1}}}`),
        400,
      );
      const nul = await under.client.post('/trials', { definitionKey: key, variables: { x: 'a\u0000b' } });
      expect([201, 422]).toContain(nul.status);
    });
    overHttp(under, 'every operation of the contract is in the OpenAPI document, with problems typed', async () => {
      const { body } = await under.client.get('/openapi.json');
      expect(body.openapi).toMatch(/^3\.1/);
      const wanted =
        'claim unclaim remind suspend resume withdraw transfer delegate return add-signer remove-signer extend comment complete'
          .split(' ')
          .map((one) => `/api/tasks/{id}/${one}`);
      for (const path of [
        ...wanted,
        '/api/messages',
        '/api/signals',
        '/api/trials',
        '/api/trials/{id}/fast-forward',
        '/api/attachments',
        '/api/calendars',
        '/api/ledgers/{kind}',
        '/api/events',
        '/api/cases/{id}/migrate',
        '/api/cases/{id}/variables',
        '/api/cases/{id}/start-day',
        '/api/cases/{id}/documents',
        '/api/cases/{id}/diagram',
        '/api/cases/{id}/timeline',
      ]) {
        expect(Object.keys(body.paths)).toContain(path);
      }
      for (const [path, methods] of Object.entries<Json>(body.paths)) {
        for (const [method, operation] of Object.entries<Json>(methods)) {
          for (const [status, response] of Object.entries<Json>(operation.responses)) {
            if (Number(status) >= 400)
              expect([path, method, status, Object.keys(response.content ?? {})]).toEqual([
                path,
                method,
                status,
                ['application/problem+json'],
              ]);
          }
        }
      }
    });
    overHttp(under, 'an unknown route and a wrong method are problems too', async () => {
      problem(await under.client.get('/nothing/here'), 404);
      const wrong = await under.client.send('DELETE', '/cases');
      expect([404, 405]).toContain(wrong.status);
      expect(wrong.headers.get('content-type')).toContain('application/problem+json');
    });
    overHttp(under, 'timeline, diagram and documents of a trial', async () => {
      const { key } = (await under.client.publish(document(start() + users('a b') + end() + flows('s>a>b>e')))).body;
      const opened = (await under.client.post('/trials', { definitionKey: key })).body;
      await under.client.post(`/tasks/${opened.openTasks[0].id}/complete`, { comment: '已阅' });
      const timeline = await under.client.get(`/cases/${opened.id}/timeline`);
      expect(timeline.status).toBe(200);
      expect(JSON.stringify(timeline.body)).toContain('已阅');
      const diagram = await under.client.get(`/cases/${opened.id}/diagram`);
      expect(diagram.status).toBe(200);
      expect(JSON.stringify(diagram.body)).toContain('BPMNDiagram');
      expect((await under.client.get(`/cases/${opened.id}/documents`)).status).toBe(200);
    });
  });
};
