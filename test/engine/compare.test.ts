import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareModels } from '../../engine/compare/compare-models.ts';
import { compile } from '../../engine/compile/compile.ts';
import { compileDecisions } from '../../engine/decisions/compile.ts';
import { changesBetween } from '../../engine/compare/difference.ts';
import type { Json } from '../../engine/command.ts';
import { boundary, end, flows, multi, start, sub, timer, user, xor, type Content } from '../support/bpmn.ts';
import { modelOf } from '../support/run.ts';

const difference = async (from: readonly Content[], to: readonly Content[]) =>
  compareModels(await modelOf(...from), await modelOf(...to));
const ids = (elements: readonly { elementId: string }[]) => elements.map(({ elementId }) => elementId);
const plain = [start('s'), user('a', { name: '受理' }), end('e'), flows('s>a>e')] as const;

describe('two versions', () => {
  it('that do the same differ in nothing, however they are drawn', async () => {
    expect(await difference(plain, plain)).toMatchObject({ same: true });
  });

  it('differ by an element more with its flows', async () => {
    const {
      same,
      elements,
      flows: drawn,
    } = await difference(plain, [start('s'), user('a', { name: '受理' }), user('b'), end('e'), flows('s>a>b>e')]);
    expect(same).toBe(false);
    expect([ids(elements.added), ids(elements.removed), ids(elements.changed)]).toEqual([['b'], [], []]);
    expect(drawn.added.map(({ from, to }) => `${from}>${to}`)).toEqual(['a>b', 'b>e']);
    expect(drawn.removed.map(({ flowId }) => flowId)).toEqual(['a_e']);
  });

  it.each([
    ['a name', { name: '收件' }, ['name', '受理', '收件']],
    ['a role', { name: '受理', 'ld:role': 'cdi.intake' }, ['task.role', null, 'cdi.intake']],
    ['an assignee by expression', { name: '受理', 'ld:assignee': '= who' }, ['task.assignee', null, '= who']],
    ['a period', { name: '受理', 'ld:period': 'P01' }, ['task.period', null, 'P01']],
  ])('differ in %s of a step', async (_, attributes, [path, from, to]) => {
    const { elements } = await difference(plain, [start('s'), user('a', attributes), end('e'), flows('s>a>e')]);
    expect(elements.changed).toMatchObject([{ elementId: 'a', changes: [{ path, from, to }] }]);
  });

  it('differ in a timer, a condition, a repetition and a place, each said where it is', async () => {
    const version = (when: string, over: number, collection: string, inside: boolean) => [
      start('s'),
      xor('g'),
      user('a', multi({ collection, element: 'one' })),
      boundary('t', 'a', timer({ duration: when })),
      sub('p', start('ps'), ...(inside ? [user('b')] : []), end('pe'), flows(inside ? 'ps>b>pe' : 'ps>pe')),
      ...(inside ? [] : [user('b')]),
      end('e'),
      flows(`s>g>a[amount > ${over}]`, inside ? 'a>p>e' : 'a>b>p>e', 'g>e*', 't>e'),
    ];
    const { elements, flows: drawn } = await difference(
      version('P5D', 10, 'us', false),
      version('P9D', 20, 'vs', true),
    );
    const changes = Object.fromEntries(elements.changed.map((one) => [one.elementId, one.changes]));
    expect(changes['t']).toEqual([{ path: 'event.duration', from: 'P5D', to: 'P9D' }]);
    expect(changes['b']).toEqual([{ path: 'scope', from: 'P', to: 'p' }]);
    expect(changes['a']).toEqual([{ path: 'loop.collection', from: '= us', to: '= vs' }]);
    expect(drawn.changed).toMatchObject([
      { flowId: 'g_a', changes: [{ path: 'condition', from: '= amount > 10', to: '= amount > 20' }] },
    ]);
  });

  it('take an element of another id for the same where a migration would', async () => {
    const renamed = [start('s'), user('x', { name: '受理' }), end('e'), flows('s>x>e')];
    const { elements } = await difference(plain, renamed);
    expect(elements).toEqual({
      added: [],
      removed: [],
      changed: [{ elementId: 'x', was: 'a', kind: 'userTask', name: '受理', changes: [] }],
    });
  });

  it('of one id but another kind are one changed element', async () => {
    const { elements } = await difference(plain, [start('s'), xor('a', { name: '受理' }), end('e'), flows('s>a>e')]);
    const [changed] = elements.changed;
    expect(changed?.changes).toContainEqual({ path: 'kind', from: 'userTask', to: 'exclusiveGateway' });
  });
});

describe('the shipped procedures', () => {
  const folder = new URL('../../definitions/processes/', import.meta.url);
  it.each(readdirSync(folder).filter((name) => name.endsWith('.bpmn')))(
    '%s differs in nothing from itself',
    async (name) => {
      const document = readFileSync(new URL(name, folder));
      const [one, other] = await Promise.all([compile(document), compile(document)]);
      for (const [index, model] of one.processes.entries())
        expect(compareModels(model, other.processes[index] ?? model).same).toBe(true);
    },
  );
});

describe('two versions of a decision', () => {
  it('differ by rule and cell', async () => {
    const table = (
      limit: number,
    ) => `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="x">
      <decision id="grade" name="grade"><decisionTable id="t">
        <input id="i"><inputExpression id="ie"><text>amount</text></inputExpression></input><output id="o" name="level"/>
        <rule id="r1"><inputEntry id="c1"><text>&gt; ${limit}</text></inputEntry><outputEntry id="v1"><text>"high"</text></outputEntry></rule>
        <rule id="r2"><inputEntry id="c2"><text>-</text></inputEntry><outputEntry id="v2"><text>"low"</text></outputEntry></rule>
      </decisionTable></decision></definitions>`;
    const model = async (limit: number) => {
      const { decisions, defects } = await compileDecisions(table(limit));
      expect(defects).toEqual([]);
      return decisions[0] as unknown as Json;
    };
    expect(changesBetween(await model(10), await model(20))).toEqual([
      { path: 'steps.grade.logic.rules.r1.tests', from: ['> 10'], to: ['> 20'] },
    ]);
  });
});
