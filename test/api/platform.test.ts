import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  batchesSchema,
  batchSchema,
  handledSchema,
  keySchema,
  rowsSchema,
  sourceChangesSchema,
  sourceSchema,
} from '../../apps/api/platform/source.schema.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  (await api.post(keeper, '/platform/sources', contracts)).read(sourceSchema);
});
afterAll(() => api.stop());

const contracts = {
  id: 'contracts',
  name: '政府采购合同',
  provider: 'fin',
  purpose: '监督单一来源采购',
  level: '工作秘密',
  cycle: '每月',
  fields: [
    { name: 'no', title: '合同编号', type: 'text', required: true },
    { name: 'unit', title: '单位', type: 'agency', required: true },
    { name: 'signedOn', title: '签订日期', type: 'day', required: true },
    { name: 'amount', title: '金额', type: 'number', required: true, min: 0 },
    { name: 'way', title: '采购方式', type: 'code', codes: ['公开招标', '单一来源'] },
  ],
  identity: ['no'],
  unitField: 'unit',
  dayField: 'signedOn',
  tolerance: 0.5,
};
const keeper = 'cdi.head';
const remark = { name: 'remark', title: '备注', type: 'text' };
const head = ['合同编号', '单位', '签订日期', '金额', '采购方式'];
type Cells = readonly (string | number | null)[];

async function send(rows: readonly Cells[], query = '', header: Cells = head) {
  const bytes = await writeXlsx({ sheets: [{ name: '合同', rows: [[...header], ...rows.map((row) => [...row])] }] });
  const form = new FormData();
  form.append('file', new Blob([bytes as BlobPart]), '合同.xlsx');
  return api.post(keeper, `/platform/sources/contracts/batches${query}`, form);
}
const rowsOf = async (query = '') =>
  (await api.get(keeper, `/platform/sources/contracts/rows?limit=200${query}`)).read(rowsSchema).items;
const line = (no: string, amount: number | string, more: Partial<Record<number, string>> = {}): Cells =>
  [no, 'unit1', '2026-03-05', amount, '单一来源'].map((cell, index) => more[index] ?? cell);

describe('a batch', () => {
  it('is taken whole: sound rows are current, bad ones wait in quarantine, each under its place in the file', async () => {
    const batch = (await send([line('1', 10), line('2', '很多'), line('3', 30)])).read(batchSchema);
    expect(batch.quality).toMatchObject({
      rows: 3,
      accepted: 2,
      quarantined: 1,
      faults: [{ field: 'amount', code: 'NOT_A_NUMBER', count: 1 }],
      filled: { no: 1 },
    });
    expect(
      (await rowsOf('&status=quarantined')).map(({ batch: of, row, faults }) => [of, row, faults[0]?.value]),
    ).toEqual([[batch.id, 3, '很多']]);
  });

  it('that comes again changes nothing', async () => {
    const before = await rowsOf();
    const again = await send([line('1', 10), line('2', '很多'), line('3', 30)]);
    expect([again.status, again.read(batchSchema).repeated]).toEqual([200, true]);
    expect(await rowsOf()).toEqual(before);
  });

  it('that says otherwise of a row replaces it, and the row tells by which batch', async () => {
    const batch = (await send([line('1', 11), line('3', 30)])).read(batchSchema);
    expect(batch.quality).toMatchObject({ accepted: 1, superseded: 1, unchanged: 1 });
    const [old] = await rowsOf('&status=superseded');
    expect([old?.data['amount'], old?.supersededBy]).toEqual([10, batch.id]);
    expect(
      (await rowsOf('&status=accepted')).map(({ data }) => Number(data['amount'])).toSorted((a, b) => a - b),
    ).toEqual([11, 30]);
  });

  it.each<[string, readonly Cells[], Cells, string]>([
    ['of another table', [['zhao', '赵某']], ['编号', '姓名'], 'INVALID_SHEET'],
    [
      'without a column that must be there',
      [['9', 'unit1', '2026-03-05']],
      ['合同编号', '单位', '签订日期'],
      'INVALID_SHEET',
    ],
    ['with nothing in it', [], head, 'INVALID_SHEET'],
    ['that is mostly bad', [line('7', '多'), line('8', '多'), line('9', 1)], head, 'BAD_BATCH'],
  ])('%s is refused, and nothing of it is taken', async (_, rows, header, code) => {
    const before = await rowsOf();
    const answer = await send(rows, '', header);
    expect([answer.status, answer.code]).toEqual([422, code]);
    expect(await rowsOf()).toEqual(before);
  });

  it('that is no workbook is refused', async () => {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])]), '坏.xlsx');
    expect((await api.post(keeper, '/platform/sources/contracts/batches', form)).status).toBe(422);
  });

  it('can be tried without leaving anything', async () => {
    const before = await rowsOf();
    const tried = await send([line('20', 1), line('21', '多')], '?dryRun=true');
    expect(tried.read(batchSchema)).toMatchObject({ dryRun: true, quality: { accepted: 1, quarantined: 1 } });
    expect(await rowsOf()).toEqual(before);
  });
});

describe('a quarantined row', () => {
  it('is put right with a reason, and judged again', async () => {
    const [bad] = await rowsOf('&status=quarantined');
    const path = `/platform/sources/contracts/batches/${bad?.batch}/rows`;
    const still = await api.post(keeper, path, { row: bad?.row, data: { amount: -5 }, reason: '核对合同' });
    expect([still.status, still.code]).toEqual([422, 'STILL_BAD']);
    const done = await api.post(keeper, path, { row: bad?.row, data: { amount: 20 }, reason: '核对合同' });
    expect(done.read(handledSchema).status).toBe('accepted');
    expect((await rowsOf('&status=accepted')).find(({ row }) => row === bad?.row && row === 3)?.data['amount']).toBe(
      20,
    );
    expect((await api.post(keeper, path, { row: bad?.row, reason: '再来' })).code).toBe('NOT_OPEN');
  });
});

describe('the catalogue', () => {
  const change = (as: string, body: object) => api.send(as, 'PATCH', '/platform/sources/contracts', body);

  it('is agreed anew with a reason, and keeps what it said before', async () => {
    const changed = (await change(keeper, { cycle: '每季度', purpose: contracts.purpose, reason: '年度协议' })).read(
      sourceSchema,
    );
    expect(changed).toMatchObject({ cycle: '每季度', purpose: contracts.purpose, name: contracts.name });
    await change(keeper, { cycle: '每季度', reason: '又一次' });
    const { items } = (await api.get('audit.staff', '/platform/sources/contracts/changes')).read(sourceChangesSchema);
    expect(items).toMatchObject([
      { before: { cycle: '每月' }, after: { cycle: '每季度' }, by: keeper, reason: '年度协议' },
    ]);
  });

  const [no, unit, signedOn, amount, way] = contracts.fields;

  it.each<[string, readonly unknown[], number, string]>([
    ['without one that is there', [no, unit, signedOn, amount], 409, 'COLUMN_IN_USE'],
    ['with another type', [no, unit, signedOn, amount, { ...way, type: 'text' }], 409, 'COLUMN_IN_USE'],
    ['with a name twice', [...contracts.fields, { ...way, title: '方式' }], 422, 'INVALID_INPUT'],
    ['with a title twice', [...contracts.fields, { ...way, name: 'other' }], 422, 'INVALID_INPUT'],
    [
      'with a choice of nothing',
      [...contracts.fields, { name: 'x', title: '其他', type: 'code' }],
      422,
      'INVALID_INPUT',
    ],
    ['with none', [], 422, 'INVALID_INPUT'],
  ])('refuses columns %s', async (_, fields, status, code) => {
    const answer = await change(keeper, { fields, reason: '改' });
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect((await api.get(keeper, '/platform/sources/contracts')).read(sourceSchema).fields).toHaveLength(5);
  });

  it('gets columns in the course of the years; rows that were there stay, the same row again changes nothing', async () => {
    await send([line('kept', 7)]);
    const fields = [no, unit, signedOn, amount, { ...way, codes: [...(way?.codes ?? []), '询价'] }, remark];
    const changed = (await change(keeper, { fields, reason: '新的采购办法' })).read(sourceSchema);
    expect(changed.fields.map(({ name }) => name)).toEqual(['no', 'unit', 'signedOn', 'amount', 'way', 'remark']);
    const { items } = (await api.get('audit.staff', '/platform/sources/contracts/changes')).read(sourceChangesSchema);
    expect(items[0]).toMatchObject({
      before: { fields: [way] },
      after: { fields: [{ codes: ['公开招标', '单一来源', '询价'] }, { name: 'remark' }] },
    });
    const wider = [...head, '备注'];
    expect(
      (await send([line('kept', 7), [...line('new', 8, { 4: '询价' }), '三家比价']], '', wider)).read(batchSchema),
    ).toMatchObject({
      quality: { accepted: 1, unchanged: 1, superseded: 0, quarantined: 0 },
    });
    const rows = await rowsOf('&status=accepted');
    expect(rows.find(({ data }) => data['no'] === 'new')?.data).toMatchObject({ way: '询价', remark: '三家比价' });
  });

  it.each<[string, string, object, number]>([
    ['without a reason', keeper, { cycle: '每年' }, 422],
    ['by who only reads', 'audit.staff', { cycle: '每年', reason: '改' }, 403],
  ])('is not changed %s', async (_, as, body, status) => {
    expect((await change(as, body)).status).toBe(status);
    expect((await api.get(keeper, '/platform/sources/contracts')).read(sourceSchema).cycle).toBe('每季度');
  });
});

describe('a program', () => {
  const deliver = (key: string, rows: readonly object[]) =>
    api.post(null, '/platform/deliveries/contracts', { name: '接口', rows }, { 'x-source-key': key });
  const row = { no: 'http-1', unit: 'unit2', signedOn: '2026-04-01', amount: 5, way: '公开招标' };

  it('delivers with the source’s key, and without it nothing', async () => {
    const { key } = (await api.post(keeper, '/platform/sources/contracts/key', {})).read(keySchema);
    expect((await deliver(key, [row])).read(batchSchema)).toMatchObject({ via: 'http', quality: { accepted: 1 } });
    expect((await deliver(key, [row])).status).toBe(200);
    expect((await deliver('wrong', [row])).status).toBe(401);
    expect(
      (await api.post(null, '/platform/deliveries/nothing', { rows: [row] }, { 'x-source-key': key })).status,
    ).toBe(401);
    const { key: next } = (await api.post(keeper, '/platform/sources/contracts/key', {})).read(keySchema);
    expect((await deliver(key, [{ ...row, no: 'http-2' }])).status).toBe(401);
    expect((await deliver(next, [{ ...row, no: 'http-2' }])).status).toBe(201);
  });

  it('is refused a body that holds something else than values', async () => {
    const { key } = (await api.post(keeper, '/platform/sources/contracts/key', {})).read(keySchema);
    expect((await deliver(key, [{ ...row, no: { $ne: 1 } }])).code).toBe('INVALID_BODY');
  });
});

it('batches are listed with their quality, for those who supervise', async () => {
  const { items } = (await api.get('audit.staff', '/platform/sources/contracts/batches')).read(batchesSchema);
  expect(items.length).toBeGreaterThanOrEqual(4);
  expect((await api.get('unit1.head', '/platform/sources')).status).toBe(403);
  expect((await api.get('sysadmin', '/platform/sources/contracts/rows')).status).toBe(403);
  expect((await send([line('1', 1)])).status).toBe(201);
});

it('SOURCE_EXISTS: a second source of the same id is refused, and the first stays as it is', async () => {
  const again = await api.post(keeper, '/platform/sources', { ...contracts, name: '另一个' });
  expect([again.status, again.code]).toEqual([409, 'SOURCE_EXISTS']);
  const { name } = (await api.get(keeper, '/platform/sources/contracts')).read(sourceSchema);
  expect(name).not.toBe('另一个');
});
