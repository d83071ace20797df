import { describe, expect, it } from 'vitest';
import type { Json, Variables } from '../../engine/command.ts';
import { compile } from '../../engine/compile/compile.ts';
import { compileDecisions, isDecisionDocument } from '../../engine/decisions/compile.ts';
import { decide } from '../../engine/decisions/decide.ts';
import type { DecisionModel } from '../../engine/decisions/decision.ts';
import { bpmn, element, end, flows, process, start, user } from '../support/bpmn.ts';
import { decision, decisionsOf, dmn, dmnVersions, literal, table, type TableSource } from '../support/dmn.ts';
import { Play } from '../support/run.ts';

type Attributes = Readonly<Record<string, string>>;
const now = Date.parse('2026-03-01T10:00:00+08:00');

async function tableValue(source: TableSource, variables: Variables): Promise<Json> {
  const decisions = await decisionsOf(dmn('1.3', decision('D', table(source))));
  return decide(decisions.get('D') as DecisionModel, variables, now).value;
}

/** Three rules over one number; the second and third both hit from 10 on. */
const levels = (more: Partial<TableSource>): TableSource => ({
  inputs: ['amount'],
  outputs: ['level'],
  rules: [
    ['< 5', '1'],
    ['>= 5', '2'],
    ['>= 10', '3'],
  ],
  ...more,
});

it.each(Object.keys(dmnVersions) as (keyof typeof dmnVersions)[])('reads DMN %s', async (version) => {
  const xml = dmn(version, '<inputData id="i" name="amount"/>', decision('D', table(levels({ hitPolicy: 'FIRST' }))));
  expect(isDecisionDocument(new TextEncoder().encode(xml))).toBe(true);
  const model = (await decisionsOf(xml)).get('D') as DecisionModel;
  expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  expect(decide(model, { amount: 3 }, now)).toEqual({ value: 1, hits: [{ rule: 'r1', outputs: { level: 1 } }] });
});

it('tells a DMN document from a BPMN one by its root, whatever the prefixes', () => {
  const is = (xml: string) => isDecisionDocument(new TextEncoder().encode(xml));
  expect(is(`<?xml version="1.0"?><!-- <x/> --><q:definitions a="1" xmlns:q='${dmnVersions['1.5']}'/>`)).toBe(true);
  expect(is(bpmn(process('P')))).toBe(false);
  expect(is(`<definitions xmlns="urn:x" xmlns:dmn="${dmnVersions['1.3']}"/>`)).toBe(false);
});

describe('hit policies', () => {
  it.each<[string, Partial<TableSource>, Json, Json]>([
    ['UNIQUE gives the one value', { hitPolicy: 'UNIQUE' }, 7, 2],
    ['UNIQUE without a hit is null', { hitPolicy: 'UNIQUE' }, null, null],
    ['UNIQUE without a hit gives the default', { hitPolicy: 'UNIQUE', fallback: '9' }, null, 9],
    ['FIRST gives the first in the table', { hitPolicy: 'FIRST' }, 12, 2],
    ['RULE ORDER lists all', { hitPolicy: 'RULE ORDER' }, 12, [2, 3]],
    ['COLLECT lists all', { hitPolicy: 'COLLECT' }, 12, [2, 3]],
    ['COLLECT without a hit is empty', { hitPolicy: 'COLLECT' }, null, []],
    ['COLLECT sums', { hitPolicy: 'COLLECT', aggregation: 'SUM' }, 12, 5],
    ['COLLECT takes the least', { hitPolicy: 'COLLECT', aggregation: 'MIN' }, 12, 2],
    ['COLLECT takes the most', { hitPolicy: 'COLLECT', aggregation: 'MAX' }, 12, 3],
    ['COLLECT counts', { hitPolicy: 'COLLECT', aggregation: 'COUNT' }, 12, 2],
    ['a sum of nothing is null', { hitPolicy: 'COLLECT', aggregation: 'SUM' }, null, null],
    ['a sum of nothing is the default', { hitPolicy: 'COLLECT', aggregation: 'SUM', fallback: '0' }, null, 0],
    ['a count of nothing is 0', { hitPolicy: 'COLLECT', aggregation: 'COUNT' }, null, 0],
    ['PRIORITY takes the highest rank', { hitPolicy: 'PRIORITY', outputs: ['level: 3, 2, 1'] }, 12, 3],
    ['OUTPUT ORDER sorts by rank', { hitPolicy: 'OUTPUT ORDER', outputs: ['level: 3, 2, 1'] }, 12, [3, 2]],
  ])('%s', async (_, more, amount, expected) => {
    expect(await tableValue(levels(more), { amount })).toEqual(expected);
  });

  it('ANY wants equal results', async () => {
    const any = (second: string): TableSource => ({
      hitPolicy: 'ANY',
      inputs: ['a', 'b'],
      outputs: ['o'],
      rules: [
        ['> 1', '-', '"x"'],
        ['-', '> 1', second],
      ],
    });
    expect(await tableValue(any('"x"'), { a: 2, b: 2 })).toBe('x');
    await expect(tableValue(any('"y"'), { a: 2, b: 2 })).rejects.toThrow('r1、r2');
  });

  it('UNIQUE refuses two hits', async () => {
    await expect(tableValue(levels({}), { amount: 12 })).rejects.toThrow('r2、r3');
  });

  it('several outputs are a context', async () => {
    const source = { inputs: ['a'], outputs: ['x', 'y'], rules: [['-', '1', 'a + 1']] };
    expect(await tableValue(source, { a: 4 })).toEqual({ x: 1, y: 5 });
  });
});

it.each<[string, Json, boolean]>([
  ['-', null, true],
  ['', 'x', true],
  ['"a"', 'a', true],
  ['"a", "b"', 'b', true],
  ['not("a", "b")', 'b', false],
  ['not("a", "b")', 'c', true],
  ['5', '5', false],
  ['> 5', '7', false],
  ['> 5', null, false],
  ['[1..5)', 5, false],
  [']1..5]', 5, true],
  ['? > 5 and ? < 10', 7, true],
  ['? > 5 and ? < 10', 12, false],
  ['null', null, true],
  ['not(null)', 5, true],
  ['not(null)', null, false],
  ['true', true, true],
  ['false', true, false],
  ['starts with(?, "纪")', '纪委', true],
  ['list contains(?, "x")', ['x', 'y'], true],
  ['other', 3, true],
  ['list', 2, true],
  ['list', 9, false],
  ['< other', 2, true],
  ['limit > 10', 'anything', true],
])('the cell %s against %j: %s', async (cell, value, expected) => {
  const source = { inputs: ['value'], outputs: ['hit'], rules: [[cell, 'true']] };
  expect(await tableValue(source, { value, other: 3, list: [1, 2], limit: 11 })).toBe(expected ? true : null);
});

describe('texts of the case', () => {
  it('become dates where the table says so', async () => {
    const source = { inputs: ['day: date'], outputs: ['o'], rules: [['< date("2026-03-01")', '"early"']] };
    expect(await tableValue(source, { day: '2026-02-28' })).toBe('early');
    expect(await tableValue(source, { day: '2026-03-02' })).toBeNull();
    expect(await tableValue(source, { day: 'soon' })).toBeNull();
  });

  it('become what the input data say', async () => {
    const model = await decisionsOf(
      dmn(
        '1.3',
        '<inputData id="i" name="移送日"><variable name="移送日" typeRef="feel:date"/></inputData>',
        decision('D', literal('移送日 + duration("P1D")')),
      ),
    );
    expect(decide(model.get('D') as DecisionModel, { 移送日: '2026-02-28' }, now).value).toBe('2026-03-01');
  });
});

describe('what a decision requires', () => {
  it('is made before it, each once, and known by its name, its id and its one output', async () => {
    const xml = dmn(
      '1.2',
      decision('D', literal('score + rank + twice(score)'), 'score', 'ranking', 'bkm:twice'),
      decision('ranking', table({ inputs: ['score'], outputs: ['rank'], rules: [['>= 10', '100']] }), 'score'),
      decision('score', literal('amount * 2')),
      `<businessKnowledgeModel id="twice" name="twice"><encapsulatedLogic><formalParameter name="n"/>${literal('n * 2')}</encapsulatedLogic></businessKnowledgeModel>`,
    );
    const model = (await decisionsOf(xml)).get('D') as DecisionModel;
    expect(model.steps.map(({ id }) => id)).toEqual(['score', 'ranking', 'twice', 'D']);
    expect(decide(model, { amount: 5 }, now).value).toBe(130);
  });

  it('may be a table inside a function or a context', async () => {
    const grade = table({
      inputs: ['n + bonus'],
      outputs: [''],
      rules: [
        ['>= 10', '"high"'],
        ['< 10', '"low"'],
      ],
    });
    const xml = dmn(
      '1.4',
      `<businessKnowledgeModel id="grade" name="grade"><encapsulatedLogic><formalParameter name="n"/>${grade}</encapsulatedLogic></businessKnowledgeModel>`,
      `<decision id="D" name="D"><knowledgeRequirement><requiredKnowledge href="#grade"/></knowledgeRequirement>
        <context><contextEntry><variable name="n"/>${literal('2')}</contextEntry>
        <contextEntry><variable name="own"/>${grade.replaceAll('id="r', 'id="q')}</contextEntry>
        <contextEntry><variable name="other"/>${literal('grade(12)')}</contextEntry></context></decision>`,
    );
    const model = (await decisionsOf(xml)).get('D') as DecisionModel;
    expect(decide(model, { bonus: 1 }, now).value).toEqual({ n: 2, own: 'low', other: 'high' });
  });

  it('may have names with blanks', async () => {
    const xml = dmn(
      '1.5',
      '<inputData id="i" name="Amount Due"/>',
      `<decision id="t" name="Total Due">${literal('Amount Due + 1')}</decision>`,
      `<decision id="D" name="D"><informationRequirement><requiredDecision href="#t"/></informationRequirement>
        <context><contextEntry><variable name="Due Twice"/>${literal('Total Due * 2')}</contextEntry>
        <contextEntry>${literal('Due Twice + Amount Due')}</contextEntry></context></decision>`,
    );
    const model = (await decisionsOf(xml)).get('D') as DecisionModel;
    expect(decide(model, { 'Amount Due': 4 }, now).value).toBe(14);
  });
});

describe('publication refuses', () => {
  it.each<[string, string, string]>([
    ['a ring', decision('A', literal('B'), 'B') + decision('B', literal('A'), 'A'), 'DECISION_RING'],
    ['a decision that is not there', decision('A', literal('1'), 'nowhere'), 'UNRESOLVED_REFERENCE'],
    ['a wrong expression', decision('A', literal('1 +')), 'EXPRESSION'],
    ['a wrong cell', decision('A', table({ inputs: ['a'], outputs: ['o'], rules: [['> > 1', '1']] })), 'EXPRESSION'],
    ['a rule too short', decision('A', table({ inputs: ['a'], outputs: ['o'], rules: [['1']] })), 'RULE_WIDTH'],
    ['an unknown hit policy', decision('A', table(levels({ hitPolicy: 'BEST' }))), 'WRONG_VALUE'],
    ['outputs without names', decision('A', table({ inputs: [], outputs: ['', ''], rules: [] })), 'NO_OUTPUT_NAME'],
    [
      'another language',
      decision('A', '<literalExpression expressionLanguage="groovy"><text>1</text></literalExpression>'),
      'UNSUPPORTED_SCRIPT',
    ],
    ['boxed expressions of later versions', decision('A', '<conditional/>'), 'UNSUPPORTED_EXPRESSION'],
    ['an id that is no key', decision('D'.repeat(65), literal('1')), 'BAD_KEY'],
    ['a document without decisions', '', 'NO_DECISION'],
  ])('%s', async (_, content, code) => {
    const { decisions, defects } = await compileDecisions(dmn('1.3', content));
    expect(decisions).toEqual([]);
    expect(defects.map((one) => one.code)).toContain(code);
  });

  it('entities and what is no XML', async () => {
    for (const xml of ['<!DOCTYPE x><definitions/>', '<definitions', 'plain']) {
      expect((await compileDecisions(xml)).defects.length).toBeGreaterThan(0);
    }
  });
});

describe('a business rule task', () => {
  const rule = (attributes: Attributes, ...inside: readonly string[]) =>
    bpmn(
      process(
        'P',
        start('s'),
        user('u', { 'ld:role': 'x' }),
        element('businessRuleTask', { id: 'x', ...attributes }, ...inside),
        user('after', { 'ld:role': 'x' }),
        end('e'),
        flows('s>u>x>after>e'),
      ),
    );

  async function played(xml: string, amount: number, hitPolicy = 'COLLECT', version = 4) {
    const found = await decisionsOf(dmn('1.3', decision('level', table(levels({ hitPolicy })))));
    const knownDecisions = new Map([...found].map(([key, one]) => [key, { ...one, version }]));
    const { processes, defects, warnings } = await compile(xml, { knownDecisions });
    expect(defects).toEqual([]);
    const [model] = processes;
    if (!model) throw new Error('no process');
    const play = new Play(model).start().complete('u', { variables: { amount } });
    return { play, warnings };
  }

  it.each<[string, Attributes, Json]>([
    ['gives its result by hit policy', { 'ld:decision': 'level', 'ld:resultVariable': 'r' }, [2, 3]],
    [
      'of Camunda collects entries',
      { 'camunda:decisionRef': 'level', 'camunda:resultVariable': 'r', 'camunda:mapDecisionResult': 'collectEntries' },
      [2, 3],
    ],
    [
      'of Operaton gives a list of contexts',
      { 'operaton:decisionRef': 'level', 'operaton:resultVariable': 'r' },
      [{ level: 2 }, { level: 3 }],
    ],
  ])('%s', async (_, attributes, expected) => {
    const { play } = await played(rule(attributes), 12);
    expect(play.variables()['r']).toEqual(expected);
    const made = play.entries.find(({ kind }) => kind === 'decision-made');
    expect(made?.data).toEqual({ key: 'level', version: 4, rules: ['r2', 'r3'] });
  });

  it('of Camunda 8 is read too', async () => {
    const called =
      '<extensionElements><zeebe:calledDecision decisionId="level" resultVariable="r"/></extensionElements>';
    const { play, warnings } = await played(rule({}, called), 3);
    expect(play.variables()['r']).toEqual([1]);
    expect(warnings.filter(({ code }) => code === 'NOT_IMPORTED')).toEqual([]);
  });

  it('takes a single entry where one is asked for, and stops at several', async () => {
    const single = {
      'camunda:decisionRef': 'level',
      'camunda:resultVariable': 'r',
      'camunda:mapDecisionResult': 'singleEntry',
    };
    expect((await played(rule(single), 3)).play.variables()['r']).toBe(1);
    const { play } = await played(rule(single), 12);
    expect(play.incidents()).toMatchObject([{ code: 'DECISION_NOT_SINGLE', elementId: 'x' }]);
  });

  it('stops with an incident where the table contradicts itself', async () => {
    const { play } = await played(rule({ 'ld:decision': 'level', 'ld:resultVariable': 'r' }), 12, 'UNIQUE');
    expect(play.incidents()).toMatchObject([{ code: 'DECISION_CONTRADICTION', elementId: 'x' }]);
  });

  it('whose decision is unknown warns at publication and stops when it is reached', async () => {
    const { play, warnings } = await played(rule({ 'ld:decision': 'other', 'ld:resultVariable': 'r' }), 12);
    expect(warnings.map(({ code }) => code)).toContain('UNKNOWN_DECISION');
    expect(play.incidents()).toMatchObject([{ code: 'NO_DECISION', elementId: 'x' }]);
  });

  it('without a decision or an activity is refused', async () => {
    const { defects } = await compile(rule({}));
    expect(defects).toMatchObject([{ code: 'MISSING_DECISION', elementId: 'x' }]);
  });
});
