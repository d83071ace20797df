import { describe, expect } from 'vitest';
import type { Json } from './client.ts';
import { describeOverHttp, overHttp, tries, triesOverHttp, type Tries } from './cases.ts';
import { document, end, flows, freshKey, start, users } from './document.ts';

const line = (ids: string): string => document(start() + users(ids) + end() + flows(`s>${ids.replaceAll(' ', '>')}>e`));

const elements = (now: Json): string[] => now.openTasks.map((task: Json) => task.elementId as string).toSorted();

export const operations: Tries = (under) => {
  describe('what an office does to a step', () => {
    tries(under, 'claim, unclaim', line('a b'), async (t) => {
      expect((await t.act('a', 'claim')).status).toBe(200);
      expect((await t.task('a')).assignee).toBe('designer');
      expect((await t.act('a', 'unclaim')).status).toBe(200);
      expect((await t.task('a')).assignee).toBeNull();
      expect((await t.act('a', 'unclaim')).status).toBe(409);
      await t.does('a');
      await t.sees('b');
    });
    tries(under, 'transfer to a person, who then has it; to nobody known', line('a b'), async (t) => {
      for (const to of ['no.such.person', 'sysadmin']) {
        expect((await t.act('a', 'transfer', { to })).body.code).toBe('UNKNOWN_PERSON');
        expect((await t.act('a', 'delegate', { to })).body.code).toBe('UNKNOWN_PERSON');
        const signer = await t.act('a', 'add-signer', { users: ['cdi.head', to], position: 'after' });
        expect(signer.body.code).toBe('UNKNOWN_PERSON');
      }
      expect((await t.act('a', 'transfer', { to: 'cdi.intake' })).status).toBe(200);
      expect((await t.task('a')).assignee).toBe('cdi.intake');
      await t.does('a');
      await t.sees('b');
    });
    tries(under, 'delegate and come back', line('a b'), async (t) => {
      await t.act('a', 'claim');
      expect((await t.act('a', 'delegate', { to: 'audit.staff' })).status).toBe(200);
      let task = await t.task('a');
      expect([task.assignee, task.owner]).toEqual(['audit.staff', 'designer']);
      await t.does('a', { seen: 1 });
      await t.sees('a');
      task = await t.task('a');
      expect([task.assignee, task.owner]).toEqual(['designer', null]);
      await t.does('a');
      await t.sees('b');
      expect((await t.variables()).seen).toBe(1);
    });
    tries(under, 'return to an earlier step', line('a b c'), async (t) => {
      await t.does('a');
      await t.does('b');
      const preview = await t.act('c', 'return?preview=true', { toElementId: 'a', siblings: 'cancel' });
      expect(preview.status, JSON.stringify(preview.body)).toBe(200);
      await t.sees('c');
      const answer = await t.act('c', 'return', { toElementId: 'a', siblings: 'cancel', reason: 'wrong' });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      await t.sees('a');
      await t.does('a');
      await t.sees('b');
      const ahead = await t.act('b', 'return', { toElementId: 'c', siblings: 'cancel' });
      expect([409, 422]).toContain(ahead.status);
      const unknown = await t.act('b', 'return', { toElementId: 'nowhere', siblings: 'cancel' });
      expect([404, 409, 422]).toContain(unknown.status);
      await t.sees('b');
    });
    const parallel = document(
      start() +
        users('p a b z') +
        '<parallelGateway id="f"/><parallelGateway id="j"/>' +
        end() +
        flows('s>p>f; f>a>j; f>b>j; j>z>e'),
    );
    tries(under, 'reject goes back to the first step', line('a b c'), async (t) => {
      expect((await t.act('a', 'reject')).body.code).toBe('NOT_EARLIER');
      await t.does('a');
      await t.does('b');
      const preview = await t.act('c', 'reject?preview=true', {});
      expect(preview.status, JSON.stringify(preview.body)).toBe(200);
      await t.sees('c');
      const answer = await t.act('c', 'reject', { reason: 'wrong' });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      await t.sees('a');
      await t.does('a');
      await t.sees('b');
    });
    tries(under, 'return out of a parallel branch cancels the sibling and doubles nothing', parallel, async (t) => {
      await t.does('p');
      await t.does('a');
      await t.sees('b');
      const answer = await t.act('b', 'return', { toElementId: 'p', siblings: 'cancel' });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      await t.sees('p');
      await t.does('p');
      await t.sees('a b');
      await t.does('a');
      await t.sees('b');
      await t.does('b');
      await t.sees('z');
      await t.does('z');
      await t.sees('completed');
    });
    tries(under, 'return from one branch while the sibling is open: both gone, once', parallel, async (t) => {
      await t.does('p');
      await t.act('b', 'return', { toElementId: 'p', siblings: 'cancel' });
      await t.sees('p');
      await t.does('p');
      await t.does('a');
      await t.does('b');
      await t.sees('z');
    });
    tries(
      under,
      'return inside a branch keeps the sibling',
      document(
        start() +
          users('a a2 b z') +
          '<parallelGateway id="f"/><parallelGateway id="j"/>' +
          end() +
          flows('s>f; f>a>a2>j; f>b>j; j>z>e'),
      ),
      async (t) => {
        await t.does('a');
        const answer = await t.act('a2', 'return', { toElementId: 'a', siblings: 'keep' });
        expect(answer.status, JSON.stringify(answer.body)).toBe(200);
        await t.sees('a b');
        await t.does('b');
        await t.does('a');
        await t.does('a2');
        await t.sees('z');
      },
    );
    tries(
      under,
      'return re-arms a deadline and its reminders',
      document(start() + '<userTask id="a" ld:due="P20D"/>' + users('b') + end() + flows('s>a>b>e')),
      async (t) => {
        await t.does('a');
        await t.forward('P2D');
        await t.act('b', 'return', { toElementId: 'a', siblings: 'cancel' });
        const task = await t.task('a');
        expect(task.alarms.length).toBeGreaterThan(3);
        expect((await t.forward('P21D')).length).toBeGreaterThan(2);
      },
    );
    tries(under, 'withdraw what one has sent, until the next one acts', line('a b c'), async (t) => {
      const first = await t.task('a');
      await t.does('a');
      const taken = await t.client.post(`/tasks/${first.id}/withdraw`, { reason: 'oops' });
      expect(taken.status, JSON.stringify(taken.body)).toBe(200);
      await t.sees('a');
      const again = await t.task('a');
      await t.does('a');
      await t.does('b');
      const late = await t.client.post(`/tasks/${again.id}/withdraw`, {});
      expect(late.status).toBe(409);
      await t.sees('c');
    });
    tries(under, 'withdraw from both branches behind a split', parallel, async (t) => {
      const first = await t.task('p');
      await t.does('p');
      expect((await t.client.post(`/tasks/${first.id}/withdraw`, {})).status).toBe(200);
      await t.sees('p');
      const again = await t.task('p');
      await t.does('p');
      await t.does('b');
      expect((await t.client.post(`/tasks/${again.id}/withdraw`, {})).status).toBe(409);
      await t.sees('a');
    });
    tries(under, 'add signers alongside: all must sign; remove one', line('a b'), async (t) => {
      const added = await t.act('a', 'add-signer', { users: ['audit.head', 'fin.head'], position: 'parallel' });
      expect(added.status, JSON.stringify(added.body)).toBe(200);
      await t.sees('a a a');
      const removed = await t.act('a', 'remove-signer', { user: 'fin.head' });
      expect(removed.status, JSON.stringify(removed.body)).toBe(200);
      await t.sees('a a');
      await t.does('a');
      await t.sees('a');
      await t.does('a');
      await t.sees('b');
    });
    tries(under, 'add a signer before and one after', line('a b'), async (t) => {
      expect((await t.act('a', 'add-signer', { users: ['audit.head'], position: 'before' })).status).toBe(200);
      await t.sees('a');
      expect((await t.task('a')).assignee).toBe('audit.head');
      await t.does('a');
      await t.sees('a');
      expect((await t.act('a', 'add-signer', { users: ['fin.head'], position: 'after' })).status).toBe(200);
      await t.sees('a');
      await t.does('a');
      await t.sees('a');
      expect((await t.task('a')).assignee).toBe('fin.head');
      await t.does('a');
      await t.sees('b');
    });
    const signed = (attributes: string): string =>
      document(
        start() +
          `<userTask id="a" ld:outcomes="同意,不同意" ld:signers="=[&quot;cdi.head&quot;,&quot;audit.head&quot;,&quot;fin.head&quot;]" ${attributes}/>` +
          users('y n') +
          '<exclusiveGateway id="g" default="g_n"/>' +
          end() +
          flows('s>a>g; g>y [outcome = "同意"]; g>n; y>e; n>e'),
      );
    tries(under, '会签: all', signed('ld:sign="all"'), async (t) => {
      await t.sees('a a a');
      await t.does('a', {}, '同意');
      await t.does('a', {}, '同意');
      await t.sees('a');
      await t.does('a', {}, '同意');
      await t.sees('y');
    });
    tries(under, '或签: any', signed('ld:sign="any"'), async (t) => {
      await t.sees('a a a');
      await t.does('a', {}, '同意');
      await t.sees('y');
    });
    tries(under, '依次: in sequence', signed('ld:sign="sequence"'), async (t) => {
      await t.sees('a');
      expect((await t.task('a')).assignee).toBe('cdi.head');
      await t.does('a', {}, '同意');
      expect((await t.task('a')).assignee).toBe('audit.head');
      await t.does('a', {}, '同意');
      await t.does('a', {}, '同意');
      await t.sees('y');
    });
    tries(under, '票签: two of three decide', signed('ld:sign="ratio" ld:ratio="0.6"'), async (t) => {
      await t.sees('a a a');
      await t.does('a', {}, '同意');
      await t.sees('a a');
      await t.does('a', {}, '同意');
      await t.sees('y');
    });
    tries(
      under,
      '票签 that cannot be reached any more is refused',
      signed('ld:sign="ratio" ld:ratio="0.6"'),
      async (t) => {
        await t.does('a', {}, '不同意');
        await t.does('a', {}, '不同意');
        await t.sees('n');
      },
    );
    tries(under, '票签 with veto', signed('ld:sign="ratio" ld:ratio="0.5" ld:veto="true"'), async (t) => {
      const now = await t.case();
      const head = now.openTasks.find((task: Json) => task.assignee === 'cdi.head');
      const answer = await t.client.post(`/tasks/${head.id}/complete`, { outcome: '不同意' });
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      await t.sees('n');
    });
    tries(under, 'remind and comment change nothing else', line('a b'), async (t) => {
      expect((await t.act('a', 'remind', { reason: 'please' })).status).toBe(200);
      expect((await t.act('a', 'comment', { text: 'a note' })).status).toBe(200);
      expect((await t.act('a', 'comment', { text: '' })).status).toBe(422);
      const timeline = await t.client.get(`/cases/${t.id}/timeline`);
      expect(JSON.stringify(timeline.body)).toContain('a note');
      await t.sees('a');
    });
    tries(under, 'a completed task is stale', line('a b'), async (t) => {
      const task = await t.task('a');
      await t.does('a');
      for (const [operation, body] of Object.entries({
        complete: {},
        claim: {},
        transfer: { to: 'cdi.head' },
        suspend: {},
        'add-signer': { users: ['cdi.head'], position: 'after' },
        extend: { by: 'P1D' },
      })) {
        const answer = await t.client.post(`/tasks/${task.id}/${operation}`, body);
        expect([operation, answer.status, answer.body.code]).toEqual([operation, 409, 'STALE_TASK']);
        expect(answer.headers.get('content-type')).toContain('application/problem+json');
      }
      await t.sees('b');
    });
    tries(under, 'suspend and resume a case', line('a b'), async (t) => {
      expect((await t.client.post(`/cases/${t.id}/suspend`, { reason: 'x' })).status).toBe(200);
      await t.sees('a (suspended)');
      expect((await t.act('a')).status).toBe(409);
      expect((await t.client.post(`/cases/${t.id}/suspend`)).status).toBe(409);
      expect((await t.client.post(`/cases/${t.id}/resume`)).status).toBe(200);
      expect((await t.client.post(`/cases/${t.id}/resume`)).status).toBe(409);
      await t.does('a');
      await t.sees('b');
      expect((await t.client.post(`/cases/${t.id}/cancel`, { reason: 'x' })).status).toBe(200);
      await t.sees('cancelled');
      expect((await t.client.post(`/cases/${t.id}/cancel`)).status).toBe(409);
    });
    tries(
      under,
      'a timer of a suspended case does not fire before it goes on',
      document(
        start() +
          users('a c') +
          '<boundaryEvent id="t" attachedToRef="a"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>' +
          end('e', 'e2') +
          flows('s>a>e; t>c>e2'),
      ),
      async (t) => {
        await t.client.post(`/cases/${t.id}/suspend`, { reason: 'x' });
        await t.forward('PT2H');
        await t.sees('a (suspended)');
        await t.client.post(`/cases/${t.id}/resume`);
        const open = await t.open();
        expect([['a'], ['c']]).toContainEqual(open);
        await t.forward('PT2H');
        await t.sees('c');
      },
    );
    triesOverHttp(under, 'the same key gives the same answer, with another body KEY_REUSED', line('a b'), async (t) => {
      const task = await t.task('a');
      const key = { 'idempotency-key': `k-${freshKey()}` };
      const first = await t.client.post(`/tasks/${task.id}/complete`, { variables: { x: 1 } }, key);
      const second = await t.client.post(`/tasks/${task.id}/complete`, { variables: { x: 1 } }, key);
      expect([first.status, second.status]).toEqual([200, 200]);
      expect(second.body).toEqual(first.body);
      const other = await t.client.post(`/tasks/${task.id}/complete`, { variables: { x: 2 } }, key);
      expect([other.status, other.body.code]).toEqual([422, 'KEY_REUSED']);
      await t.sees('b');
      expect((await t.variables()).x).toBe(1);
    });
    triesOverHttp(under, 'opening with a key opens once', line('a b'), async (t) => {
      const { definitionKey } = await t.case();
      const key = { 'idempotency-key': `k-${freshKey()}` };
      const one = await t.client.post('/trials', { definitionKey }, key);
      const two = await t.client.post('/trials', { definitionKey }, key);
      expect([one.status, two.status]).toEqual([201, 201]);
      expect(two.body.id).toBe(one.body.id);
      const three = await t.client.post('/trials', { definitionKey, variables: { x: 1 } }, key);
      expect([three.status, three.body.code]).toEqual([422, 'KEY_REUSED']);
      const elsewhere = await t.client.post(`/cases/${t.id}/suspend`, {}, key);
      expect(elsewhere.status).toBe(200);
    });
  });

  describeOverHttp(under, 'versions', () => {
    overHttp(
      under,
      'publishing is idempotent by content; running cases stay, new ones take the newest; migration moves them',
      async () => {
        const key = freshKey();
        const v1 = document(start() + '<userTask id="a" ld:due="P10D"/>' + users('b') + end() + flows('s>a>b>e'), {
          key,
        });
        const v2 = document(
          start() + '<userTask id="a2" name="a" ld:due="P20D"/>' + users('b c') + end() + flows('s>a2>b>c>e'),
          { key },
        );
        const { client } = under;
        const first = await client.publish(v1);
        expect([first.status, first.body.version]).toEqual([201, 1]);
        const again = await client.publish(v1);
        expect([again.status, again.body.version]).toEqual([200, 1]);
        const dry = await client.publish(v2, '?dryRun=true');
        expect(dry.status).toBe(200);
        const opened = (await client.post('/trials', { definitionKey: key })).body;
        expect(opened.version).toBe(1);
        const second = await client.publish(v2);
        expect([second.status, second.body.version]).toEqual([201, 2]);
        expect((await client.get(`/cases/${opened.id}`)).body.version).toBe(1);
        expect((await client.post('/trials', { definitionKey: key })).body.version).toBe(2);
        expect((await client.post('/trials', { definitionKey: key, version: 1 })).body.version).toBe(1);
        const bytes = await client.get(`/definitions/${key}/versions/1`, { accept: 'application/xml' });
        expect(bytes.body).toBe(v1);
        await client.post(`/trials/${opened.id}/fast-forward`, { by: 'P3D' });
        const before = (await client.get(`/cases/${opened.id}`)).body;
        const unmapped = await client.post(`/cases/${opened.id}/migrate`, { toVersion: 2, dryRun: true });
        expect(unmapped.status, JSON.stringify(unmapped.body)).toBe(200);
        expect(unmapped.body.cases[0].unmapped.map((one: Json) => one.elementId)).toEqual(['a']);
        const refused = await client.post(`/cases/${opened.id}/migrate`, { toVersion: 2, mapping: { a: 'nowhere' } });
        expect([refused.status, refused.body.code]).toEqual([422, 'INVALID_MAPPING']);
        const plan = await client.post(`/cases/${opened.id}/migrate`, {
          toVersion: 2,
          mapping: { a: 'a2' },
          dryRun: true,
        });
        expect(plan.status, JSON.stringify(plan.body)).toBe(200);
        expect(plan.body.cases[0]).toMatchObject({ id: opened.id, unmapped: [] });
        expect((await client.get(`/cases/${opened.id}`)).body.version).toBe(1);
        const moved = await client.post(`/cases/${opened.id}/migrate`, { toVersion: 2, mapping: { a: 'a2' } });
        expect(moved.status, JSON.stringify(moved.body)).toBe(200);
        const after = (await client.get(`/cases/${opened.id}`)).body;
        expect([after.version, elements(after)]).toEqual([2, ['a2']]);
        const shift = Date.parse(after.openTasks[0].dueAt) - Date.parse(before.openTasks[0].dueAt);
        expect(shift).toBe(10 * 86_400_000);
        await client.post(`/tasks/${after.openTasks[0].id}/complete`, {});
        const b = (await client.get(`/cases/${opened.id}`)).body;
        expect(elements(b)).toEqual(['b']);
        await client.post(`/tasks/${b.openTasks[0].id}/complete`, {});
        expect(elements((await client.get(`/cases/${opened.id}`)).body)).toEqual(['c']);
      },
    );
  });
};
