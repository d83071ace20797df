import { setTimeout as delay } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openedSchema,
  openingsSchema,
  procedureSchema,
  proceduresSchema,
  shippedSchema,
} from '../../apps/api/recurring/recurring.schema.ts';
import { caseSchema } from '../../apps/api/cases/case.schema.ts';
import { addDays, civilDateOf } from '../../domain/civil-date.ts';
import { periodsOfYear } from '../../domain/opening-cycle.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { publish } from './procedures.ts';

const definition = (key: string) =>
  readFileSync(new URL(`../../definitions/processes/${key}.bpmn`, import.meta.url), 'utf8');

const today = civilDateOf(Date.now());
const year = Number(today.slice(0, 4));
const keeper = 'cdi.style';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await publish(api, definition('XinFangFenXi'));
  await publish(api, definition('ChaShouLingBaoGao'));
  await publish(api, definition('RiChangJianDu'));
});
afterAll(() => api.stop());

const analysis = {
  name: '信访季度分析',
  definitionKey: 'XinFangFenXi',
  cycle: 'quarter',
  opens: '期后第1个工作日',
  audience: { kind: 'once' },
  agency: 'cdi',
  variables: { year: '=year', quarter: '=quarter' },
  basis: '测试依据',
  confidence: 'D',
};
const daily = {
  ...analysis,
  name: '日常监督',
  definitionKey: 'RiChangJianDu',
  cycle: 'month',
  opens: '第1个工作日',
  variables: { unit: '=receiver.agency', guide: '三重一大决策' },
};
const write = (method: string, path: string, body: object) => api.send(keeper, method, `/recurring${path}`, body);
const create = async (id: string, body: object = analysis) =>
  (await write('POST', '', { id, startsOn: `${year - 1}-01-01`, ...body })).read(procedureSchema);
const act = async (id: string, what: string, body: object = {}) =>
  (await write('POST', `/${id}/${what}`, body)).read(procedureSchema);
const openings = async (id: string, query = '', as = keeper) =>
  (await api.get(as, `/recurring/${id}/openings?limit=200${query}`)).read(openingsSchema).items;
const opened = async (id: string) => (await openings(id)).filter(({ openedAt }) => openedAt !== null);
const open = (id: string, body: object, query = '') => write('POST', `/${id}/open${query}`, body);

async function untilOpened(id: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const due = (await openings(id)).filter(({ opensOn }) => opensOn < today);
    if (due.every(({ state }) => state !== 'planned' && state !== 'missed')) return;
    await delay(200);
  }
  throw new Error(`not everything that is due was opened: ${JSON.stringify(await openings(id, '&state=missed'))}`);
}

describe('a recurring procedure that is set up', () => {
  it('can be looked at first: when it opens next, and why on that day; nothing is left of it', async () => {
    const before = await api.counts();
    const tried = (await write('POST', '?preview=true', { id: 'tried', ...analysis })).read(procedureSchema);
    expect(tried.next).toMatchObject({ receivers: 1 });
    expect(tried.next?.counted.at(-1)).toMatchObject({ day: tried.next?.opensOn });
    expect(tried.next?.counted.slice(0, -1).every(({ kind }) => kind === 'holiday' || kind === 'weekend')).toBe(true);
    expect(await api.counts()).toEqual(before);
    expect((await api.get(keeper, '/recurring/tried')).status).toBe(404);
  });

  it.each<[string, object, string, string]>([
    ['an opening day that is none', { opens: '月初' }, 'INVALID_INPUT', 'opens'],
    ['a month that the period has not', { opens: '第4月第1个工作日' }, 'INVALID_INPUT', 'opens'],
    ['an unknown procedure', { definitionKey: 'Nothing' }, 'UNKNOWN_DEFINITION', ''],
    ['an unknown agency', { agency: 'nowhere' }, 'UNKNOWN_AGENCY', 'agency'],
    ['an unknown owner', { owner: 'nobody' }, 'UNKNOWN_USER', 'owner'],
    ['holders of no role', { audience: { kind: 'holders' } }, 'INVALID_INPUT', 'audience.role'],
    ['a role that is none', { audience: { kind: 'holders', role: 'king' } }, 'UNKNOWN_ROLE', 'audience.role'],
    ['agencies, none named', { audience: { kind: 'agencies' } }, 'INVALID_INPUT', 'audience.agencies'],
    [
      'a category that is none',
      { audience: { kind: 'units', categories: ['x'] } },
      'UNKNOWN_CATEGORY',
      'audience.categories',
    ],
    [
      'an agency twice',
      { audience: { kind: 'agencies', agencies: ['fin', 'fin'] } },
      'INVALID_INPUT',
      'audience.agencies',
    ],
    ['a beginning long ago', { startsOn: '1999-01-01' }, 'INVALID_INPUT', 'startsOn'],
    ['an expression that is none', { variables: { year: '=year +' } }, 'INVALID_FEEL', 'variables.year'],
    ['a start form that is not filled in', { variables: { year: '=year' } }, 'INVALID_FORM', ''],
    ['an end before its beginning', { startsOn: '2026-05-01', endsOn: '2026-04-01' }, 'INVALID_INPUT', 'endsOn'],
  ])('is refused with %s', async (_, wrong, code, path) => {
    const before = await api.counts();
    const answer = await write('POST', '', { id: 'wrong', ...analysis, ...wrong });
    expect([answer.status, answer.code]).toEqual([422, code]);
    if (path !== '') expect(answer.text).toContain(path);
    expect(await api.counts()).toEqual(before);
  });

  it('is kept by those who keep lists of duties, seen by who supervises and by nobody of a unit', async () => {
    expect((await api.post('audit.staff', '/recurring', { id: 'x', ...analysis })).status).toBe(403);
    expect((await api.get('audit.staff', '/recurring')).read(proceduresSchema).items).toEqual([]);
    expect((await api.get('unit1.head', '/recurring')).status).toBe(403);
    expect((await api.get('sysadmin', '/recurring')).status).toBe(403);
  });

  it('is tried again whenever it is looked at: what has changed since it was set is told before its day', async () => {
    const own = definition('XinFangFenXi').replaceAll('XinFangFenXi', 'FenXiShiKai');
    await publish(api, own);
    const waiting = { definitionKey: 'FenXiShiKai', startsOn: addDays(today, 1), paused: true };
    expect((await create('tried', { ...analysis, ...waiting })).against).toBeNull();
    await publish(api, own.replace('ld:form="xa-start"', 'ld:form="rj-start"'));
    const { against } = (await api.get(keeper, '/recurring/tried')).read(procedureSchema);
    expect(against).toContain('variables.unit');
    await publish(api, own.replace('name="季度终了"', 'name="一季度终了"'));
    expect((await api.get(keeper, '/recurring/tried')).read(procedureSchema).against).toBeNull();
    await act('tried', 'end');
  });

  it('may be taken over from what the release offers', async () => {
    const { items } = (await api.get(keeper, '/recurring/shipped')).read(shippedSchema);
    expect(items.length).toBeGreaterThan(10);
    const found = items.find(({ id }) => id === 'petition-analysis');
    if (!found) throw new Error('petition-analysis is not offered');
    const { ownerRole: _role, known, ...offered } = found;
    expect(known).toBe(false);
    const start = addDays(today, 1);
    const taken = (await write('POST', '', { ...offered, startsOn: start })).read(procedureSchema);
    expect(taken).toMatchObject({
      status: 'active',
      owner: keeper,
      counts: { opened: 0, missed: 0 },
      schedule: { state: 'current' },
    });
    expect((await write('POST', '', { ...offered, startsOn: start })).code).toBe('RECURRING_EXISTS');
    const again = (await api.get(keeper, '/recurring/shipped')).read(shippedSchema).items;
    expect(again.find(({ id }) => id === 'petition-analysis')?.known).toBe(true);
  });
});

describe('a procedure that begins in the middle of its year', () => {
  beforeAll(async () => {
    await create('year');
    await untilOpened('year');
  });

  it('has been run through the year by backfill: one case for each quarter that is over, about that quarter', async () => {
    const due = (await openings('year')).filter(({ opensOn }) => opensOn < today);
    const over = [year - 2, year - 1, year].flatMap((one) => periodsOfYear('quarter', one));
    const expected = over.filter(({ to }) => to >= `${year - 2}-12-31` && to < addDays(today, -12));
    expect(due.map(({ period }) => period)).toEqual(expect.arrayContaining(expected.map(({ key }) => key)));
    const [first] = due;
    const found = (await api.get(keeper, `/cases/${first?.caseId}`)).read(caseSchema);
    expect(found.variables).toMatchObject({ year: year - 2, quarter: 4 });
    expect(found.title).toBe(`信访季度分析 ${year - 2}年第四季度`);
    const rows = await api.system.rows<{ starts_on: string }>(
      `select starts_on::text from case_view where id = $1 and opened_by = $2`,
      [first?.caseId, keeper],
    );
    expect(rows).toEqual([{ starts_on: first?.opensOn }]);
  });

  it('opens nothing twice when its schedule runs again', async () => {
    const before = await opened('year');
    const handle = api.system.client.schedule.getHandle('recurring:year');
    await handle.backfill({ start: new Date(`${year - 1}-01-01T00:00:00Z`), end: new Date(), overlap: 'BUFFER_ALL' });
    await handle.trigger('ALLOW_ALL');
    for (let tries = 0, still = 0; tries < 300 && still < 5; tries += 1) {
      still = (await handle.describe()).info.runningActions.length === 0 ? still + 1 : 0;
      await delay(200);
    }
    expect(await opened('year')).toEqual(before);
    const [row] = await api.system.rows<{ count: number }>(
      `select count(*)::int from case_view where title like '信访季度分析%'`,
    );
    expect(row?.count).toBe(before.length);
    expect(await api.system.verify()).toMatchObject({ faults: [] });
  });

  it('links to the cases of whoever may see them only', async () => {
    const [mine] = await opened('year');
    const [others] = (await openings('year', '', 'audit.staff')).filter(({ openedAt }) => openedAt !== null);
    expect(mine?.caseId).toMatch(/^c-/);
    expect([others?.id, others?.caseId, others?.caseNumber]).toEqual([mine?.id, null, null]);
  });
});

describe('a procedure for each unit', () => {
  it('opens one case for each that there is on the day, and none for one that is dissolved', async () => {
    const base = { category: 'government', since: '2010-01-01' };
    for (const id of ['unit1', 'unit2', 'old'])
      expect((await api.post('cdi.head', '/registry/units', { ...base, id, name: `${id}局` })).status).toBe(201);
    await api.post('cdi.head', '/registry/units/old/end', {
      on: `${year - 1}-12-31`,
      as: 'merged',
      successor: 'unit1',
    });
    await create('daily', { ...daily, audience: { kind: 'units' }, startsOn: today, paused: true });
    const months = periodsOfYear('month', year);
    const tried = (await open('daily', { period: months[0]?.key }, '?preview=true')).read(openedSchema);
    expect(
      tried.items.map(({ receiver, standing, problem, variables }) => [receiver, standing, problem, variables['unit']]),
    ).toEqual([
      ['unit1', 'new', null, 'unit1'],
      ['unit2', 'new', null, 'unit2'],
    ]);
    expect(await opened('daily')).toEqual([]);
  });

  it('is opened by hand for a period, for some or for all, though it is paused, and each once', async () => {
    const period = `${year}-01`;
    const first = (await open('daily', { period, receivers: ['unit2'], reason: '补报' })).read(openedSchema);
    expect(first).toMatchObject({
      preview: false,
      settled: true,
      items: [{ receiver: 'unit2', standing: 'new', problem: null }],
    });
    const all = (await open('daily', { period })).read(openedSchema);
    expect(all.items.map(({ receiver, standing }) => [receiver, standing])).toEqual([
      ['unit1', 'new'],
      ['unit2', 'known'],
    ]);
    expect(all.items[1]?.caseId).toBe(first.items[0]?.caseId);
    expect((await opened('daily')).map(({ askedBy, opensOn }) => [askedBy, opensOn])).toEqual([
      [keeper, today],
      [keeper, today],
    ]);
    const detail = (await api.get(keeper, '/recurring/daily')).read(procedureSchema);
    expect(detail).toMatchObject({
      status: 'paused',
      acts: [{ act: 'opened' }, { act: 'opened', reason: '补报' }, { act: 'created' }],
    });
    expect((await open('daily', { period: `${year}-Q1` })).code).toBe('UNKNOWN_PERIOD');
    expect((await open('daily', { period, receivers: ['fin'] })).code).toBe('UNKNOWN_RECEIVER');
  });

  it('counts only units where somebody could act, and tells which are left out', async () => {
    await api.post('cdi.head', '/registry/units', {
      id: 'empty',
      name: '空局',
      category: 'government',
      since: '2010-01-01',
    });
    await create('manned', { ...daily, audience: { kind: 'units', role: 'unit.head' }, startsOn: today, paused: true });
    const tried = (await open('manned', { period: `${year}-02` }, '?preview=true')).read(openedSchema);
    expect(tried.items.map(({ receiver }) => receiver)).toEqual(['unit1', 'unit2']);
    expect(tried.unmanned).toEqual(['empty']);
  });

  it('for all units in one case: the case is told which', async () => {
    const zero = {
      ...analysis,
      name: '零报告',
      definitionKey: 'ChaShouLingBaoGao',
      audience: { kind: 'once', role: 'unit.head' },
    };
    await create('zero', {
      ...zero,
      variables: { ...analysis.variables, units: '=units' },
      startsOn: today,
      paused: true,
    });
    const done = (await open('zero', { period: `${year}-Q1` })).read(openedSchema);
    const tasks = await api.system.rows<{ agency: string }>(
      'select agency from task_view where case_id = $1 order by 1',
      [done.items[0]?.caseId],
    );
    expect(tasks.map(({ agency }) => agency)).toEqual(['unit1', 'unit2']);
  });

  it('for each holder of a post: the case is told who', async () => {
    await create('heads', {
      ...daily,
      audience: { kind: 'holders', role: 'unit.head' },
      startsOn: today,
      paused: true,
    });
    const tried = (await open('heads', { period: `${year}-03` }, '?preview=true')).read(openedSchema);
    expect(tried.items.map(({ receiver, title }) => [receiver, title])).toEqual([
      ['unit1.head@unit1', `日常监督 ${year}年3月（unit1.head）`],
      ['unit2.head@unit2', `日常监督 ${year}年3月（unit2.head）`],
    ]);
  });
});

describe('a procedure that changes', () => {
  it('keeps what was opened and plans the rest anew; its schedule follows', async () => {
    const before = await opened('year');
    const planned = (await openings('year', '&state=planned')).map(({ opensOn }) => opensOn);
    const tried = (await write('PATCH', '/year?preview=true', { opens: '期后第3个工作日' })).read(procedureSchema);
    expect(tried.next?.opensOn).not.toBe(planned[0]);
    expect((await openings('year', '&state=planned')).map(({ opensOn }) => opensOn)).toEqual(planned);
    const changed = (await write('PATCH', '/year', { opens: '期后第3个工作日', reason: '推后' })).read(procedureSchema);
    expect(changed).toMatchObject({ opens: '期后第3个工作日', schedule: { state: 'current' }, next: tried.next });
    expect(await opened('year')).toEqual(before);
    const days = await api.system.client.schedule.getHandle('recurring:year').describe();
    expect(days.info.nextActionTimes[0]?.toISOString().slice(0, 10)).toBe(changed.next?.opensOn);
  });

  it('stands still while it is paused, and leaves out what came meanwhile where somebody says so', async () => {
    await act('year', 'pause', { reason: '机构改革' });
    const handle = api.system.client.schedule.getHandle('recurring:year');
    expect((await handle.describe()).state.paused).toBe(true);
    expect((await write('POST', '/year/pause', {})).code).toBe('WRONG_STATE');
    const resumed = await act('year', 'resume', { missed: 'skip' });
    expect([resumed.status, (await handle.describe()).state.paused]).toEqual(['active', false]);
  });

  it('opens nothing while it is paused, and each missed period once when it goes on', async () => {
    await create('waits', { ...analysis, name: '暂停的分析', paused: true });
    const missed = (await openings('waits')).filter(({ state }) => state === 'missed');
    expect(missed.length).toBeGreaterThan(3);
    await act('waits', 'resume', { missed: 'open' });
    await untilOpened('waits');
    expect((await opened('waits')).map(({ period }) => period)).toEqual(
      expect.arrayContaining(missed.map(({ period }) => period)),
    );
  });

  it('opens the year that has passed when its first day is moved back, or leaves it out', async () => {
    await create('later', { ...analysis, name: '后来的分析', startsOn: today });
    expect((await openings('later')).filter(({ opensOn }) => opensOn < today)).toEqual([]);
    const skipped = (await write('PATCH', '/later', { startsOn: `${year - 1}-01-01`, missed: 'skip' })).read(
      procedureSchema,
    );
    expect(skipped.counts).toMatchObject({ opened: 0, missed: 0 });
    const past = (await openings('later')).filter(({ opensOn }) => opensOn < today);
    expect(past.length).toBeGreaterThan(3);
    expect(past.every(({ state, reason }) => state === 'skipped' && reason === '开启日已过，不再补开')).toBe(true);
  });

  it('ends with its schedule; what was opened stays', async () => {
    const before = await opened('year');
    const ended = await act('year', 'end', { reason: '不再要求' });
    expect(ended).toMatchObject({ status: 'ended', next: null });
    await expect(api.system.client.schedule.getHandle('recurring:year').describe()).rejects.toThrow();
    expect(await opened('year')).toEqual(before);
    for (const [method, path] of [
      ['PATCH', '/year'],
      ['POST', '/year/end'],
      ['POST', '/year/open'],
    ] as const) {
      const body = path.endsWith('open') ? { period: `${year}-Q1` } : {};
      expect((await write(method, path, body)).code).toBe('ALREADY_ENDED');
    }
  });
});

describe('work that is no case', () => {
  const month = `${year - 1}-03`;
  const rules = {
    ...analysis,
    name: '预警规则运行',
    definitionKey: 'YiDianHeShi',
    work: 'rules',
    cycle: 'month',
    variables: {},
  };
  const field = (name: string, type: string) => ({ name, title: name, type, required: true });
  const deliver = async (no: string, on: string, amount: number) => {
    const file = `no,unit,on,amount\n${no},unit1,${on},${amount}\n`;
    const form = new FormData();
    form.append('file', new Blob([file]), '合同.csv');
    expect((await api.post('cdi.head', '/platform/sources/deals/batches', form)).status).toBeLessThan(300);
  };
  const doubts = async () =>
    (await api.system.rows<{ period: string }>('select period from doubt order by 1')).map(({ period }) => period);
  async function untilDone(id: string, period: string) {
    for (let tries = 0; tries < 150; tries += 1) {
      const found = (await openings(id, `&period=${period}`)).filter(({ result }) => result !== null);
      if (found.length > 0) return found;
      await delay(200);
    }
    throw new Error(`nothing was done: ${JSON.stringify(await openings(id, `&period=${period}`))}`);
  }

  beforeAll(async () => {
    for (const key of ['YiDianHeShi', 'ZhengZhiShengTai']) await publish(api, definition(key));
    const source = {
      id: 'deals', name: '合同', provider: 'fin', purpose: '监督', level: '工作秘密', cycle: '每月',
      fields: [field('no', 'text'), field('unit', 'agency'), field('on', 'day'), field('amount', 'number')],
      identity: ['no'], unitField: 'unit', dayField: 'on',
    }; // prettier-ignore
    expect((await api.post('cdi.head', '/platform/sources', source)).status).toBeLessThan(300);
    const measure = { kind: 'sum', field: 'amount' };
    for (const period of ['month', 'quarter']) {
      const indicator = { key: `sum-${period}`, name: '合同额', source: 'deals', definition: { measure, period } };
      expect((await api.post('cdi.head', '/platform/indicators', indicator)).status).toBeLessThan(300);
    }
    const rule = {
      key: 'big',
      name: '金额过大',
      indicator: 'sum-month',
      feel: 'if value > 100 then "red" else "green"',
    };
    expect((await api.post('cdi.head', '/platform/rules', rule)).status).toBeLessThan(300);
    expect((await api.post('cdi.head', '/platform/rules/big/switch', { status: 'on' })).status).toBeLessThan(300);
    await deliver('1', `${month}-10`, 500);
  });

  it('is refused where it makes no sense', async () => {
    const wrong = async (body: object) => (await write('POST', '', { id: 'wrong', ...rules, ...body })).code;
    expect(await wrong({ subject: 'nothing' })).toBe('UNKNOWN_RULE');
    expect(await wrong({ subject: 'big', cycle: 'quarter' })).toBe('INVALID_INPUT');
    expect(await wrong({ work: 'ecology' })).toBe('INVALID_INPUT');
    expect(await wrong({ audience: { kind: 'units' } })).toBe('INVALID_INPUT');
  });

  it('runs a rule on its day for the period that is over: late once, and each doubt once', async () => {
    await create('rules', { ...rules, owner: 'cdi.head', subject: 'big', startsOn: `${month}-20` });
    const [first] = await untilDone('rules', month);
    expect(first).toMatchObject({ state: 'done', caseId: null, result: { rules: 1, judged: 1, raised: 1, known: 0 } });
    expect(await doubts()).toEqual([month]);
    const again = (await open('rules', { period: month })).read(openedSchema);
    expect(again.items).toMatchObject([{ standing: 'known' }]);
  });

  it('runs rules after each accepted batch for the periods that its rows are about', async () => {
    await create('batches', { ...rules, owner: 'cdi.head', afterBatch: true, startsOn: today });
    await deliver('2', `${year - 1}-04-10`, 700);
    const [first] = await untilDone('batches', `${year - 1}-04`);
    expect(first).toMatchObject({ result: { rules: 1, raised: 1 }, agency: 'cdi' });
    expect(first?.receiver).toMatch(/^b-/);
    expect(await doubts()).toEqual([month, `${year - 1}-04`]);
    await deliver('2', `${year - 1}-04-10`, 700);
    await act('batches', 'pause');
    await deliver('3', `${year - 1}-05-10`, 900);
    await delay(6_000);
    expect(await doubts()).toHaveLength(2);
    await act('batches', 'resume', { missed: 'skip' });
    await untilDone('batches', `${year - 1}-05`);
    expect(await doubts()).toHaveLength(3);
  });

  it('scores each unit of a quarter once; before there is a way of scoring it says so and waits', async () => {
    const ecology = {
      ...rules,
      name: '政治生态评分',
      definitionKey: 'ZhengZhiShengTai',
      work: 'ecology',
      cycle: 'quarter',
    };
    await create('scores', { ...ecology, owner: 'cdi.head', startsOn: today, paused: true });
    const period = `${year - 1}-Q1`;
    const refused = (await open('scores', { period })).read(openedSchema);
    expect(refused.items[0]?.problem).toContain('还没有评分办法');
    const parts = [{ indicator: 'sum-quarter', weight: 1, full: 0, zero: 1000 }];
    expect((await api.post('cdi.head', '/platform/ecology/model', { parts })).status).toBeLessThan(300);
    await open('scores', { period });
    const [done] = await untilDone('scores', period);
    expect(done).toMatchObject({ result: { scored: 1, known: 0 }, problem: null });
  });
});
