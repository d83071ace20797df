import { describe, expect, it } from 'vitest';
import { coloured } from '../../scenarios/coloured.ts';
import { differenceOf } from '../../scenarios/difference.ts';
import { filled } from '../../scenarios/placeholders.ts';
import { readScenarios } from '../../scenarios/read-scenarios.ts';
import { relative } from '../../scenarios/relative.ts';
import { targetOf } from '../../scenarios/target.ts';
import { writeScenario } from '../../scenarios/write-scenario.ts';

const now = '2026-03-02T09:00:00+08:00';

describe('a scenario file', () => {
  it('is a list of scenarios, or what they share and the list', () => {
    const [plain] = readScenarios('orders.yaml', '- title: 一\n  steps:\n    - { open: [A] }\n');
    expect(plain).toMatchObject({ definition: 'orders', variables: {}, answers: [], steps: [{ open: ['A'] }] });
    const shared = `definition: Orders
answers: { A: { outcome: yes } }
services: { S: { result: { x: 1 } } }
scenarios:
  - title: 一
    answers: { A: { outcome: no } }
    steps: [{ do: A }]
`;
    const [one] = readScenarios('anything.yaml', shared, [{ A: { outcome: 'usual' } }]);
    expect(one).toMatchObject({
      definition: 'Orders',
      answers: [{ A: { outcome: 'no' } }, { A: { outcome: 'yes' } }, { A: { outcome: 'usual' } }],
      services: { S: { result: { x: 1 } } },
    });
  });

  it('tells the line of every step, through merge keys and aliases', () => {
    const text = `- title: 一
  variables: &v { a: 1 }
  steps:
    - do: A
      outcome: 同意

    - { open: [B] }
- title: 二
  variables: { <<: *v, b: 2 }
  steps: [{ ended: {} }]
`;
    const [one, two] = readScenarios('x.yaml', text);
    expect(one?.source).toEqual({ file: 'x.yaml', line: 1, lines: [4, 7] });
    expect(two).toMatchObject({ variables: { a: 1, b: 2 }, source: { line: 8, lines: [10] } });
  });

  it.each([
    ['broken YAML', '- title: "一', ['x.yaml:1 ']],
    ['an unknown step', '- title: 一\n  steps:\n    - { fly: A }', ['x.yaml:3 0.steps.0 步骤应是其中之一']],
    ['a step with a word too many', '- title: 一\n  steps:\n    - { do: A, outcom: 同意 }', ['x.yaml:3 0.steps.0']],
    ['a wrong type', '- title: 一\n  steps:\n    - open: A', ['x.yaml:3 0.steps.0.open']],
    ['a missing title', '- steps: []', ['x.yaml:1 0.title']],
    ['no scenario at all', 'just text', ['x.yaml:1 （文件）']],
    ['two at once', '- title: 一\n  steps:\n    - { do: 1 }\n    - { wait: 2 }', ['x.yaml:3 ', 'x.yaml:4 ']],
  ])('with %s is refused with its line', (_, text, lines) => {
    let told = '';
    try {
      readScenarios('x.yaml', text);
    } catch (error) {
      told = (error as Error).message;
    }
    for (const line of lines) expect(told).toContain(line);
  });

  it('that was written can be read again', () => {
    const steps = [
      { do: 'A', variables: { text: '多行\n文字', list: [{ a: 1 }], empty: {}, yes: 'yes', number: '12' } },
      { open: ['B', 'B'] },
      { wait: 'P28D', fires: { B: ['reminder', 'rung 1'] } },
      { ended: { ok: true } },
    ];
    const text = writeScenario({ title: '一: “二”', definition: 'Orders', now, variables: { 键: '@@x' }, steps });
    const [read] = readScenarios('x.yaml', text);
    expect(read).toMatchObject({ title: '一: “二”', definition: 'Orders', now, variables: { 键: '@@x' }, steps });
    expect(text.split('\n').filter((line) => line.startsWith('    - {')).length).toBe(steps.length);
  });
});

describe('days in a scenario', () => {
  it.each([
    ['2026-03-02', '@today'],
    ['2026-03-12', '@today+10'],
    ['2026-02-28', '@today-2'],
    ['2030-01-01', '2030-01-01'],
    ['@本人', '@@本人'],
    ['2026-03-02T09:00:00+08:00', '2026-03-02T09:00:00+08:00'],
  ])('“%s” is written %s, and read again as the same', (value, written) => {
    expect(relative({ deep: [value] }, Date.parse(now))).toEqual({ deep: [written] });
    expect(filled(written, { now, variables: {} })).toBe(value);
  });

  it.each([
    ['2026-03-03', null, '2026-03-03T09:00:00+08:00'],
    ['2026-03-02', null, null],
    ['2026-03-02T09:00:01+08:00', null, '2026-03-02T09:00:01+08:00'],
    ['next-alarm', '2026-04-01T00:00:00+08:00', '2026-04-01T00:00:00+08:00'],
    ['next-alarm', '2020-04-01T00:00:00+08:00', now],
    ['next-alarm', null, null],
    ['soon', null, null],
  ])('the clock goes to %s (next alarm %s): %s', (to, alarm, expected) => {
    const target = targetOf(to, Date.parse(now), alarm === null ? null : Date.parse(alarm));
    expect(target).toBe(expected === null ? null : Date.parse(expected));
  });
});

describe('engine and server', () => {
  it.each([
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, null],
    [{ a: [1, { b: 2 }] }, { a: [1, { b: 3 }] }, 'a[1].b 服务器 2，引擎 3'],
    [{ a: 1 }, {}, 'a 服务器 1，引擎 undefined'],
    [[], [1], '[0] 服务器 undefined，引擎 1'],
    [{ at: '2026-03-02T09:00:00+08:00' }, { at: '2026-03-02T01:00:42Z' }, null],
    [{ at: '2026-03-02T09:00:00+08:00' }, { at: '2026-03-02T09:05:00+08:00' }, expect.stringContaining('at 服务器')],
    [{ on: '2026-03-02' }, { on: '2026-03-03' }, expect.stringContaining('on 服务器')],
    [null, {}, '结果 服务器 null，引擎 {}'],
  ])('%j and %j', (server, engine, expected) => {
    expect(differenceOf(server, engine)).toEqual(expected);
  });
});

it('what was walked is drawn green and what was not red, over any colours of before', () => {
  const xml = `<bpmn:definitions xmlns:bpmn="b"><di:BPMNShape id="s" bpmnElement="A" bioc:fill="#000"><x/></di:BPMNShape><di:BPMNEdge bpmnElement="f"/><di:BPMNShape bpmnElement="lane"/></bpmn:definitions>`;
  const drawn = coloured(xml, { key: 'P', elements: ['A'], flows: [], missedElements: [], missedFlows: ['f'] });
  expect(drawn).toContain('<di:BPMNShape bioc:stroke="#2e7d32" bioc:fill="#e8f5e9" id="s" bpmnElement="A">');
  expect(drawn).toContain('<di:BPMNEdge bioc:stroke="#c62828" bioc:fill="#ffebee" bpmnElement="f"/>');
  expect(drawn).toContain('<di:BPMNShape bpmnElement="lane"/>');
  expect(drawn).toContain('xmlns:bioc=');
});
