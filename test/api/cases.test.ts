import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseListSchema, caseSchema, changedCaseSchema } from '../../apps/api/cases/case.schema.ts';
import { previewSchema } from '../../apps/api/commands/preview.schema.ts';
import { diagramSchema, documentsSchema, timelineSchema } from '../../apps/api/history/history.schema.ts';
import { actedSchema } from '../../apps/api/tasks/task.schema.ts';
import { bpmn, call, end, flows, process, start, sub, task } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, ownStep, publish, stepAt, twoSteps } from './procedures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await publish(api, twoSteps('Steps'));
  await publish(api, ownStep('Own'));
});
afterAll(() => api.stop());

const read = async (as: string, id: string) => (await api.get(as, `/cases/${id}`)).read(caseSchema);

describe('a case', () => {
  it('is opened with a number, its first step and the alarms of that step', async () => {
    const opened = await openCase(api, 'insp.office', 'Steps', { startsOn: '2026-01-05', variables: { amount: 7 } });
    expect(opened).toMatchObject({
      definitionKey: 'Steps',
      version: 1,
      trial: false,
      status: 'running',
      startsOn: '2026-01-05',
      variables: { amount: 7 },
      settled: true,
    });
    expect(opened.number).toMatch(/^联案〔\d{4}〕\d+号$/);
    expect(opened.now).toMatch(/\+08:00$/);
    expect(opened.openTasks.map(({ elementId, agency, role }) => [elementId, agency, role])).toEqual([
      ['intake', 'cdi', 'cdi.intake'],
    ]);
    expect(opened.alarms.map(({ kind }) => kind)).toContain('due');
    expect(await read('insp.office', opened.id)).toMatchObject({ id: opened.id, number: opened.number });
  });

  it('stands, on its picture, where what is open inside an inline call and a sub-process stands', async () => {
    await publish(api, twoSteps('Inner'));
    const outer = process(
      'Outer',
      start('s'),
      sub('around', start('s2'), call('calls', 'Inner'), end('e2'), flows('s2>calls>e2')),
      task('after'),
      end('e'),
      flows('s>around>after>e'),
    );
    await publish(api, bpmn(outer));
    const opened = await openCase(api, 'insp.office', 'Outer', { startsOn: '2020-01-01' });
    const shown = async () => {
      const { elements } = (await api.get('insp.office', `/cases/${opened.id}/diagram`)).read(diagramSchema);
      return [elements['calls'], elements['around']];
    };
    expect(await shown()).toEqual(['late', 'late']);
    await api.post('cdi.intake', `/tasks/${stepAt(opened, 'intake')}/complete`, { outcome: 'accept' });
    expect(await shown()).toEqual(['current', 'current']);
    const verify = stepAt(await read('insp.office', opened.id), 'verify');
    await api.post('insp.office', `/tasks/${verify}/complete`, {});
    expect(await shown()).toEqual(['passed', 'passed']);
  });

  it('takes the next number of its series each time', async () => {
    const [one, two] = [await openCase(api, 'insp.office', 'Own'), await openCase(api, 'insp.office', 'Own')];
    const count = ({ number }: { number: string }) => Number(/〕(\d+)号/.exec(number)?.[1]);
    expect(count(two)).toBe(count(one) + 1);
  });

  it('goes from step to step until it ends, and its timeline tells of each', async () => {
    const { id, ...opened } = await openCase(api, 'insp.office', 'Steps');
    const done = await api.post('cdi.intake', `/tasks/${stepAt(opened, 'intake')}/complete`, {
      outcome: 'accept',
      variables: { findings: 3 },
      comment: '属实',
    });
    expect(done.read(actedSchema)).toMatchObject({ status: 'completed', outcome: 'accept', endedBy: 'cdi.intake' });
    const halfway = await read('cdi.intake', id);
    expect(halfway.variables).toMatchObject({ findings: 3, outcome: 'accept', intake_outcome: 'accept' });
    expect(halfway.alarms).toEqual([]);
    const diagram = (await api.get('insp.office', `/cases/${id}/diagram`)).read(diagramSchema);
    expect(diagram.elements).toMatchObject({ s: 'passed', intake: 'passed', verify: 'current' });
    expect(diagram.bpmn).toContain('<process id="Steps"');
    await api.post('insp.office', `/tasks/${stepAt(halfway, 'verify')}/complete`);
    const ended = await read('insp.office', id);
    expect([ended.status, ended.openTasks]).toEqual(['completed', []]);
    const { items } = (await api.get('insp.office', `/cases/${id}/timeline`)).read(timelineSchema);
    expect(items.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['case-opened', 'task-completed', 'case-ended']),
    );
    const instants = items.flatMap(({ at, data }) => [at, data['dueAt']]).filter((value) => value !== undefined);
    for (const instant of instants) expect(instant).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+\+08:00$/);
    expect((await api.get('insp.office', `/cases/${id}/documents`)).read(documentsSchema)).toEqual({
      letters: [],
      attachments: [],
    });
  });

  it('stands still while it is suspended, goes on when it is resumed, and ends when it is cancelled', async () => {
    const { id, ...opened } = await openCase(api, 'insp.office', 'Steps');
    const act = (name: string) => api.post('insp.office', `/cases/${id}/${name}`, { reason: '等待鉴定' });
    expect((await act('suspend')).read(changedCaseSchema).status).toBe('suspended');
    expect((await api.post('cdi.intake', `/tasks/${stepAt(opened, 'intake')}/claim`)).code).toBe('CASE_SUSPENDED');
    expect((await act('resume')).read(changedCaseSchema).status).toBe('running');
    expect((await act('cancel')).read(changedCaseSchema).status).toBe('cancelled');
    const again = await act('cancel');
    expect(again.status).toBe(409);
    const { items } = (await api.get('insp.office', `/cases/${id}/timeline`)).read(timelineSchema);
    expect(items.find(({ kind }) => kind === 'case-suspended')?.reason).toBe('等待鉴定');
  });

  it('has its variables and start day corrected by the commission’s leader, and the alarms move with the day', async () => {
    const { id, ...opened } = await openCase(api, 'insp.office', 'Steps');
    const patched = await api.send('supervisor', 'PATCH', `/cases/${id}/variables`, { variables: { unit: 'unit1' } });
    expect(patched.read(changedCaseSchema).variables).toEqual({ unit: 'unit1' });
    const moved = (await api.post('supervisor', `/cases/${id}/start-day`, { startsOn: '2026-01-05' })).read(
      changedCaseSchema,
    );
    expect(moved.startsOn).toBe('2026-01-05');
    expect(opened.startsOn).not.toBe(moved.startsOn);
  });

  it('tells what would happen without doing it', async () => {
    const { id, ...opened } = await openCase(api, 'insp.office', 'Steps');
    const before = await api.counts();
    const preview = await api.post('cdi.intake', `/tasks/${stepAt(opened, 'intake')}/complete?preview=true`, {
      outcome: 'accept',
    });
    expect(preview.status).toBe(200);
    const { opened: next, closed } = preview.read(previewSchema);
    expect([closed, next].map((tasks) => tasks.map(({ elementId }) => elementId))).toEqual([['intake'], ['verify']]);
    expect(
      (await api.post('cdi.intake', `/tasks/${stepAt(opened, 'intake')}/complete?preview=true`, { outcome: 'no' }))
        .code,
    ).toBe('UNKNOWN_OUTCOME');
    expect(await api.counts()).toEqual(before);
    expect((await read('insp.office', id)).openTasks.map(({ elementId }) => elementId)).toEqual(['intake']);
  });

  it('may be previewed before it is opened', async () => {
    const before = await api.counts();
    const preview = await api.post('insp.office', '/cases?preview=true', { definitionKey: 'Steps', title: '试算' });
    expect(preview.read(previewSchema).opened.map(({ elementId }) => elementId)).toEqual(['intake']);
    expect(await api.counts()).toEqual(before);
  });
});

describe('lists of cases', () => {
  it('page through every case once, with the exact total', async () => {
    const ids = new Set<string>();
    for (let n = 0; n < 5; n += 1) ids.add((await openCase(api, 'fin.staff', 'Own')).id);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = `limit=2${cursor ? `&cursor=${cursor}` : ''}`;
      const page: { items: { id: string }[]; total: number; nextCursor: string | null } = (
        await api.get('fin.staff', `/cases?${query}`)
      ).read(caseListSchema);
      expect(page.total).toBe(5);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen.toSorted()).toEqual([...ids].toSorted());
  });

  it.each(['openedAt', '-openedAt', 'nextDueAt', 'number', '-number', 'title'])('are sorted by %s', async (sort) => {
    expect((await api.get('supervisor', `/cases?sort=${sort}&limit=3`)).status).toBe(200);
  });

  it('find a case by part of its title or number', async () => {
    const { id, number } = await openCase(api, 'fin.staff', 'Own', { title: '100%_专项资金' });
    const found = async (q: string) =>
      (await api.get('fin.staff', `/cases?q=${encodeURIComponent(q)}`))
        .read(caseListSchema)
        .items.map((item) => item.id);
    expect(await found('100%_专')).toEqual([id]);
    expect(await found(number)).toEqual([id]);
    expect(await found('%')).toEqual([id]);
  });
});
