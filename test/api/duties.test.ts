import { setTimeout as delay } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  itemsReportSchema,
  listDetailSchema,
  listsSchema,
  obligationsSchema,
  resultsSchema,
  sampleSchema,
} from '../../apps/api/duties/duty.schema.ts';
import type { Sample } from '../../apps/api/duties/duty.schema.ts';
import { attachmentSchema } from '../../apps/api/attachments/attachment.schema.ts';
import { ledgerSchema } from '../../apps/api/ledgers/ledger.schema.ts';
import { actedSchema, taskSchema, taskListSchema } from '../../apps/api/tasks/task.schema.ts';
import type { Task } from '../../apps/api/tasks/task.schema.ts';
import { problemSchema } from '../../apps/api/problem/problem.schema.ts';
import { registryWrittenSchema } from '../../apps/api/registry/registry.schema.ts';
import { addDays, civilDateOf } from '../../domain/civil-date.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { publish } from './procedures.ts';

const definition = (key: string) =>
  readFileSync(new URL(`../../definitions/processes/${key}.bpmn`, import.meta.url), 'utf8');

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await publish(api, definition('ZeRenShiXiang'));
});
afterAll(() => api.stop());

const today = civilDateOf(Date.now());
const year = Number(today.slice(0, 4));
const head = [
  '编号',
  '责任主体',
  '责任领域',
  '责任事项',
  '牵头单位',
  '承办岗位',
  '佐证材料',
  '周期',
  '开启日',
  '完成时限',
  '分值',
];
const monthly = [
  '1-1',
  '党委',
  '政治监督',
  '学习部署',
  'unit1、unit2',
  '单位主要负责人',
  '记录',
  '每月',
  '第1个工作日',
  '15日',
  2,
];
const quarterly = [
  '1-2',
  '一把手',
  '政治监督',
  '自查报告',
  'unit1',
  '单位主要负责人',
  '报告',
  '每季度',
  '第2月10日',
  '期末',
  1,
];
type Cells = readonly (string | number | null)[];

const workbook = (rows: readonly Cells[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: '清单', rows: rows.map((row) => [...row]) }] });
async function send(list: string, rows: readonly Cells[], { query = '', as = 'cdi.style' } = {}) {
  const form = new FormData();
  form.append('file', new Blob([(await workbook([head, ...rows])) as BlobPart]), '清单.xlsx');
  return api.post(as, `/duties/lists/${list}/items${query}`, form);
}
const bring = async (list: string, rows: readonly Cells[], query = '') =>
  (await send(list, rows, { query })).read(itemsReportSchema);
const create = async (id: string, more: object = {}) =>
  (await api.post('cdi.style', '/duties/lists', { id, name: `清单${id}`, year, ...more })).read(listDetailSchema);
const act = async (id: string, what: string, body: object = {}) =>
  (await api.post('cdi.style', `/duties/lists/${id}/${what}`, body)).read(listDetailSchema);
const obligations = async (id: string, query = '', as = 'cdi.style') =>
  (await api.get(as, `/duties/lists/${id}/obligations?limit=200${query}`)).read(obligationsSchema).items;
const opened = async (id: string) => (await obligations(id)).filter(({ caseId }) => caseId !== null);

async function untilOpened(id: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const due = (await obligations(id)).filter(({ opensOn }) => opensOn < today);
    if (due.every(({ state }) => !['planned', 'missed'].includes(state))) return;
    await delay(200);
  }
  throw new Error(`not everything that is due was opened: ${JSON.stringify(await obligations(id, '&state=missed'))}`);
}

describe('a list that is drawn up', () => {
  it('takes a whole sheet, and tells what it will ask for', async () => {
    await create('drawn');
    const report = await bring('drawn', [monthly, quarterly]);
    expect(report).toMatchObject({
      version: 1,
      items: 2,
      areas: 1,
      changed: true,
      obligations: { added: 28 },
      defects: [],
    });
    expect((await api.get('cdi.head', '/duties/lists/drawn')).read(listDetailSchema)).toMatchObject({
      status: 'draft',
      items: 2,
      obligations: { planned: 28 },
      duties: [{ no: '1-1', leads: ['unit1', 'unit2'], role: 'unit.head' }, { no: '1-2' }],
    });
  });

  it('does not change when the same sheet comes again', async () => {
    expect(await bring('drawn', [monthly, quarterly])).toMatchObject({ version: 1, changed: false });
  });

  it('tells every wrong cell and takes none of its lines', async () => {
    const wrong = [
      ['2-1', '党委', '政治监督', '好事项', 'unit1', null, '记录', '每月', '第1个工作日', '15日', 1],
      ['2-2', '党委', '', '坏事项', '没有的单位', '没有的岗位', '记录', '每旬', '月初', '尽快', -1],
      ['2-1', '党委', '政治监督', '重复', 'unit1', null, '记录', '每季度', '第4月1日', '尽快', 1],
      ['2-3', '党委', '政治监督', '出年', 'unit1', null, '记录', '一次', `${year + 1}-01-05`, '15日', 1],
    ];
    const answer = await send('drawn', wrong);
    expect([answer.status, answer.code]).toEqual([422, 'INVALID_SHEET']);
    const { defects = [] } = problemSchema.parse(JSON.parse(answer.text));
    expect(defects.map(({ path, code }) => [path, code])).toEqual([
      ['3.责任领域', 'EMPTY_CELL'],
      ['3.周期', 'WRONG_CELL'],
      ['3.分值', 'WRONG_CELL'],
      ['4.开启日', 'WRONG_CELL'],
      ['4.完成时限', 'WRONG_CELL'],
      ['4.编号', 'DUPLICATE_LINE'],
      ['5.开启日', 'OUTSIDE_YEAR'],
    ]);
    expect((await api.get('cdi.head', '/duties/lists/drawn')).read(listDetailSchema)).toMatchObject({
      version: 1,
      items: 2,
    });
  });

  it('can be tried without leaving anything', async () => {
    const report = await bring('drawn', [monthly], '?dryRun=true');
    expect(report).toMatchObject({ dryRun: true, version: 2, changed: true, obligations: { removed: 4 } });
    expect((await obligations('drawn')).length).toBe(28);
  });

  it('is refused when it is a sheet of something else', async () => {
    const form = new FormData();
    form.append('file', new Blob(['编号,姓名,管理层级\nzhao,赵某,市管\n']), '干部.csv');
    const answer = await api.post('cdi.style', '/duties/lists/drawn/items', form);
    expect([answer.status, answer.code]).toEqual([422, 'INVALID_SHEET']);
    expect(answer.text).toContain('UNKNOWN_COLUMN');
  });

  it('is changed only by those who keep lists', async () => {
    expect((await send('drawn', [monthly], { as: 'unit1.head' })).status).toBe(403);
    expect((await api.post('audit.staff', '/duties/lists', { id: 'x', name: 'x', year })).status).toBe(403);
  });
});

describe('a list that begins in the middle of its year', () => {
  beforeAll(async () => {
    await create('year');
    await bring('year', [monthly, quarterly]);
    await act('year', 'begin');
    await untilOpened('year');
  });

  it('has been run through the year by backfill: exactly one case for each item, agency and period that is due', async () => {
    const all = await obligations('year');
    const due = all.filter(({ caseId }) => caseId !== null);
    expect(all.filter(({ opensOn, caseId }) => opensOn < today && caseId === null)).toEqual([]);
    expect(due.filter(({ opensOn }) => opensOn > today)).toEqual([]);
    const cases = await api.system.rows<{ id: string; starts_on: string }>(
      `select id, starts_on::text from case_view where definition_key = 'ZeRenShiXiang'`,
    );
    expect(cases.map(({ id }) => id).toSorted()).toEqual(due.map(({ caseId }) => caseId ?? '').toSorted());
    expect(all.length).toBe(28);
    expect(cases.find(({ id }) => id === due[0]?.caseId)?.starts_on).toBe(due[0]?.opensOn);
  });

  it('makes late what was due long ago, and what is not due yet open', async () => {
    const due = (await obligations('year')).filter(({ caseId }) => caseId !== null);
    for (const { dueOn, state } of due) expect([dueOn, state]).toEqual([dueOn, dueOn < today ? 'overdue' : 'open']);
  });

  it('opens nothing twice when its schedules run again', async () => {
    const before = await opened('year');
    const handle = api.system.client.schedule.getHandle('duties:year:month');
    await handle.backfill({ start: new Date(`${year}-01-01T00:00:00Z`), end: new Date(), overlap: 'BUFFER_ALL' });
    await handle.trigger('ALLOW_ALL');
    await untilRunsEnd(handle);
    expect(await opened('year')).toEqual(before);
    const [row] = await api.system.rows<{ count: number }>(
      `select count(*)::int from case_view where definition_key = 'ZeRenShiXiang'`,
    );
    expect(row?.count).toBe(before.length);
    expect(await api.system.verify()).toMatchObject({ faults: [] });
  });

  it('shows a unit its own duties and no other', async () => {
    const own = await obligations('year', '', 'unit2.head');
    expect([own.length, new Set(own.map(({ lead }) => lead))]).toEqual([12, new Set(['unit2'])]);
    const lists = (await api.get('unit2.head', '/duties/lists')).read(listsSchema);
    expect(lists.items).toMatchObject([{ id: 'drawn' }, { id: 'year', items: 1 }]);
    expect((await api.get('sysadmin', '/duties/lists')).status).toBe(403);
  });

  it('is done by whoever leads the unit, and its result counts what was late', async () => {
    const [first] = await opened('year');
    const before = (await api.get('cdi.head', '/duties/lists/year/results')).read(resultsSchema);
    const done = await api.post('unit1.head', `/tasks/${first?.taskId}/complete`, {
      outcome: '已落实',
      variables: { done: '已学习部署', noEvidence: true },
    });
    done.read(actedSchema);
    const after = (await api.get('unit1.head', '/duties/lists/year/results')).read(resultsSchema);
    expect(after.items.map(({ lead }) => lead)).toEqual(['unit1']);
    expect(after.items[0]?.byHow.late).toBe((before.items.find(({ lead }) => lead === 'unit1')?.byHow.late ?? 0) + 1);
    expect(['done', 'checking']).toContain((await opened('year')).find(({ id }) => id === first?.id)?.state);
  });
});

describe('a list that changes', () => {
  it('keeps what was opened, and plans the rest of the year anew', async () => {
    const before = await opened('year');
    const report = await bring('year', [[...monthly.slice(0, 8), '第3个工作日', '10个工作日', 2]]);
    expect(report).toMatchObject({ version: 2, changed: true });
    expect(report.obligations.removed).toBe(28 - before.length - report.obligations.moved);
    expect((await opened('year')).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    const detail = (await api.get('cdi.head', '/duties/lists/year')).read(listDetailSchema);
    expect(detail.schedules.state).toBe('current');
    expect(detail.schedules.items.map(({ cycle }) => cycle)).toEqual(report.obligations.moved > 0 ? ['month'] : []);
  });

  it('stands still while it is paused, and may leave out what came meanwhile', async () => {
    await create('paused');
    await bring('paused', [monthly]);
    await act('paused', 'begin', { missed: 'skip' });
    const skipped = (await obligations('paused')).filter(({ state }) => state === 'skipped');
    expect(skipped.every(({ opensOn, reason }) => opensOn <= today && reason === '清单施行前')).toBe(true);
    await act('paused', 'pause', { reason: '机构改革' });
    const handle = api.system.client.schedule.getHandle('duties:paused:month');
    if (skipped.length < 24) expect((await handle.describe()).state.paused).toBe(true);
    await act('paused', 'resume', { missed: 'skip' });
    expect(await opened('paused')).toEqual([]);
  });

  it('ends with its schedules, and its result can be fixed once', async () => {
    expect((await api.post('cdi.style', '/duties/lists/year/results', {})).code).toBe('WRONG_STATE');
    await act('year', 'end', { reason: '年度终了' });
    await expect(api.system.client.schedule.getHandle('duties:year:month').describe()).rejects.toThrow();
    const fixed = (await api.post('cdi.style', '/duties/lists/year/results', {})).read(resultsSchema);
    expect(fixed).toMatchObject({ fixed: true });
    expect((await api.post('cdi.style', '/duties/lists/year/results', {})).code).toBe('ALREADY_FIXED');
    expect((await api.post('cdi.style', '/duties/lists/year/begin', {})).code).toBe('WRONG_STATE');
  });
});

describe('an item with helpers', () => {
  const helped = [
    '9-1',
    '党委',
    '政治监督',
    '联合检查',
    'unit1',
    '单位主要负责人',
    '报告',
    '一次',
    `${year}-01-05`,
    '365日',
    1,
  ];
  const contributed = { outcome: '已配合', variables: { contribution: '已核对二局账目' } };
  let helping: readonly Task[];
  let leading: Task;
  let file: string;
  const stepsOf = async (as: string, caseId: string) =>
    (await api.get(as, `/tasks?caseId=${caseId}&status=open`)).read(taskListSchema).items;

  beforeAll(async () => {
    await create('helped');
    const form = new FormData();
    const rows = [
      [...head, '配合单位'],
      [...helped, 'unit2、audit、unit1'],
    ];
    form.append('file', new Blob([(await workbook(rows)) as BlobPart]), '清单.xlsx');
    (await api.post('cdi.style', '/duties/lists/helped/items', form)).read(itemsReportSchema);
    await act('helped', 'begin');
    await untilOpened('helped');
    const [obligation] = await opened('helped');
    const caseId = obligation?.caseId ?? '';
    const steps = await stepsOf('cdi.head', caseId);
    helping = steps.filter(({ elementId }) => elementId === 'DUTY_HELP');
    leading = steps.find(({ elementId }) => elementId === 'DUTY_DO') as Task;
  });

  const stepOf = (agency: string) => helping.find((step) => step.agency === agency) as Task;

  it('gives each helper a step of its own, due three working days before the lead, and none to the lead itself', () => {
    expect(new Set(helping.map(({ agency }) => agency))).toEqual(new Set(['audit', 'unit2']));
    expect(helping.length).toBe(2);
    const dueOn = leading.dueOn ?? '';
    for (const step of helping) expect([step.dueOn, step.alarms.length > 0]).toEqual([expect.any(String), true]);
    for (const step of helping) expect((step.dueOn ?? '') < dueOn).toBe(true);
  });

  it('shows a helper its own step and nothing of the others', async () => {
    expect((await stepsOf('unit2.head', leading.caseId)).map(({ agency }) => agency)).toEqual(['unit2']);
    expect((await api.get('unit2.head', `/tasks/${leading.id}`)).status).toBe(404);
    expect((await api.get('unit2.head', `/tasks/${stepOf('audit').id}`)).status).toBe(404);
    const own = (await api.get('unit2.head', `/tasks/${stepOf('unit2').id}`)).read(taskSchema);
    expect(own.variables).toMatchObject({ measure: '联合检查', lead: 'unit1' });
    expect(Object.keys(own.variables)).not.toContain('contributions');
  });

  it('lets the lead read what a helper has brought, its files too, before the lead reports', async () => {
    const body = new FormData();
    body.append('file', new Blob(['账目']), '账目.txt');
    const sent = await api.post('unit2.head', `/attachments?caseId=${leading.caseId}`, body);
    file = sent.read(attachmentSchema).id;
    expect((await api.get('unit1.head', `/attachments/${file}`)).status).toBe(404);
    const done = { ...contributed, variables: { ...contributed.variables, contributed: [file] } };
    (await api.post('unit2.head', `/tasks/${stepOf('unit2').id}/complete`, done)).read(actedSchema);
    const own = (await api.get('unit1.head', `/tasks/${leading.id}`)).read(taskSchema);
    expect(own.variables['contributions']).toMatchObject([
      { agency: 'unit2', done: '已配合', contribution: '已核对二局账目', files: [file] },
    ]);
    expect((await api.get('unit1.head', `/attachments/${file}/content`)).status).toBe(200);
    expect((await api.get('audit.staff', `/attachments/${file}`)).status).toBe(404);
  });

  it('does not keep the lead from reporting: who is missing is named, and the item waits for it alone', async () => {
    const report = { outcome: '已落实', variables: { done: '已检查', noEvidence: true } };
    (await api.post('unit1.head', `/tasks/${leading.id}/complete`, report)).read(actedSchema);
    const checking = (await stepsOf('cdi.head', leading.caseId)).find(({ elementId }) => elementId === 'DUTY_CHECK');
    if (checking) {
      expect(checking.variables['awaited']).toEqual(['audit']);
      const verdict = { outcome: '属实', variables: { way: '查阅佐证', opinion: '属实' } };
      (await api.post('cdi.style', `/tasks/${checking.id}/complete`, verdict)).read(actedSchema);
    }
    const [waiting] = await obligations('helped');
    expect(waiting).toMatchObject({ state: 'helping', handedInOn: today });
    expect((await api.get('cdi.style', '/duties/lists/helped')).read(listDetailSchema).obligations.open).toBe(1);
    (await api.post('audit.staff', `/tasks/${stepOf('audit').id}/complete`, contributed)).read(actedSchema);
    expect(await obligations('helped')).toMatchObject([{ state: 'done' }]);
    const ledger = (await api.get('cdi.style', '/ledgers/duty?status=closed&limit=200')).read(ledgerSchema);
    expect(ledger.items.find(({ caseId }) => caseId === leading.caseId)?.data).toMatchObject({ awaited: ['audit'] });
  });
});

describe('items that are marked by power, time and stage', () => {
  const marks = ['实际权限', '重点时间', '重点环节'];
  const marked = [...monthly, '资金审批权；人事权', '春节前', '会前酝酿、表决'];
  const carried = { powers: ['资金审批权', '人事权'], times: ['春节前'], stages: ['会前酝酿', '表决'] };
  const sheet = async (rows: readonly Cells[], query = '') => {
    const form = new FormData();
    form.append('file', new Blob([(await workbook([[...head, ...marks], ...rows])) as BlobPart]), '清单.xlsx');
    return api.post('cdi.style', `/duties/lists/marked/items${query}`, form);
  };
  const list = async (as = 'cdi.head') => (await api.get(as, '/duties/lists/marked')).read(listDetailSchema);

  it('carry what the three columns of the sheet say, and a version from before carries none', async () => {
    await create('marked');
    expect(await bring('marked', [monthly, quarterly])).toMatchObject({ version: 1, marked: 0 });
    expect((await list()).duties[0]).toMatchObject({ powers: [], times: [], stages: [] });
    const report = (await sheet([marked, [...quarterly, null, null, null]])).read(itemsReportSchema);
    expect(report).toMatchObject({ version: 2, marked: 1, obligations: { added: 0, moved: 0, removed: 0 } });
    expect((await list()).duties).toMatchObject([carried, { powers: [], times: [], stages: [] }]);
  });

  it('are refused row by row where a mark cannot be one', async () => {
    const answer = await sheet([
      [...monthly, '长'.repeat(41), '春节前、春节前', '节日（春节、中秋）'],
      [...quarterly, null, '一、二、三、四、五、六、七、八、九、十、十一', null],
    ]);
    expect([answer.status, answer.code]).toEqual([422, 'INVALID_SHEET']);
    const { defects = [] } = problemSchema.parse(JSON.parse(answer.text));
    expect(defects.map(({ path, code }) => [path, code])).toEqual([
      ['2.实际权限', 'WRONG_CELL'],
      ['2.重点时间', 'WRONG_CELL'],
      ['2.重点环节', 'WRONG_CELL'],
      ['3.重点时间', 'WRONG_CELL'],
    ]);
    expect((await list()).version).toBe(2);
  });

  it('narrow the obligations to one mark', async () => {
    const found = await obligations('marked', `&mark=${encodeURIComponent('表决')}`);
    expect([found.length, new Set(found.map(({ item }) => item))]).toEqual([24, new Set(['1-1'])]);
    expect(await obligations('marked', `&mark=${encodeURIComponent('没有的')}`)).toEqual([]);
  });

  it('go out as a workbook that changes nothing when it comes back, to a unit with its own items only', async () => {
    const path = '/duties/lists/marked/items.xlsx';
    const [whole, own] = [await api.get('cdi.style', path), await api.get('unit2.head', path)];
    const form = new FormData();
    form.append('file', new Blob([whole.bytes as BlobPart]), '清单.xlsx');
    const back = (await api.post('cdi.style', '/duties/lists/marked/items', form)).read(itemsReportSchema);
    expect(back).toMatchObject({ version: 2, items: 2, marked: 1, changed: false, defects: [] });
    const { sheets } = await readXlsx(own.bytes);
    expect(sheets[0]?.rows.map(([no]) => no)).toEqual(['编号', '1-1']);
  });

  it('stand before whoever performs an item and whoever checks it', async () => {
    const once = [
      '9-9',
      '党委',
      '政治监督',
      '一次事项',
      'unit1',
      '单位主要负责人',
      '记录',
      '一次',
      `${year}-01-05`,
      '365日',
      1,
    ];
    (await sheet([[...once, '资金审批权；人事权', '春节前', '会前酝酿、表决']])).read(itemsReportSchema);
    await act('marked', 'begin');
    await untilOpened('marked');
    const [obligation] = await opened('marked');
    const step = (await api.get('unit1.head', `/tasks/${obligation?.taskId}`)).read(taskSchema);
    expect(step.variables).toMatchObject(carried);
    const report = { outcome: '本期无此事项', variables: { done: '没有', noEvidence: true } };
    (await api.post('unit1.head', `/tasks/${step.id}/complete`, report)).read(actedSchema);
    const open = `/tasks?caseId=${obligation?.caseId}&status=open`;
    const [check] = (await api.get('cdi.head', open)).read(taskListSchema).items;
    expect(check).toMatchObject({ elementId: 'DUTY_CHECK', variables: carried });
    await act('marked', 'end');
  });
});

describe('the sample of a list', () => {
  const sample = async (query = '') =>
    (await api.get('cdi.style', `/duties/lists/strata/sample?half=${year}-H2${query}`)).read(sampleSchema);
  const drawn = ({ items }: Sample) => items.map(({ id }) => id).toSorted();
  const small = [...quarterly.slice(0, 4), 'audit', ...quarterly.slice(5)];

  it('is drawn among all that falls due in a half-year, as long as nobody chooses otherwise', async () => {
    expect(await create('strata')).toMatchObject({ sampleShare: 0.2, strata: 'none' });
    await bring('strata', [monthly, small]);
    const first = await sample();
    const asked = Math.ceil(first.total * 0.2);
    expect(first).toMatchObject({ seed: `strata/${year}`, strata: 'none', asked, drawn: asked });
    expect(first.parts).toEqual([{ stratum: '', size: first.total, quota: asked }]);
    expect(drawn(await sample())).toEqual(drawn(first));
  });

  it('sees every unit once the list says so, each by its own lots', async () => {
    const changed = await act('strata', 'sampling', { strata: 'unit', sampleShare: 0.1, reason: '每个单位都要抽到' });
    expect(changed).toMatchObject({ strata: 'unit', sampleShare: 0.1, acts: [{ act: 'sampling' }, {}, {}] });
    const whole = await sample();
    expect(whole.parts.map(({ stratum }) => stratum)).toEqual(['audit', 'unit1', 'unit2']);
    expect(new Set(whole.items.map(({ lead }) => lead))).toEqual(new Set(['audit', 'unit1', 'unit2']));
    const { items } = await sample('&stratum=unit1');
    expect(items.map(({ place, drawn: taken }) => [place, taken])).toEqual(items.map((_, at) => [at + 1, at === 0]));
    expect(items.map(({ lot }) => lot)).toEqual(items.map(({ lot }) => lot).toSorted((a, b) => a - b));
  });

  it('decides which report is checked', async () => {
    await act('strata', 'sampling', { sampleShare: 1 });
    await bring('strata', [
      ['9', '党委', '政治监督', '报告', 'unit1', '单位主要负责人', '报告', '一次', `${year}-01-05`, '365日', 1],
    ]);
    await act('strata', 'begin');
    await untilOpened('strata');
    const [taken] = await opened('strata');
    const report = { outcome: '已落实', variables: { done: '已学习部署', noEvidence: true } };
    (await api.post('unit1.head', `/tasks/${taken?.taskId}/complete`, report)).read(actedSchema);
    await untilStep(taken?.caseId ?? '', 'DUTY_CHECK');
  });

  it('is not changed any more once the list is in force, and shown to nobody who is checked', async () => {
    const late = await api.post('cdi.style', '/duties/lists/strata/sampling', { strata: 'area' });
    expect([late.status, late.code]).toEqual([409, 'WRONG_STATE']);
    expect((await api.get('unit1.head', '/duties/lists/strata/sample')).status).toBe(403);
    expect((await api.post('cdi.style', '/duties/lists/strata/sampling', {})).status).toBe(422);
    expect((await api.get('cdi.style', '/duties/lists/strata/sample?half=2026')).status).toBe(422);
    expect((await api.get('cdi.style', '/duties/lists/none/sample')).status).toBe(404);
    await act('strata', 'end');
  });
});

describe('a unit that is no more', () => {
  it('leaves its duties to its successor, and to nobody where there is none', async () => {
    const base = { category: 'government', since: '2010-01-01' };
    for (const [id, name] of [
      ['old', '老局'],
      ['gone', '撤销局'],
    ] as const)
      expect((await api.post('cdi.head', '/registry/units', { ...base, id, name })).status).toBe(201);
    expect((await api.post('cdi.head', '/registry/units', { ...base, id: 'unit1', name: '一局' })).status).toBe(201);
    await create('heirs');
    const line = (no: string, lead: string, on: string) => [
      no,
      '党委',
      '政治监督',
      '报告',
      lead,
      null,
      '报告',
      '一次',
      on,
      '15日',
      1,
    ];
    const on = `${year}-01-05`;
    await bring('heirs', [line('1', 'old', on), line('2', 'gone', on), line('3', 'unit1', on)]);
    const last = `${year}-01-02`;
    const would = await api.post('cdi.head', '/registry/units/gone/end?preview=true', { on: last, as: 'dissolved' });
    expect(would.read(registryWrittenSchema).open).toMatchObject({ obligations: 1, unowned: 0 });
    expect(
      (await api.post('cdi.head', '/registry/units/old/end', { on: last, as: 'merged', successor: 'unit1' })).status,
    ).toBe(200);
    expect((await api.post('cdi.head', '/registry/units/gone/end', { on: last, as: 'dissolved' })).status).toBe(200);
    await act('heirs', 'begin');
    await untilOpened('heirs');
    const all = await obligations('heirs');
    expect(all.map(({ item, heir, state, reason }) => [item, heir, state, reason])).toEqual([
      ['1', 'unit1', 'overdue', null],
      ['2', null, 'cancelled', '牵头单位已撤销，没有承接单位'],
      ['3', null, 'overdue', null],
    ]);
    expect((await obligations('heirs', '', 'unit1.head')).map(({ item }) => item)).toEqual(['1', '3']);

    // What was opened already goes on at the successor's, wherever the unit that had it has gone.
    expect((await api.post('cdi.head', '/registry/units', { ...base, id: 'unit2', name: '二局' })).status).toBe(201);
    const merged = await api.post('cdi.head', '/registry/units/unit1/end', {
      on: addDays(today, -1),
      as: 'merged',
      successor: 'unit2',
    });
    expect(merged.read(registryWrittenSchema).open).toMatchObject({ unowned: 0 });
    const inherited = await obligations('heirs', '', 'unit2.head');
    expect(inherited.map(({ item, state }) => [item, state])).toEqual([
      ['1', 'overdue'],
      ['3', 'overdue'],
    ]);
    for (const { taskId } of inherited) {
      const body = { outcome: '已落实', variables: { heldOn: today, done: '已报告', noEvidence: true } };
      expect((await api.post('unit1.head', `/tasks/${taskId}/complete`, body)).status).toBe(404);
      expect((await api.post('unit2.head', `/tasks/${taskId}/complete`, body)).status).toBe(200);
    }
  });
});

/** Until a case waits in a step: whether it was drawn is asked after the report. */
async function untilStep(caseId: string, step: string): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    const { items } = (await api.get('cdi.head', `/tasks?caseId=${caseId}&status=open`)).read(taskListSchema);
    if (items.some(({ elementId }) => elementId === step)) return;
    await delay(200);
  }
  throw new Error(`${caseId} did not come to ${step}`);
}

/** Until no run of a schedule is under way or waits. */
async function untilRunsEnd(handle: ReturnType<typeof api.system.client.schedule.getHandle>): Promise<void> {
  for (let tries = 0, still = 0; tries < 300 && still < 5; tries += 1) {
    const { info } = await handle.describe();
    still = info.runningActions.length === 0 && info.numActionsSkippedOverlap >= 0 ? still + 1 : 0;
    await delay(200);
  }
}
