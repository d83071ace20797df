import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseSchema } from '../../apps/api/cases/case.schema.ts';
import { doubtsSchema, ranSchema, ruleSchema, rulesSchema, triedSchema } from '../../apps/api/platform/rule.schema.ts';
import type { Api } from './api.ts';
import { keeper, placesIn, putIndicators, startPlatform } from './platform-data.ts';

let api: Api;
beforeAll(async () => {
  api = await startPlatform();
  await putIndicators(api);
});
afterAll(() => api.stop());

describe('a warning rule', () => {
  const feel = 'if value > 2 * average then "red" else if value > 1.5 * average then "yellow" else "green"';
  const rule = { key: 'single', name: '单一来源占比过高', indicator: 'share', feel };
  const run = (period: string) => api.post(keeper, '/platform/rules/single/run', { period });

  it.each<[string, string, string]>([
    ['that cannot be read', 'if value >', 'INVALID_FEEL'],
    ['that says something else', '"blue"', 'WRONG_LEVEL'],
    [
      'that has no answer without a before',
      'if value > previous then "red" else if value <= previous then "green" else null',
      'WRONG_LEVEL',
    ],
  ])('%s is refused', async (_, wrong, code) => {
    const answer = await api.send(keeper, 'POST', '/platform/rules', { ...rule, feel: wrong });
    expect([answer.status, answer.code]).toEqual([422, code]);
  });

  it('is tried on last year before it is switched on, and raises nothing', async () => {
    (await api.send(keeper, 'POST', '/platform/rules', { ...rule, feel: feel.replace('> 2 *', '>= 2 *') })).read(
      ruleSchema,
    );
    const tried = (await api.post(keeper, '/platform/rules/single/trial', { year: 2025 })).read(triedSchema);
    expect(tried).toMatchObject({ judged: 8, green: 4, learnt: { unchecked: 4, precision: null } });
    expect(tried.hits.map(({ unit, level }) => [unit, level])).toEqual(Array(4).fill(['unit1', 'red']));
    expect((await run('2026-Q1')).code).toBe('WRONG_STATE');
    expect((await api.get(keeper, '/platform/doubts')).read(doubtsSchema).items).toEqual([]);
  });

  it('raises a doubt for every hit, once, with its rows and the rule’s version', async () => {
    (await api.post(keeper, '/platform/rules/single/switch', { status: 'on' })).read(ruleSchema);
    const together = await Promise.all([1, 2, 3, 4].map(async () => (await run('2026-Q1')).read(ranSchema)));
    expect(together.reduce((sum, { raised }) => sum + raised, 0)).toBe(1);
    expect((await run('2026-Q1')).read(ranSchema)).toMatchObject({ judged: 2, raised: 0, known: 1 });
    const { items } = (await api.get(keeper, '/platform/doubts')).read(doubtsSchema);
    expect(items).toMatchObject([{ unit: 'unit1', period: '2026-Q1', level: 'red', ruleVersion: 1, status: 'open' }]);
    expect(items[0]?.rows).toHaveLength(4);
    const opened = (await api.get(keeper, `/cases/${items[0]?.caseId}`)).read(caseSchema);
    expect(opened.openTasks.map(({ elementId }) => elementId)).toEqual(['YD_CHECK']);
  });

  it('learns from those who check: a false alarm counts against it', async () => {
    const { items } = (await api.get(keeper, '/platform/doubts')).read(doubtsSchema);
    const path = `/tasks?caseId=${items[0]?.caseId}&status=open`;
    for (const user of ['cdi.oversight', 'cdi.style']) {
      const { items: tasks } = JSON.parse((await api.get(keeper, path)).text) as { items: { id: string }[] };
      const done = await api.post(user, `/tasks/${tasks[0]?.id}/complete`, {
        outcome: '误报',
        variables: { why: '专利产品，依法单一来源' },
      });
      expect([user, done.status]).toEqual([user, 200]);
    }
    const [learnt] = (await api.get(keeper, '/platform/rules')).read(rulesSchema).items;
    expect(learnt?.learnt).toEqual({ valid: 0, falseAlarms: 1, unchecked: 0, precision: 0 });
    const tried = (await api.post(keeper, '/platform/rules/single/trial', { year: 2026 })).read(triedSchema);
    expect(tried.learnt).toMatchObject({ falseAlarms: 1, precision: 0 });
  });

  it('has its versions, each with what was found of its hits', async () => {
    await api.send(keeper, 'POST', '/platform/rules', { ...rule, feel, reason: '误报太多' });
    const { items } = (await api.get('audit.staff', '/platform/rules/single/versions')).read(rulesSchema);
    expect(items.map(({ version, status, reason, learnt }) => [version, status, reason, learnt.falseAlarms])).toEqual([
      [2, 'trial', '误报太多', 0],
      [1, 'on', '', 1],
    ]);
  });

  it('goes on in the version before while a new one is on trial, and has one in force', async () => {
    expect((await run('2026-Q3')).read(ranSchema).judged).toBe(2);
    const raised = (await api.get(keeper, '/platform/doubts?rule=single')).read(doubtsSchema).items;
    expect(raised.map(({ period, ruleVersion }) => [period, ruleVersion])).toContainEqual(['2026-Q3', 1]);
    const states = async () =>
      (await api.get(keeper, '/platform/rules/single/versions')).read(rulesSchema).items.map(({ status }) => status);
    await api.post(keeper, '/platform/rules/single/switch', { status: 'on' });
    expect(await states()).toEqual(['on', 'off']);
    await api.post(keeper, '/platform/rules/single/switch', { status: 'off' });
    expect(await states()).toEqual(['off', 'off']);
    expect((await run('2026-Q4')).code).toBe('WRONG_STATE');
  });

  it('is no business of a supervised unit', async () => {
    for (const path of ['rules', 'doubts', 'indicators'])
      expect([path, (await api.get('unit1.head', `/platform/${path}`)).status]).toEqual([path, 403]);
  });
});

describe('a rule as a decision table', () => {
  const cell = (name: string, text: string) =>
    `<${name}><text>${text.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</text></${name}>`;
  const table = (inputs: readonly string[], rows: readonly (readonly string[])[], more = '') =>
    `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="urn:test">
      <decision id="warning" name="预警"><decisionTable hitPolicy="FIRST">
        ${inputs.map((text) => `<input>${cell('inputExpression', text)}</input>`).join('')}
        <output name="level" typeRef="string" /><output name="reason" typeRef="string" />
        ${rows
          .map((row, index) => {
            const cells = row.map((text, at) => cell(at < inputs.length ? 'inputEntry' : 'outputEntry', text));
            return `<rule id="row${index}">${cells.join('')}</rule>`;
          })
          .join('')}
      </decisionTable></decision>${more}</definitions>`;
  const rows = [
    ['> 50', '< 400', '"red"', '"占比过半而金额不大"'],
    ['> 50', '>= 400', '"yellow"', '"占比过半"'],
    ['-', '-', '"green"', '""'],
  ];
  const rule = {
    key: 'tabled',
    name: '占比与金额',
    indicator: 'share',
    inputs: [{ name: 'amount', indicator: 'amounts' }],
    dmn: table(['value', 'amount'], rows),
  };
  const send = (more: object) => api.send(keeper, 'POST', '/platform/rules', { ...rule, ...more });

  it.each<[string, object, string, string]>([
    ['that is no document', { dmn: 'if value' }, 'INVALID_DECISION', 'dmn'],
    ['with a cell that cannot be read', { dmn: table(['value'], [['> (', '"red"', '""']]) }, 'INVALID_DECISION', 'dmn'],
    ['that names what nobody knows', { dmn: table(['valeu'], [['-', '"red"', '""']]) }, 'INVALID_DECISION', 'dmn'],
    ['without an answer for every value', { dmn: table(['value'], [['> 50', '"red"', '""']]) }, 'WRONG_LEVEL', 'dmn'],
    ['that says another colour', { dmn: table(['value'], [['-', '"blue"', '""']]) }, 'WRONG_LEVEL', 'dmn'],
    ['beside FEEL', { feel: '"green"' }, 'INVALID_INPUT', 'feel'],
    [
      'of an indicator with other periods',
      { inputs: [{ name: 'amount', indicator: 'mean' }] },
      'PERIODS_DIFFER',
      'inputs.0.indicator',
    ],
    [
      'of two decisions',
      { dmn: table(['value'], [['-', '"green"', '""']], '<decision id="o"><literalExpression><text>1</text></literalExpression></decision>') }, // prettier-ignore
      'SEVERAL_DECISIONS',
      'dmn',
    ],
    [
      'whose name means something already',
      { inputs: [{ name: 'value', indicator: 'amounts' }] },
      'INVALID_INPUT',
      'inputs.0.name',
    ],
    ['in FEEL with an unknown name', { dmn: undefined, feel: 'if valeu > 1 then "red" else "green"' }, 'UNKNOWN_NAME', 'feel'], // prettier-ignore
  ])('%s is refused, and where is told', async (_, more, code, path) => {
    const answer = await send(more);
    expect([answer.status, answer.code, placesIn(answer.text)[0]]).toEqual([422, code, path]);
    expect((await api.get(keeper, '/platform/rules/tabled/versions')).status).toBe(404);
  });

  it('knows other indicators of the unit and period, and tells which row matched and why', async () => {
    (await send({})).read(ruleSchema);
    const tried = (await api.post(keeper, '/platform/rules/tabled/trial', { year: 2025 })).read(triedSchema);
    expect(tried.hits).toHaveLength(4);
    expect(tried.hits[0]).toMatchObject({
      unit: 'unit1',
      level: 'yellow',
      matched: [2],
      reason: '占比过半',
      inputs: { amount: 1000 },
    });
  });

  it('raises doubts that say the row, the reason and the version', async () => {
    (await api.post(keeper, '/platform/rules/tabled/switch', { status: 'on' })).read(ruleSchema);
    (await api.post(keeper, '/platform/rules/tabled/run', { period: '2026-Q2' })).read(ranSchema);
    const { items } = (await api.get(keeper, '/platform/doubts?rule=tabled')).read(doubtsSchema);
    expect(items).toMatchObject([{ ruleVersion: 1, facts: { matched: [2], reason: '占比过半' } }]);
    const opened = (await api.get(keeper, `/cases/${items[0]?.caseId}`)).read(caseSchema);
    expect(opened.variables['reason']).toContain('占比过半（决策表第 2 行）');
  });
});
