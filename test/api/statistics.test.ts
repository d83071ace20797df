import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fourFormsSchema } from '../../apps/api/ledgers/four-forms.schema.ts';
import { ledgerSchema } from '../../apps/api/ledgers/ledger.schema.ts';
import { petitionAnalysisSchema } from '../../apps/api/ledgers/petitions.schema.ts';
import { bpmn, end, flows, process, start, user } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, publish, stepAt } from './procedures.ts';

let api: Api;
let opened: { readonly id: string };
beforeAll(async () => {
  api = await startApi();
  const step = user('a', { 'ld:records': 'clue:clues' });
  await publish(api, bpmn(process('Clues', start('s'), step, user('b'), end('e'), flows('s>a>b>e'))));
});
afterAll(() => api.stop());

describe('the four forms', () => {
  const forms = async (as: string, query = 'year=2026&since=2025') =>
    (await api.get(as, `/ledgers/clue/four-forms?${query}`)).read(fourFormsSchema);
  const clue = (title: string, fourForm: string | null, closedOn: string, unit = 'unit1') => ({
    title,
    closedOn,
    unit,
    status: 'closed',
    ...(fourForm === null ? {} : { fourForm }),
  });

  beforeAll(async () => {
    const begun = await openCase(api, 'insp.office', 'Clues', { variables: { unit: 'unit1' } });
    opened = begun;
    const clues = [
      clue('甲', '第一种形态', '2026-01-15'),
      clue('乙', '第一种形态', '2026-03-31', 'unit2'),
      clue('丙', '第二种形态', '2026-04-01'),
      clue('丁', '第四种形态', '2025-12-31'),
      clue('戊', null, '2026-02-01'),
      clue('己', '第一种形态', '2020-01-01'),
    ];
    await api.post('insp.office', `/tasks/${stepAt(begun, 'a')}/complete`, { variables: { clues } });
  });

  it('are summed with their shares by the day on which a clue was closed', async () => {
    const { all, years, quarters, units } = await forms('insp.office');
    expect(all).toEqual({ total: 4, counts: [2, 1, 0, 1], shares: [50, 25, 0, 25] });
    expect(years.map(({ year, counts }) => [year, counts])).toEqual([
      [2025, [0, 0, 0, 1]],
      [2026, [2, 1, 0, 0]],
    ]);
    expect(quarters.map(({ quarter, from, to, counts }) => [quarter, from, to, counts])).toEqual([
      ['2025-Q4', '2025-10-01', '2025-12-31', [0, 0, 0, 1]],
      ['2026-Q1', '2026-01-01', '2026-03-31', [2, 0, 0, 0]],
      ['2026-Q2', '2026-04-01', '2026-06-30', [0, 1, 0, 0]],
    ]);
    expect(units.map(({ unit, total }) => [unit, total])).toEqual([
      ['unit1', 3],
      ['unit2', 1],
    ]);
    expect((await forms('insp.office', 'year=2026&unit=unit2')).all.total).toBe(1);
  });

  it('lead to the clues that were counted, as far as the reader may see them', async () => {
    const query = `form=${encodeURIComponent('第一种形态')}&closedFrom=2026-01-01&closedTo=2026-03-31`;
    const found = (await api.get('insp.office', `/ledgers/clue?${query}`)).read(ledgerSchema);
    expect(found.items.map(({ title }) => title).toSorted()).toEqual(['乙', '甲']);
    expect((await forms('audit.staff')).all.total).toBe(0);
    expect((await api.get('audit.staff', `/ledgers/clue?${query}`)).read(ledgerSchema).total).toBe(0);
    expect((await api.get('sysadmin', '/ledgers/clue/four-forms')).status).toBe(403);
  });

  it('go out as a workbook, and no span of years is turned round', async () => {
    const { bytes } = await api.get('insp.office', '/ledgers/clue/four-forms.xlsx?year=2026&since=2025');
    const [head, first] = (await readXlsx(bytes)).sheets[0]?.rows ?? [];
    expect([head?.slice(0, 4), first?.slice(0, 4)]).toEqual([
      ['口径', '名称', '第一种形态', '第一种形态占比（%）'],
      ['合计', '', 2, 50],
    ]);
    expect((await api.get('insp.office', '/ledgers/clue/four-forms?year=2025&since=2026')).status).toBe(422);
  });
});

describe('the analysis of petitions', () => {
  const analysed = (as: string, period: string) => api.get(as, `/ledgers/petition/analysis?period=${period}`);

  beforeAll(async () => {
    const letters = [
      ...Array.from({ length: 4 }, () => ({
        unit: 'unit1',
        topic: '财务资金',
        receivedOn: '2026-02-10',
        repeat: true,
      })),
      ...Array.from({ length: 3 }, () => ({
        unit: 'unit2',
        topic: '工程建设',
        receivedOn: '2026-03-10',
        aboutHead: true,
      })),
      { unit: 'unit2', topic: '生活作风', receivedOn: '2026-03-11', named: true, reporter: '张某' },
      ...Array.from({ length: 3 }, () => ({ unit: 'unit1', topic: '财务资金', receivedOn: '2025-11-10' })),
    ];
    for (const [index, data] of letters.entries())
      await api.system.rows(
        `insert into record_view (case_id, ledger, id, status, data, agency, element_id, trial, created_at, changed_at)
         values ($1, 'petition', $2, 'closed', $3, 'cdi', 'x', false, now(), now())`,
        [opened.id, `p${index}`, JSON.stringify({ channel: '来信', ...data })],
      );
  });

  it('counts hot units, topics, repeats and heads beside the period before, quarter by quarter', async () => {
    const shown = (await analysed('cdi.head', '2026-Q1')).read(petitionAnalysisSchema);
    expect(shown.all).toMatchObject({ total: 8, repeats: 4, aboutHeads: 3 });
    expect(shown.all.byUnit).toEqual([
      { name: 'unit1', count: 4, share: 50, previous: 3 },
      { name: 'unit2', count: 4, share: 50, previous: null },
    ]);
    expect(shown.heads?.byTopic.map(({ name, count }) => [name, count])).toEqual([['工程建设', 3]]);
    expect(shown.repeats?.byUnit.map(({ name }) => name)).toEqual(['unit1']);
    expect(shown.quarters.slice(-2).map(({ quarter, total }) => [quarter, total])).toEqual([
      ['2025-Q4', 3],
      ['2026-Q1', 8],
    ]);
    expect((await analysed('supervisor', '2026')).read(petitionAnalysisSchema).before).toBe('2025');
  });

  it('shows nothing of so few that somebody could be inferred, and nothing of who wrote', async () => {
    const { text } = await analysed('cdi.head', '2026-Q1');
    expect(text).not.toMatch(/张某|生活作风/);
    expect((await analysed('cdi.head', '2026-Q1')).read(petitionAnalysisSchema).all.named).toBeNull();
    expect((await analysed('cdi.head', '2026-03-11')).status).toBe(422);
    const quarter = (await analysed('cdi.head', '2025-Q3')).read(petitionAnalysisSchema);
    expect(quarter.heads?.byUnit).toEqual([]);
    await api.system.rows(
      `insert into record_view (case_id, ledger, id, status, data, agency, element_id, trial, created_at, changed_at)
       select case_id, ledger, 'one', status, data || '{"receivedOn":"2025-08-01","aboutHead":true}', agency, element_id, trial, now(), now()
       from record_view where ledger = 'petition' limit 1`,
    );
    expect((await analysed('cdi.head', '2025-Q3')).read(petitionAnalysisSchema).heads).toBeNull();
  });

  it('is for the petition office and those it reports to', async () => {
    for (const as of ['audit.staff', 'insp.office', 'unit1.head', 'sysadmin'])
      expect([as, (await analysed(as, '2026-Q1')).status]).toEqual([as, 403]);
    const { bytes } = await api.get('cdi.head', '/ledgers/petition/analysis.xlsx?period=2026-Q1');
    expect((await readXlsx(bytes)).sheets[0]?.rows[1]?.slice(0, 4)).toEqual(['全部', '合计', '', 8]);
  });
});
