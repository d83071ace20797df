import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { intakeListSchema, intakeSchema, triedIntakeSchema } from '../../apps/api/intake/intake.schema.ts';
import { caseSchema } from '../../apps/api/cases/case.schema.ts';
import { problemSchema } from '../../apps/api/problem/problem.schema.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { password } from './city.ts';
import { publish, twoSteps } from './procedures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await publish(api, twoSteps('Many'));
  await publish(api, twoSteps('Listed').replace(' id="s"', ' id="s" ld:form="cl-start"'));
  await publish(api, twoSteps('Handed').replace(' id="s"', ' id="s" ld:form="ys-start"'));
});
afterAll(() => api.stop());

type Cells = readonly (string | number | null)[];

async function sheet(...rows: readonly Cells[]): Promise<FormData> {
  const bytes = await writeXlsx({ sheets: [{ name: '案件', rows: rows.map((row) => [...row]) }] });
  const form = new FormData();
  form.set('file', new File([Buffer.from(bytes)], '批量立案.xlsx'));
  return form;
}
const heads = ['案件名称*', '起算日', '被监督单位'];
const bring = (form: FormData, query = 'definitionKey=Many', headers = {}) =>
  api.post('insp.office', `/intakes?${query}`, form, headers);
const countOf = async (title: string) =>
  (await api.system.rows('select from case_view where title = $1', [title])).length;

describe('many cases from one sheet', () => {
  it('are shown before: what each begins with, whose that is and until when', async () => {
    const form = await sheet(heads, ['甲单位培训费', '2026-03-02', 'unit1'], ['乙单位培训费', null, null]);
    const tried = (await bring(form, 'definitionKey=Many&dryRun=true')).read(triedIntakeSchema);
    expect(tried.defects).toEqual([]);
    expect(tried.cases.map(({ number, title, steps }) => [number, title, steps.map(({ name }) => name)])).toEqual([
      [2, '甲单位培训费', ['受理']],
      [3, '乙单位培训费', ['受理']],
    ]);
    expect(tried.cases[0]?.startsOn).toBe('2026-03-02');
    expect(await countOf('甲单位培训费')).toBe(0);
  });

  it('are opened all, each with number, first day and what its row says; the same order again opens none', async () => {
    // One file: written twice it would bear two times.
    const form = await sheet(heads, ['丙单位采购', '2026年3月2日', 'unit1'], ['丁单位采购', '20260303', 'unit2']);
    const key = { 'idempotency-key': 'intake-1' };
    const done = (await bring(form, 'definitionKey=Many', key)).read(intakeSchema);
    expect(done).toMatchObject({ settled: true, fileName: '批量立案.xlsx' });
    expect(done.rows.map(({ number, status }) => [number, status])).toEqual([
      [2, 'opened'],
      [3, 'opened'],
    ]);
    const [first] = done.rows;
    expect(first?.caseNumber).toMatch(/〔\d{4}〕\d+号/);
    const opened = (await api.get('insp.office', `/cases/${first?.caseId}`)).read(caseSchema);
    expect(opened).toMatchObject({ title: '丙单位采购', startsOn: '2026-03-02', variables: { unit: 'unit1' } });
    expect((await bring(form, 'definitionKey=Many', key)).read(intakeSchema).id).toBe(done.id);
    expect(await countOf('丙单位采购')).toBe(1);
    const list = (await api.get('insp.office', '/intakes')).read(intakeListSchema);
    expect(list.items.find(({ id }) => id === done.id)).toMatchObject({ total: 2, opened: 2 });
    expect((await api.get('cdi.intake', `/intakes/${done.id}`)).status).toBe(404);
  });

  it('are none when a single cell is wrong, and every wrong cell is told by row and column', async () => {
    const form = await sheet(
      heads,
      ['戊单位', '2026-03-02', 'unit1'],
      [null, '去年', 'unit9'],
      ['己单位', null, null],
      ['己单位', null, null],
    );
    const refused = await bring(form);
    expect(refused.status).toBe(422);
    const { code, defects } = problemSchema.parse(JSON.parse(refused.text));
    expect(code).toBe('INVALID_SHEET');
    expect(defects?.map((defect) => [defect.path, defect.code])).toEqual([
      ['3.案件名称', 'EMPTY_CELL'],
      ['3.起算日', 'WRONG_CELL'],
      ['3.被监督单位', 'WRONG_CELL'],
      ['5.', 'DUPLICATE_ROW'],
    ]);
    for (const title of ['戊单位', '己单位']) expect(await countOf(title)).toBe(0);
  });

  it('take what the start form asks, by the words of the form', async () => {
    const form = await sheet(
      ['案件名称', '移送单位', '移送单位类型', '来源和事由', '涉及单位'],
      ['线索一', 'audit', '审计机关', '经济责任审计发现', 'unit1'],
      ['线索二', 'audit', '税务', '', ''],
    );
    const tried = (await bring(form, 'definitionKey=Handed&dryRun=true')).read(triedIntakeSchema);
    expect(tried.defects.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, '移送单位类型', 'WRONG_CELL'],
      [3, '来源和事由', 'EMPTY_CELL'],
    ]);
    expect(tried.cases.map(({ number }) => number)).toEqual([2]);
  });

  it('NOT_TABULAR: are refused where the start form asks for a list that no row can hold', async () => {
    const answer = await bring(await sheet(['案件名称'], ['甲']), 'definitionKey=Listed&dryRun=true');
    expect([answer.status, answer.code]).toEqual([422, 'NOT_TABULAR']);
    const template = await api.get('insp.office', '/intakes/template.xlsx?definitionKey=Listed');
    expect([template.status, template.code]).toEqual([422, 'NOT_TABULAR']);
  });

  it('go on after the product was broken off: what was ordered is opened, nothing twice', async () => {
    await api.system.rows(
      `insert into intake (id, definition_key, version, file_name, hash, ordered_by, received_at)
       values ('i-broken', 'Many', 1, 'a.xlsx', '', 'insp.office', now())`,
    );
    await api.system.rows(
      `insert into intake_row (intake_id, number, title, starts_on, variables, status)
       select 'i-broken', n, '断点' || n, '2026-03-02', '{}', 'pending' from generate_series(2, 4) n`,
    );
    await bring(await sheet(heads, ['庚单位', null, null]));
    await expect
      .poll(async () => (await api.get('insp.office', '/intakes/i-broken')).read(intakeSchema).settled, {
        timeout: 20_000,
      })
      .toBe(true);
    for (const number of [2, 3, 4]) expect(await countOf(`断点${number}`)).toBe(1);
  });
});

it('an empty sheet with the columns of a procedure and the words its cells take can be fetched', async () => {
  const login = await api.post(null, '/auth/login', { username: 'insp.office', password });
  const { accessToken } = JSON.parse(login.text) as { accessToken: string };
  const headers = { authorization: `Bearer ${accessToken}` };
  const answer = await fetch(`${api.address}/intakes/template.xlsx?definitionKey=Handed`, { headers });
  expect(answer.headers.get('content-type')).toContain('spreadsheetml');
  const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()));
  expect(sheets[0]?.rows[0]).toEqual(['案件名称*', '起算日', '移送单位*', '移送单位类型*', '涉及单位', '来源和事由*']);
  expect(sheets[1]?.rows.flat()).toContain('审计机关');
  expect((await api.get('insp.office', '/intakes/template.xlsx?definitionKey=Nothing')).status).toBe(422);
  expect((await api.get('sysadmin', '/intakes/template.xlsx?definitionKey=Handed')).status).toBe(403);
});
