import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachmentSchema } from '../../apps/api/attachments/attachment.schema.ts';
import { caseSchema } from '../../apps/api/cases/case.schema.ts';
import {
  changedRecordSchema,
  ledgerCatalogueSchema,
  ledgerSchema,
  ledgerSummarySchema,
} from '../../apps/api/ledgers/ledger.schema.ts';
import type { Ledger } from '../../apps/api/ledgers/ledger.schema.ts';
import { documentsSchema } from '../../apps/api/history/history.schema.ts';
import { bpmn, end, flows, process, script, start, user } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, publish, stepAt } from './procedures.ts';

let api: Api;
let opened: { id: string; number: string };
beforeAll(async () => {
  api = await startApi();
  const step = { 'ld:records': 'item:items clue:clues', 'ld:letter': '整改通知书' };
  const unitStep = { 'ld:role': 'unit.head', 'ld:agency': 'unit1' };
  const finance = { 'ld:role': 'fin.staff', 'ld:agency': 'fin' };
  await publish(
    api,
    bpmn(
      process(
        'Records',
        start('s'),
        user('a', step),
        user('b', unitStep),
        user('c', finance),
        end('e'),
        flows('s>a>b>c>e'),
      ),
    ),
  );
  const begun = await openCase(api, 'insp.office', 'Records', { variables: { unit: 'unit1', owner: 'insp' } });
  opened = begun;
  const items = [
    { title: '超标准接待', status: 'open', dueOn: '2026-01-31' },
    { title: '公车私用', status: 'open', unit: 'unit2', stamp: 'fin' },
    { title: '账外资金', status: 'fixing', dueOn: '2099-01-31', amount: 12 },
  ];
  await api.post('insp.office', `/tasks/${stepAt(begun, 'a')}/complete`, {
    variables: { items, clues: [{ title: '虚报冒领', status: 'open' }] },
  });
});
afterAll(() => api.stop());

const ledger = async (as: string, query = ''): Promise<Ledger> =>
  (await api.get(as, `/ledgers/item${query}`)).read(ledgerSchema);
const titles = async (as: string, query = '') => (await ledger(as, query)).items.map(({ title }) => title).toSorted();

describe('a ledger', () => {
  it('gathers the records of every case in the circle, each with its case, unit and due day', async () => {
    const { items } = await ledger('insp.office');
    expect(
      items.map(({ caseNumber, title, unit, dueOn, overdue }) => [caseNumber, title, unit, dueOn, overdue]),
    ).toEqual(
      expect.arrayContaining([
        [opened.number, '超标准接待', 'unit1', '2026-01-31', true],
        [opened.number, '公车私用', 'unit2', null, false],
        [opened.number, '账外资金', 'unit1', '2099-01-31', false],
      ]),
    );
    expect(await ledger('audit.staff')).toMatchObject({ items: [], total: 0 });
    const { letters } = (await api.get('insp.office', `/cases/${opened.id}/documents`)).read(documentsSchema);
    expect(letters.map(({ type, status }) => [type, status])).toEqual([['整改通知书', 'to-be-issued']]);
  });

  it.each<[string, string, string[]]>([
    ['state', '?status=fixing', ['账外资金']],
    ['what is still open', '?closed=false', ['公车私用', '账外资金', '超标准接待']],
    ['unit', '?unit=unit2', ['公车私用']],
    ['what is late', '?overdue=true', ['超标准接待']],
    ['a text in it', `?q=${encodeURIComponent('接待')}`, ['超标准接待']],
    ['a text that is a wildcard', '?q=%25', []],
    ['another year', '?year=2020', []],
    ['who wrote it', '?agency=cdi', []],
  ])('filters by %s', async (_, query, expected) => {
    expect(await titles('insp.office', query)).toEqual(expected);
  });

  it('sorts by due day, and pages', async () => {
    const first = await ledger('insp.office', '?sort=due&limit=1');
    expect(first).toMatchObject({ total: 3, items: [{ title: '超标准接待' }] });
    const second = await ledger('insp.office', `?sort=due&limit=2&cursor=${first.nextCursor}`);
    expect(second.items.map(({ title }) => title)).toEqual(['账外资金', '公车私用']);
  });

  it('sums up what the filters leave', async () => {
    const summary = (await api.get('insp.office', '/ledgers/item/summary')).read(ledgerSummarySchema);
    expect(summary).toMatchObject({ total: 3, open: 3, overdue: 1, statuses: { open: 2, fixing: 1 } });
    expect(summary.units).toEqual([
      { unit: 'unit1', total: 2, open: 2, overdue: 1 },
      { unit: 'unit2', total: 1, open: 1, overdue: 0 },
    ]);
    const late = (await api.get('insp.office', '/ledgers/item/summary?overdue=true')).read(ledgerSummarySchema);
    expect(late.total).toBe(1);
  });

  it('shows the supervised unit what it has to put right, and no clue about it', async () => {
    expect(await titles('unit1.head')).toEqual(['账外资金', '超标准接待']);
    expect((await api.get('unit1.head', '/ledgers/clue')).read(ledgerSchema).items).toEqual([]);
  });

  it('has columns, states and acts of its own from data', async () => {
    const { ledgers } = (await api.get('insp.office', '/ledgers')).read(ledgerCatalogueSchema);
    const item = ledgers.find(({ kind }) => kind === 'item');
    expect(item).toMatchObject({ name: '整改事项', hasDue: true, acts: { close: { proof: true } } });
    expect(ledgers.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining([
        'finding',
        'clue',
        'item',
        'measure',
        'recommendation',
        'talk',
        'transfer',
        'supervision',
        'copy',
        'report',
      ]),
    );
    expect(ledgers.map(({ kind }) => kind)).not.toContain('dossier');
  });

  it('takes what a step writes and what the procedure says of it at once', async () => {
    const closed = '[{ id: items[1].id, status: "closed", verdict: "属实" }]';
    const closes = script('close', closed, 'closed', { 'ld:records': 'account:closed' });
    const writes = user('a', { 'ld:records': 'account:items', 'ld:keeps': 'items' });
    await publish(api, bpmn(process('ClosedAtOnce', start('s'), writes, closes, end('e'), flows('s>a>close>e'))));
    const begun = await openCase(api, 'insp.office', 'ClosedAtOnce');
    await api.post('insp.office', `/tasks/${stepAt(begun, 'a')}/complete`, {
      variables: { items: [{ target: '多付工程款', amount: 3 }] },
    });
    const { items } = (await api.get('insp.office', `/ledgers/account?caseId=${begun.id}`)).read(ledgerSchema);
    expect(items).toMatchObject([{ status: 'closed', data: { target: '多付工程款', amount: 3, verdict: '属实' } }]);
  });
});

describe('a ledger as a file', () => {
  it('is a workbook with the columns of the catalogue, days that are dates and text that is no formula', async () => {
    const answer = await api.get('insp.office', '/ledgers/item.xlsx?closed=false');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('spreadsheetml'),
    ]);
    const { sheets } = await readXlsx(answer.bytes);
    const [head = [], ...rows] = sheets[0]?.rows ?? [];
    expect(sheets[0]?.name).toBe('整改事项');
    const column = (name: string) => rows.map((row) => row[head.indexOf(name)] ?? null);
    expect(column('内容').map(String).toSorted()).toEqual(['公车私用', '账外资金', '超标准接待']);
    expect(column('时限').map((day) => (day instanceof Date ? day.toISOString().slice(0, 10) : day))).toEqual(
      expect.arrayContaining(['2026-01-31', '2099-01-31', null]),
    );
    expect(column('盖章方')).toEqual(expect.arrayContaining(['fin']));
  });

  it('is CSV that Excel opens, in which a formula is a text', async () => {
    const begun = await openCase(api, 'insp.office', 'Records', { variables: { unit: 'unit1' } });
    const items = [{ title: '=HYPERLINK("http://evil")', status: 'open', progress: -5 }];
    await api.post('insp.office', `/tasks/${stepAt(begun, 'a')}/complete`, { variables: { items } });
    const { text, headers } = await api.get('insp.office', `/ledgers/item.csv?caseId=${begun.id}`);
    expect(headers.get('content-disposition')).toContain('.csv');
    expect(text).toContain(`"'=HYPERLINK(""http://evil"")"`);
    expect(text).toContain(',-5,');
    expect((await api.get('sysadmin', '/ledgers/item.csv')).status).toBe(403);
  });
});

describe('closing an item with proof', () => {
  const act = (as: string, body: object) =>
    api.post(as, '/ledgers/item/acts', { caseId: opened.id, act: 'close', ...body });
  const idOf = async (title: string) => (await ledger('insp.office')).items.find((one) => one.title === title)?.id;
  const file = async (as: string, caseId?: string) => {
    const form = new FormData();
    form.append('file', new Blob(['缴款书']), '缴款书.pdf');
    return (await api.post(as, `/attachments${caseId ? `?caseId=${caseId}` : ''}`, form)).read(attachmentSchema).id;
  };

  it('is offered to whoever owns it: the stamp’s agency, else the one that owns the case', async () => {
    const acts = async (as: string) =>
      Object.fromEntries(
        (await ledger(as, `?caseId=${opened.id}`)).items.map(({ title, acts: offered }) => [title, offered]),
      );
    expect(await acts('insp.office')).toEqual({ 超标准接待: ['close'], 公车私用: [], 账外资金: ['close'] });
    expect(await acts('supervisor')).toEqual({ 超标准接待: [], 公车私用: [], 账外资金: [] });
    expect(await acts('unit1.head')).toEqual({ 超标准接待: [], 账外资金: [] });
  });

  it.each<[string, string, () => Promise<object>, number, string]>([
    ['without a word', 'insp.office', async () => ({ files: [await file('insp.office', opened.id)] }), 422, 'NO_PROOF'],
    ['without a file', 'insp.office', async () => ({ proof: '已上缴' }), 422, 'NO_PROOF'],
    [
      'with a file of no case',
      'insp.office',
      async () => ({ proof: '已上缴', files: [await file('insp.office')] }),
      422,
      'UNKNOWN_FILE',
    ],
    [
      'by the unit itself',
      'unit1.head',
      async () => ({ proof: '已上缴', files: [await file('unit1.head', opened.id)] }),
      403,
      'FORBIDDEN',
    ],
    ['from outside the circle', 'audit.staff', async () => ({ proof: '已上缴' }), 404, 'NOT_FOUND'],
    ['by an act that nobody knows', 'insp.office', async () => ({ act: 'forget' }), 422, 'UNKNOWN_ACT'],
    [
      'before it was closed it cannot be reopened',
      'insp.office',
      async () => ({ act: 'reopen', reason: '不实' }),
      409,
      'WRONG_STATE',
    ],
  ])('is refused %s', async (_, as, body, status, code) => {
    const before = await ledger('insp.office');
    const answer = await act(as, { id: await idOf('超标准接待'), ...(await body()) });
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(await ledger('insp.office')).toEqual(before);
  });

  it('keeps who closed it, when and by what, in the journal too; and can be undone with a reason', async () => {
    const id = await idOf('超标准接待');
    const files = [await file('insp.office', opened.id)];
    const done = (await act('insp.office', { id, proof: '全额退回', files })).read(changedRecordSchema);
    expect(done).toMatchObject({ id, status: 'closed', settled: true });
    const [closed] = (await ledger('insp.office', '?closed=true')).items;
    expect(closed).toMatchObject({
      closed: true,
      overdue: false,
      data: { proof: '全额退回', files, changedBy: 'insp.office' },
    });
    expect(closed?.data['title']).toBe('超标准接待');
    expect(closed?.acts).toEqual(['reopen']);
    expect((await act('insp.office', { id, act: 'reopen' })).code).toBe('NO_REASON');
    expect((await act('insp.office', { id, act: 'reopen', reason: '回头看发现反弹' })).status).toBe(200);
    expect(await titles('insp.office', '?closed=true')).toEqual([]);
    const { faults } = await api.system.verify();
    expect(faults).toEqual([]);
    expect((await api.get('insp.office', `/cases/${opened.id}`)).read(caseSchema).status).toBe('running');
  });
});
