import { describe, expect, it } from 'vitest';
import type { Json, Variables } from '../../engine/command.ts';
import { compileDecisions } from '../../engine/decisions/compile.ts';
import { decide } from '../../engine/decisions/decide.ts';
import { dmnVersions } from '../support/dmn.ts';
import { escapeXml } from '../support/bpmn.ts';

type Version = keyof typeof dmnVersions;
type Column = readonly [name: string, type?: string, values?: string];
interface Table {
  readonly hitPolicy: string;
  readonly aggregation?: string;
  readonly inputs: readonly Column[];
  readonly outputs?: readonly Column[];
  readonly rules: readonly (readonly string[])[];
}

const now = Date.parse('2026-03-01T10:00:00+08:00');
const around = (version: Version, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="${dmnVersions[version]}" xmlns:camunda="http://camunda.org/schema/1.0/dmn" xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/" id="d" name="DRD" namespace="http://camunda.org/schema/1.0/dmn" exporter="Camunda Modeler">${body}</definitions>`;

/** As dmn-js writes it: labels, ids everywhere, a description of each rule, empty cells for "any". */
function likeModeler(version: Version, { hitPolicy, aggregation, inputs, outputs = [['y']], rules }: Table): string {
  const columns = inputs.map(
    ([name, type = 'string'], at) =>
      `<input id="i${at}" label="${escapeXml(name)}" camunda:inputVariable="x"><inputExpression id="ie${at}" typeRef="${type}"><text>${escapeXml(name)}</text></inputExpression></input>`,
  );
  const results = outputs.map(
    ([name, type = 'string', values], at) =>
      `<output id="o${at}" label="${name}" name="${name}" typeRef="${type}">${values ? `<outputValues id="ov${at}"><text>${values}</text></outputValues>` : ''}</output>`,
  );
  const lines = rules.map((cells, line) => {
    const entries = cells.map((cell, at) => {
      const tag = at < inputs.length ? 'inputEntry' : 'outputEntry';
      return `<${tag} id="c${line}_${at}"><text>${escapeXml(cell)}</text></${tag}>`;
    });
    return `<rule id="r${line}"><description>说明</description>${entries.join('')}</rule>`;
  });
  const sum = aggregation ? ` aggregation="${aggregation}"` : '';
  return around(
    version,
    `<decision id="dish" name="Dish"><decisionTable id="t" hitPolicy="${hitPolicy}"${sum}>${[...columns, ...results, ...lines].join('')}</decisionTable></decision>`,
  );
}

async function decided(xml: string, variables: Variables): Promise<Json> {
  const { decisions, defects } = await compileDecisions(xml);
  expect(defects).toEqual([]);
  const dish = decisions.find(({ key }) => key === 'dish');
  if (!dish) throw new Error('no decision dish');
  return decide(dish, variables, now).value;
}

const season: Table = {
  hitPolicy: 'UNIQUE',
  inputs: [['season'], ['guests', 'integer']],
  rules: [
    ['"Fall"', '<= 8', '"Spareribs"'],
    ['"Spring","Summer"', '[5..8]', '"Steak"'],
    ['not("Fall","Spring","Summer")', '', '"Stew"'],
  ],
};
const numbers = (hitPolicy: string, aggregation?: string): Table => ({
  hitPolicy,
  ...(aggregation ? { aggregation } : {}),
  inputs: [['x', 'integer']],
  outputs: [['y', 'integer']],
  rules: [
    ['> 1', '10'],
    ['> 2', '20'],
    ['> 2', '20'],
  ],
});
const ranked = (hitPolicy: string): Table => ({
  hitPolicy,
  inputs: [['x', 'integer']],
  outputs: [['y', 'string', '"high","low"']],
  rules: [
    ['> 1', '"low"'],
    ['> 2', '"high"'],
  ],
});

describe.each(Object.keys(dmnVersions) as Version[])('a table of DMN %s', (version) => {
  it.each<[string, Table, Variables, Json]>([
    ['one rule', season, { season: 'Fall', guests: 4 }, 'Spareribs'],
    ['a range', season, { season: 'Summer', guests: 8 }, 'Steak'],
    ['a negation and an empty cell', season, { season: 'Winter', guests: 99 }, 'Stew'],
    ['no rule', season, { season: 'Fall', guests: 40 }, null],
    ['the first', { ...ranked('FIRST') }, { x: 3 }, 'low'],
    [
      'any, all of which say the same',
      {
        ...numbers('ANY'),
        rules: [
          ['> 1', '7'],
          ['> 2', '7'],
        ],
      },
      { x: 3 },
      7,
    ],
    ['by priority', ranked('PRIORITY'), { x: 3 }, 'high'],
    ['in output order', ranked('OUTPUT ORDER'), { x: 3 }, ['high', 'low']],
    ['in rule order', ranked('RULE ORDER'), { x: 3 }, ['low', 'high']],
    ['collected', numbers('COLLECT'), { x: 3 }, [10, 20, 20]],
    ['summed', numbers('COLLECT', 'SUM'), { x: 3 }, 50],
    ['the smallest', numbers('COLLECT', 'MIN'), { x: 3 }, 10],
    ['the greatest', numbers('COLLECT', 'MAX'), { x: 3 }, 20],
    ['counted', numbers('COLLECT', 'COUNT'), { x: 3 }, 3],
    ['summed of nothing', numbers('COLLECT', 'SUM'), { x: 0 }, null],
    ['counted of nothing', numbers('COLLECT', 'COUNT'), { x: 0 }, 0],
    [
      'two outputs, one computed',
      {
        hitPolicy: 'FIRST',
        inputs: [['x', 'integer']],
        outputs: [['a'], ['b', 'integer']],
        rules: [['> 1', '"p"', 'x * 2']],
      },
      { x: 3 },
      { a: 'p', b: 6 },
    ],
    [
      'dates',
      {
        hitPolicy: 'FIRST',
        inputs: [['d', 'date']],
        rules: [
          ['[date("2026-01-01")..date("2026-12-31")]', '"in"'],
          ['-', '"out"'],
        ],
      },
      { d: '2026-05-05' },
      'in',
    ],
    [
      'dates in the manner of Camunda’s modeler',
      {
        hitPolicy: 'FIRST',
        inputs: [['d', 'date']],
        rules: [
          ['< date and time("2026-01-01T00:00:00")', '"old"'],
          ['-', '"new"'],
        ],
      },
      { d: '2025-05-05' },
      'old',
    ],
    [
      'an expression as input',
      {
        hitPolicy: 'UNIQUE',
        inputs: [['sum(amounts)', 'number']],
        rules: [
          ['> 10', '"big"'],
          ['<= 10', '"small"'],
        ],
      },
      { amounts: [5, 6] },
      'big',
    ],
    [
      'the input by its sign',
      {
        hitPolicy: 'UNIQUE',
        inputs: [['name']],
        rules: [
          ['starts with(?, "A")', '"a"'],
          ['not(starts with(?, "A"))', '"z"'],
        ],
      },
      { name: 'Bob' },
      'z',
    ],
  ])('%s', async (_, table, variables, expected) => {
    expect(await decided(likeModeler(version, table), variables)).toEqual(expected);
  });

  it.each([
    ['two rules of a unique table', { ...ranked('UNIQUE') }],
    ['any, that say different things', { ...numbers('ANY') }],
  ])('%s fail loudly', async (_, table) => {
    await expect(decided(likeModeler(version, table), { x: 3 })).rejects.toThrow(/./);
  });

  it('another decision and a function it needs', async () => {
    const body = `<businessKnowledgeModel id="f" name="twice"><variable name="twice"/><encapsulatedLogic><formalParameter name="n"/><literalExpression><text>n * 2</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
<decision id="base" name="Base"><variable name="base"/><knowledgeRequirement><requiredKnowledge href="#f"/></knowledgeRequirement><literalExpression><text>twice(a)</text></literalExpression></decision>
<decision id="dish" name="Dish"><informationRequirement><requiredDecision href="#base"/></informationRequirement><literalExpression><text>base + 1</text></literalExpression></decision>`;
    expect(await decided(around(version, body), { a: 4 })).toBe(9);
  });
});
