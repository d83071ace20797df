import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, civilDateOf } from '../../domain/civil-date.ts';
import { caseSchema } from '../../apps/api/cases/case.schema.ts';
import { fieldsSchema } from '../../apps/api/directory/directory.schema.ts';
import {
  formListSchema,
  formSchema,
  formVersionsSchema,
  publishedFormSchema,
} from '../../apps/api/forms/form.schema.ts';
import { actedSchema, taskSchema } from '../../apps/api/tasks/task.schema.ts';
import { publicationSchema } from '../../apps/api/definitions/definition.schema.ts';
import { bpmn, call, end, flows, process, start, user } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Answer, Api } from './api.ts';
import { openCase, publish, stepAt } from './procedures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const text = (title: string) => ({ type: 'string', title, minLength: 1, maxLength: 100 });
const formOf = (properties: Record<string, unknown>, more: object = {}) => ({
  title: '核查意见',
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
  ...more,
});
const post = (key: string, body: unknown, query = '') => api.post('designer', `/forms/${key}${query}`, body);
const asking = (key: string, form: string) =>
  bpmn(process(key, start('s'), user('a', { name: '填写', 'ld:form': form }), end('e'), flows('s>a>e')));
const again = async (xml: string) =>
  api.post('designer', '/definitions?again=true', xml, { 'content-type': 'application/xml' });

describe('a form', () => {
  it('of the release is there from the start, as it stands in its file', async () => {
    const { items } = (await api.get('insp.office', '/forms')).read(formListSchema);
    expect(items.find(({ key }) => key === 'ShenPi')).toMatchObject({ version: 1, release: true, publishedBy: null });
    expect((await api.get('insp.office', '/forms/ShenPi')).read(formSchema)).toMatchObject({ type: 'object' });
  });

  it('is published in versions that keep the order of their fields; the same again is no new one', async () => {
    const first = formOf({ zeta: text('先填'), alpha: text('后填') });
    const made = await post('ordered', first);
    expect([made.status, made.read(publishedFormSchema).version]).toEqual([201, 1]);
    expect((await post('ordered', first)).status).toBe(200);
    const second = formOf({ alpha: text('先填'), zeta: text('后填') });
    expect((await post('ordered', second)).read(publishedFormSchema).version).toBe(2);
    const fields = async (path: string) =>
      Object.keys((await api.get('insp.office', path)).read(formSchema)['properties'] as object);
    expect(await fields('/forms/ordered')).toEqual(['alpha', 'zeta']);
    expect(await fields('/forms/ordered/versions/1')).toEqual(['zeta', 'alpha']);
    const { items } = (await api.get('insp.office', '/forms/ordered/versions')).read(formVersionsSchema);
    expect(items.map(({ version, publishedBy }) => [version, publishedBy])).toEqual([
      [2, 'designer'],
      [1, 'designer'],
    ]);
  });

  it('is refused to whoever does not know the newest version, and to who does not design', async () => {
    expect((await post('ordered', formOf({ other: text('别的') }), '?base=1')).code).toBe('OVERTAKEN');
    expect((await api.post('insp.office', '/forms/ordered', formOf({ x: text('x') }))).status).toBe(403);
    expect((await api.get('insp.office', '/forms/nobody')).code).toBe('NOT_FOUND');
  });

  it.each([
    ['a keyword that no page can draw', formOf({ a: { ...text('甲'), oneOf: [] } })],
    ['a field without a name for people', formOf({ a: { type: 'string' } })],
    ['a field whose name no expression can use', formOf({ 'a-b': text('甲') })],
    ['a demanded field that is not there', formOf({ a: text('甲') }, { required: ['b'] })],
    ['a pattern that looks back', formOf({ a: { ...text('甲'), pattern: '(a)\\1' } })],
    [
      'a day that may not lie after another one than today',
      formOf({ a: { ...text('甲'), 'x-ld-latest': '2026-03-05' } }),
    ],
    ['a name that is no word', { ...formOf({ a: text('甲') }), title: ' ' }],
    [
      'more fields than anybody fills in',
      formOf(Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`f${n}`, text('甲')]))),
    ],
  ])('with %s is refused with its place, and nothing is stored', async (_, schema) => {
    const before = await post('wrong', formOf({ a: text('甲') }), '?dryRun=true');
    expect(before.status).toBe(200);
    expect((await post('wrong', schema)).code).toBe('INVALID_FORM');
    expect((await api.get('designer', '/forms/wrong')).status).toBe(404);
  });

  it('with a pattern that would run for minutes elsewhere is judged in no time', async () => {
    await post('slow', formOf({ a: { ...text('甲'), maxLength: 5000, pattern: '^(a+)+$' } }));
    await publish(api, asking('Slow', 'slow'));
    const opened = await openCase(api, 'insp.office', 'Slow');
    const began = Date.now();
    const variables = { a: `${'a'.repeat(3000)}b` };
    const answer = await api.post('insp.office', `/tasks/${stepAt(opened, 'a')}/complete`, { variables });
    expect(answer.code).toBe('INVALID_FORM');
    expect(Date.now() - began).toBeLessThan(3000);
  });
});

describe('a day that may not lie in the future', () => {
  const defectsOf = ({ text }: Answer): unknown => (JSON.parse(text) as { defects?: unknown }).defects;
  const refused = async (user: string, task: string, foundOn: string) =>
    defectsOf(await api.post(user, `/tasks/${task}/complete`, { variables: { foundOn } }));
  const mistake = (today: string) => [
    { code: 'INVALID_FORM', path: 'variables.foundOn', message: `不能晚于今天（${today}）` },
  ];

  it('is refused at its field, when a case is opened too', async () => {
    await post(
      'found',
      formOf({ foundOn: { type: 'string', title: '发现日期', format: 'date', 'x-ld-latest': 'today' } }),
    );
    await publish(api, asking('Found', 'found'));
    const today = civilDateOf(Date.now());
    const opened = await openCase(api, 'insp.office', 'Found');
    const task = stepAt(opened, 'a');
    expect(await refused('insp.office', task, addDays(today, 1))).toEqual(mistake(today));
    expect((await api.get('insp.office', `/tasks/${task}`)).read(taskSchema).status).toBe('open');
    const done = await api.post('insp.office', `/tasks/${task}/complete`, { variables: { foundOn: today } });
    expect(done.read(actedSchema).status).toBe('completed');

    await publish(
      api,
      bpmn(process('FoundFirst', start('s', { 'ld:form': 'found' }), user('a'), end('e'), flows('s>a>e'))),
    );
    const order = { definitionKey: 'FoundFirst', title: '发现', variables: { foundOn: addDays(today, 1) } };
    expect(defectsOf(await api.post('insp.office', '/cases', order))).toEqual(mistake(today));
  });

  it('lies, in a trial, after the trial’s own day', async () => {
    const trial = (await api.post('designer', '/trials', { definitionKey: 'Found' })).read(caseSchema);
    expect((await api.post('designer', `/trials/${trial.id}/fast-forward`, { by: 'P10D' })).status).toBe(200);
    const then = (await api.get('designer', `/cases/${trial.id}`)).read(caseSchema).now.slice(0, 10);
    expect(then).not.toBe(civilDateOf(Date.now()));
    expect(await refused('designer', stepAt(trial, 'a'), addDays(then, 1))).toEqual(mistake(then));
    expect(await refused('designer', stepAt(trial, 'a'), then)).toBeUndefined();
  });
});

describe('a procedure', () => {
  it('stays with the version of its forms that it was published with, in open and new cases, until it is published again', async () => {
    await post('pinned', formOf({ opinion: text('意见') }));
    const xml = asking('Pinned', 'pinned');
    await publish(api, xml);
    const old = await openCase(api, 'insp.office', 'Pinned');
    const { usedBy } = (await post('pinned', formOf({ opinion: text('意见'), amount: text('金额') }))).read(
      publishedFormSchema,
    );
    expect(usedBy).toEqual([{ key: 'Pinned', version: 1, name: 'Pinned', formVersion: 1 }]);

    const between = await openCase(api, 'insp.office', 'Pinned');
    const same = await api.post('designer', '/definitions', xml, { 'content-type': 'application/xml' });
    expect([same.status, same.read(publicationSchema).version]).toEqual([200, 1]);
    const republished = await again(xml);
    expect([republished.status, republished.read(publicationSchema).version]).toEqual([201, 2]);
    expect((await again(xml)).status).toBe(200);
    const fresh = await openCase(api, 'insp.office', 'Pinned');

    const versionOf = async (task: string) => {
      const { form, formVersion } = (await api.get('insp.office', `/tasks/${task}`)).read(taskSchema);
      return [form, formVersion];
    };
    expect(await versionOf(stepAt(old, 'a'))).toEqual(['pinned', 1]);
    expect(await versionOf(stepAt(between, 'a'))).toEqual(['pinned', 1]);
    expect(await versionOf(stepAt(fresh, 'a'))).toEqual(['pinned', 2]);

    const complete = (task: string) =>
      api.post('insp.office', `/tasks/${task}/complete`, { variables: { opinion: '好' } });
    expect((await complete(stepAt(fresh, 'a'))).code).toBe('INVALID_FORM');
    expect((await complete(stepAt(old, 'a'))).read(actedSchema).status).toBe('completed');
    const fields = (await api.get('insp.office', `/cases/${fresh.id}/fields`)).read(fieldsSchema);
    expect(fields['amount']).toEqual({ title: '金额' });
    expect((await api.get('insp.office', `/cases/${old.id}/fields`)).read(fieldsSchema)['amount']).toBeUndefined();
  });

  it('asks in a called procedure what that one was published with', async () => {
    await post('inner', formOf({ first: text('第一版') }));
    await publish(api, asking('InnerForm', 'inner'));
    await post('inner', formOf({ second: text('第二版') }));
    await publish(
      api,
      bpmn(
        process(
          'OuterForm',
          start('s'),
          call('c', 'InnerForm'),
          user('b', { 'ld:form': 'inner' }),
          end('e'),
          flows('s>c>b>e'),
        ),
      ),
    );
    const opened = await openCase(api, 'insp.office', 'OuterForm');
    expect(opened.openTasks.map(({ formVersion }) => formVersion)).toEqual([1]);
    await api.post('insp.office', `/tasks/${stepAt(opened, 'a')}/complete`, { variables: { first: '一' } });
    const [task] = (await api.get('insp.office', `/cases/${opened.id}`)).read(caseSchema).openTasks;
    expect(task).toMatchObject({ elementId: 'b', formVersion: 2 });
  });

  it('moved to another version asks what that version asks', async () => {
    await post('moving', formOf({ opinion: text('意见') }));
    const xml = asking('Moving', 'moving');
    await publish(api, xml);
    const opened = await openCase(api, 'insp.office', 'Moving');
    await post('moving', formOf({ opinion: text('意见'), more: text('补充') }));
    await again(xml);
    const moved = await api.post('supervisor', `/cases/${opened.id}/migrate`, { toVersion: 2 });
    expect([moved.status, moved.code]).toEqual([200, undefined]);
    const task = (await api.get('insp.office', `/tasks/${stepAt(opened, 'a')}`)).read(taskSchema);
    expect(task.formVersion).toBe(2);
  });
});
