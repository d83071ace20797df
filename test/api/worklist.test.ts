import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, civilDateOf } from '../../domain/civil-date.ts';
import { caseListSchema } from '../../apps/api/cases/case.schema.ts';
import { gramsOf, wordsOf } from '../../apps/api/search/words.ts';
import { taskCountsSchema, taskListSchema } from '../../apps/api/tasks/task.schema.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, ownStep, publish, stepAt, twoSteps } from './procedures.ts';

let api: Api;
/** By the inspection office, with a unit and an amount; by the finance bureau; long overdue; a trial of the designer's. */
let opened: Record<'bridge' | 'school' | 'late', { id: string; number: string; step: string }>;

const today = civilDateOf(Date.now());

beforeAll(async () => {
  api = await startApi();
  await publish(api, twoSteps('Steps'));
  await publish(api, ownStep('Own'));
  const bridge = await openCase(api, 'insp.office', 'Steps', {
    title: '跨河大桥招标问题',
    variables: { unit: 'unit1', findings: [{ title: '围标串标' }], amount: 1234567 },
  });
  const school = await openCase(api, 'fin.staff', 'Own', { title: '校舍维修（二期）ABC' });
  const late = await openCase(api, 'insp.office', 'Own', { title: '=HYPERLINK("http://x","点我")' });
  await openCase(api, 'insp.office', 'Steps', { title: '早已超期的线索', startsOn: addDays(today, -60) });
  await api.post('designer', '/trials', { definitionKey: 'Steps', title: '跨河大桥招标试运行' });
  opened = {
    bridge: { ...bridge, step: stepAt(bridge, 'intake') },
    school: { ...school, step: stepAt(school, 'own') },
    late: { ...late, step: stepAt(late, 'own') },
  };
});
afterAll(() => api.stop());

const found = async (as: string, query: string) =>
  (await api.get(as, `/tasks?${query}`))
    .read(taskListSchema)
    .items.map(({ caseTitle, name }) => `${caseTitle} ${name}`);
const search = (as: string, q: string) => found(as, `q=${encodeURIComponent(q)}`);
const bridgeRow = '跨河大桥招标问题 受理';

describe('full-text search', () => {
  it.each([
    ['words of the title', '大桥'],
    ['one character', '桥'],
    ['a text inside a list of the variables', '串标'],
    ['a number of the variables', '1234567'],
    ['the name of an agency that a variable names', 'unit1'],
    ['the step', '受理 招标'],
    ['several words, each somewhere', '受理 大桥 围标'],
    ['full-width letters and brackets', '【大桥】 （招标）'],
  ])('finds a step by %s', async (_, q) => {
    expect(await search('supervisor', q)).toEqual([bridgeRow]);
  });

  it('finds a case by its number, whatever brackets are typed', async () => {
    const { number } = opened.bridge;
    for (const typed of [number, number.replace('〔', '(').replace('〕', ')'), number.replaceAll(/[〔〕]/g, '')])
      expect(await search('supervisor', typed)).toContain(bridgeRow);
  });

  it.each(['大桥 校舍', '桥大', '不存在的词', '早受'])('finds nothing where a word is missing: %s', async (q) => {
    expect(await search('supervisor', q)).toEqual([]);
  });

  it('ignores the case of Latin letters', async () => {
    expect(await search('fin.staff', 'abc')).toEqual(['校舍维修（二期）ABC 自办']);
  });

  it('finds for nobody what is outside the circle, nor a trial of another', async () => {
    expect(await search('fin.staff', '大桥')).toEqual([]);
    expect(await search('cdi.intake', '大桥')).toEqual([bridgeRow]);
    expect(await search('designer', '大桥')).toEqual([]);
    expect(await found('designer', `trial=true&q=${encodeURIComponent('大桥')}`)).toEqual(['跨河大桥招标试运行 受理']);
  });

  it('follows the case: what it learns is found, also after it has ended', async () => {
    const learning = await openCase(api, 'fin.staff', 'Own', { title: '后来才知道' });
    const step = stepAt(learning, 'own');
    await api.post('fin.staff', `/tasks/${step}/complete`, { variables: { note: '补记的内容' } });
    const cases = async (q: string) =>
      (await api.get('fin.staff', `/cases?q=${encodeURIComponent(q)}`)).read(caseListSchema).items.map(({ id }) => id);
    expect(await cases('补记的内容')).toEqual([learning.id]);
    expect(await cases('自办 后来')).toEqual([learning.id]);
    expect(await search('fin.staff', '补记的内容')).toEqual([]);
  });

  it('cuts texts as the database does', async () => {
    for (const text of ['联纪〔2026〕101号', 'ＡＢＣ（一）', '“引号”「书」', '混 合 Text 12', '桥']) {
      const [row] = await api.system.rows<{ plain: string; grams: string[] }>(
        `select plain_text('${text}') as plain, grams_of(plain_text('${text}')) as grams`,
      );
      expect(wordsOf(text)).toEqual(row?.plain.split(/\s+/));
      for (const gram of wordsOf(text).flatMap(gramsOf)) expect(row?.grams).toContain(gram);
    }
  });
});

describe('a worklist', () => {
  it.each([
    ['agency=cdi', true],
    ['agency=fin', false],
    [`name=${encodeURIComponent('受理')}`, true],
    ['definitionKey=Own', false],
    ['secrecy=work-secret', true],
    ['secrecy=public', false],
    [`dueFrom=${today}&dueTo=${addDays(today, 30)}`, true],
    [`dueTo=${addDays(today, -1)}`, false],
    ['due=none', false],
    ['due=overdue', false],
  ])('is narrowed by %s', async (query, has) => {
    expect((await found('supervisor', query)).includes(bridgeRow)).toBe(has);
  });

  it('knows what is overdue', async () => {
    expect(await found('cdi.intake', 'due=overdue')).toEqual(['早已超期的线索 受理']);
  });

  it('shows what others have in hand of what one has begun or worked on', async () => {
    const step = stepAt(await openCase(api, 'insp.office', 'Steps', { title: '送出去的' }), 'intake');
    expect(await found('insp.office', 'scope=waiting')).toContain('送出去的 受理');
    expect(await found('cdi.intake', 'scope=waiting')).not.toContain('送出去的 受理');
    await api.post('cdi.intake', `/tasks/${step}/complete`, { outcome: 'accept' });
    expect(await found('cdi.intake', 'scope=waiting')).toContain('送出去的 核实');
    expect(await found('insp.office', 'scope=waiting')).not.toContain('送出去的 核实');
  });

  it('shows what one has delegated among what one waits for', async () => {
    const step = stepAt(await openCase(api, 'insp.office', 'Steps', { title: '委派的' }), 'intake');
    await api.post('cdi.intake', `/tasks/${step}/claim`);
    await api.post('cdi.intake', `/tasks/${step}/delegate`, { to: 'cdi.intake2' });
    expect(await found('cdi.intake', 'scope=waiting')).toContain('委派的 受理');
    expect(await found('cdi.intake', 'scope=mine')).not.toContain('委派的 受理');
  });

  it('counts what is in each of the lists', async () => {
    const counts = (await api.get('cdi.intake', '/tasks/counts')).read(taskCountsSchema);
    const list = await found('cdi.intake', 'scope=group');
    expect(counts.group.open).toBe(list.length);
    expect(counts.group.overdue).toBe(1);
    expect(counts.waiting.open).toBe((await found('cdi.intake', 'scope=waiting')).length);
  });

  it('goes out as a spreadsheet with real dates and no formulas', async () => {
    const response = await fetch(`${api.address}/tasks.xlsx?scope=mine`, {
      headers: { authorization: `Bearer ${await tokenOf('insp.office')}` },
    });
    expect(response.headers.get('content-type')).toContain('spreadsheetml');
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('待办'));
    const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    const [head = [], ...rows] = sheets[0]?.rows ?? [];
    expect(head.slice(0, 2)).toEqual(['案号', '事项']);
    const row = rows.find(([number]) => number === opened.late.number);
    expect(row?.[1]).toBe('=HYPERLINK("http://x","点我")');
    expect(row?.[head.indexOf('到达')]).toEqual(new Date(`${today}T00:00:00Z`));
  });

  it('says whose act brought a step and whether it came back, and leaves out what a list does not show', async () => {
    const step = stepAt(
      await openCase(api, 'insp.office', 'Steps', { title: '退回来的', variables: { note: '内情' } }),
      'intake',
    );
    await api.post('cdi.intake', `/tasks/${step}/complete`, { outcome: 'accept' });
    const items = async (as: string) =>
      (await api.get(as, `/tasks?brief=true&q=${encodeURIComponent('退回来的')}`)).read(taskListSchema).items;
    const [verify] = await items('insp.office');
    expect(verify).toMatchObject({ sentBy: 'cdi.intake', returned: false, variables: {}, alarms: [] });
    await api.post('insp.office', `/tasks/${verify?.id}/return`, { toElementId: 'intake' });
    expect(await items('cdi.intake')).toMatchObject([{ name: '受理', sentBy: 'insp.office', returned: true }]);
  });

  it('as a preview, an act tells which due days move, and from when', async () => {
    const step = stepAt(await openCase(api, 'insp.office', 'Steps', { title: '要延期的' }), 'intake');
    const { text } = await api.post('supervisor', `/tasks/${step}/extend?preview=true`, { by: 'P5D' });
    expect(JSON.parse(text)).toMatchObject({
      moved: [{ name: '受理', before: addDays(today, 10), dueOn: addDays(today, 15) }],
    });
  });

  it.each(['due=someday', 'scope=theirs', `q=${'长'.repeat(300)}`, 'dueFrom=tomorrow'])('refuses %s', async (query) => {
    expect((await api.get('supervisor', `/tasks?${query}`)).status).toBe(422);
    expect((await api.get('supervisor', `/tasks.xlsx?${query}`)).status).toBe(422);
  });
});

const tokenOf = async (username: string): Promise<string> => {
  const { accessToken } = JSON.parse(
    (await api.post(null, '/auth/login', { username, password: 'a-test-password' })).text,
  ) as { accessToken: string };
  return accessToken;
};
