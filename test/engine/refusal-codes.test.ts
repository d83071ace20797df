import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importDocument } from '../../engine/compile/import.ts';
import { compile } from '../../engine/compile/compile.ts';
import { loadRulebook } from '../../definitions/load.ts';
import { decide } from '../../engine/decisions/decide.ts';
import { compileDecisions } from '../../engine/decisions/compile.ts';
import type { Act } from '../../engine/command.ts';
import type { ProcessModel } from '../../engine/model.ts';
import * as b from '../support/bpmn.ts';
import { decision, dmn, table } from '../support/dmn.ts';
import { modelOf, person, play } from '../support/run.ts';

const { bpmn, end, flows, process, start, user } = b;

const codesOf = (all: readonly { readonly code: string; readonly elementId?: string }[]): readonly string[] =>
  all.map(({ code }) => code);

describe('at publication', () => {
  const plain = [start('s'), user('a'), end('e'), flows('s>a>e')] as const;
  const task = (attributes: Record<string, string>, ...content: b.Content[]) =>
    bpmn(process('P', start('s'), user('a', attributes, ...content), end('e'), flows('s>a>e')));

  it.each([
    ['SEVERAL_GROUPS', task({ 'camunda:candidateGroups': 'cdi.head,cdi.intake' })],
    ['TWO_DEADLINES', task({ 'ld:period': 'P01', 'ld:due': 'P3D' })],
    ['MISSING_SIGNERS', task({ 'ld:sign': 'all' })],
    ['BAD_MAPPING', task({ 'ld:input': 'not a name := 1' }, b.mappings({ input: { 'two words': '1' } }))],
    [
      'FLOW_INTO_BOUNDARY',
      bpmn(process('P', ...plain, b.boundary('b', 'a', b.timer({ duration: 'P1D' })), flows('a>b>e'))),
    ],
    [
      'FLOW_AT_EVENT_SUBPROCESS',
      bpmn(
        process('P', ...plain, b.eventSub('v', start('vs', b.message('M')), end('ve'), flows('vs>ve')), flows('a>v')),
      ),
    ],
    [
      'FLOW_AT_COMPENSATION',
      bpmn(
        process(
          'P',
          ...plain,
          b.boundary('b', 'a', b.compensate()),
          user('u', { isForCompensation: true }),
          b.association('b', 'u'),
          flows('u>e'),
        ),
      ),
    ],
    [
      'SEVERAL_LINKS',
      bpmn(
        process(
          'P',
          start('s'),
          b.throws('t', b.link('L')),
          b.catches('c', b.link('L')),
          b.catches('d', b.link('L')),
          end('e'),
          flows('s>t', 'c>e', 'd>e'),
        ),
      ),
    ],
    ['IDLE_CONDITION', bpmn(process('P', start('s'), b.and('g'), user('a'), user('c'), flows('s>g>a', 'g>c[x > 1]')))],
    [
      'IDLE_CARDINALITY',
      bpmn(
        process(
          'P',
          start('s'),
          user('a', b.multi({ collection: 'units', cardinality: '3' })),
          end('e'),
          flows('s>a>e'),
        ),
      ),
    ],
    [
      'DYNAMIC_DECISION',
      bpmn(process('P', start('s'), '<businessRuleTask id="r" ld:decision="=which"/>', end('e'), flows('s>r>e'))),
    ],
    [
      'DATA_NOT_USED',
      bpmn(
        process(
          'P',
          start('s'),
          '<dataObject id="d-1" name="来 函"/>',
          user(
            'a',
            '<ioSpecification><dataInput id="in-1" name="收 文"/><inputSet/><outputSet/></ioSpecification><dataInputAssociation><sourceRef>d-1</sourceRef><targetRef>in-1</targetRef></dataInputAssociation>',
          ),
          end('e'),
          flows('s>a>e'),
        ),
      ),
    ],
  ])('%s', async (code, xml) => {
    const { defects, warnings } = await compile(xml);
    expect(codesOf([...defects, ...warnings])).toContain(code);
  });

  it('COMMENTS, of what is imported', async () => {
    const { warnings } = await importDocument(bpmn(process('P', ...plain, '<!-- 说明 -->')), {});
    expect(codesOf(warnings)).toContain('COMMENTS');
  });

  const row = { inputs: ['x'], rules: [['-', '1']] };
  it.each([
    ['NO_OUTPUT', decision('D', table({ ...row, outputs: [], rules: [['-']] }))],
    [
      'AGGREGATION',
      decision(
        'D',
        table({ ...row, hitPolicy: 'COLLECT', aggregation: 'SUM', outputs: ['p', 'q'], rules: [['-', '1', '2']] }),
      ),
    ],
    ['NO_LOGIC', decision('D', '')],
  ])('%s, of a decision', async (code, source) => {
    const { defects, warnings } = await compileDecisions(dmn('1.3', source));
    expect(codesOf([...defects, ...warnings])).toContain(code);
  });
});

describe('at a running case', () => {
  const stepped = (attributes: Record<string, string> = {}) =>
    modelOf(start('s'), user('a', attributes), end('e'), flows('s>a>e'));

  it.each<[string, (taskId: string) => Act]>([
    ['NOTHING_TO_DO', () => ({ kind: 'several', acts: [] })],
    ['CASE_STARTED', () => ({ kind: 'start', variables: {} })],
    ['NOT_RECUSED', () => ({ kind: 'readmit', user: 'u1' })],
    ['NOT_IN_STEP', (taskId) => ({ kind: 'replacePerson', taskId, from: 'u9', to: 'u1' })],
    ['TASK_NOT_SUSPENDED', (taskId) => ({ kind: 'resumeTask', taskId })],
  ])('%s', async (code, act) => {
    const one = play(await stepped()).start();
    expect(() => one.send(act(one.task('a').id))).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('CASE_NOT_STARTED', async () => {
    const one = play(await stepped());
    expect(() => one.send({ kind: 'suspendCase' })).toThrow(
      expect.objectContaining({ code: 'CASE_NOT_STARTED' }) as Error,
    );
  });

  it('ALREADY_RECUSED', async () => {
    const one = play(await stepped()).start();
    one.send({ kind: 'recuse', user: 'u1' });
    expect(() => one.send({ kind: 'recuse', user: 'u1' })).toThrow(
      expect.objectContaining({ code: 'ALREADY_RECUSED' }) as Error,
    );
  });

  it('UNKNOWN_SIGNER and LAST_SIGNER', async () => {
    const one = play(await stepped({ 'ld:sign': 'all', 'ld:signers': '["u1", "u2"]' })).start();
    const remove = (who: string) => () =>
      one.send({ kind: 'removeSigner', taskId: Object.keys(one.state.tasks).at(-1) ?? '', user: who });
    expect(remove('u9')).toThrow(expect.objectContaining({ code: 'UNKNOWN_SIGNER' }) as Error);
    remove('u1')();
    expect(remove('u2')).toThrow(expect.objectContaining({ code: 'LAST_SIGNER' }) as Error);
  });

  it('EXTENSION_PENDING: one request at a time', async () => {
    const one = play(await stepped({ 'ld:role': 'r', 'ld:due': 'P10D' })).start();
    const clerk = person('u1', 'r');
    const extend = () => one.send({ kind: 'extendTask', taskId: one.task('a').id, by: 'P1D' }, { as: clerk });
    extend();
    expect(extend).toThrow(expect.objectContaining({ code: 'EXTENSION_PENDING' }) as Error);
  });

  it('NOTHING_TO_MOVE: no step of the case is of that version', async () => {
    const one = play(await stepped()).start();
    const model = await stepped();
    expect(() => one.send({ kind: 'migrate', from: 'P@7', to: 'P@2', model, mapping: {} } as unknown as Act)).toThrow(
      expect.objectContaining({ code: 'NOTHING_TO_MOVE' }) as Error,
    );
  });

  it.each([
    ['NO_CALLED_PROCESS', b.call('x', '=missing')],
    ['NO_NAME', b.catches('x', b.message('=missing'))],
    ['BAD_DATE', user('x', { 'camunda:dueDate': '${when}' })],
  ])('%s is an incident', async (code, part) => {
    const one = play(await modelOf(start('s'), part, end('e'), flows('s>x>e'))).start({ when: '明天' });
    expect(codesOf(one.incidents())).toEqual([code]);
  });

  it('EXTENSION_LIMIT: as often as the period allows', async () => {
    const rulebook = loadRulebook();
    const [key] = Object.entries(rulebook.periods).find(([, { extension }]) => extension?.times === 1) ?? [];
    const one = play(await stepped({ 'ld:period': key ?? '' }), { rulebook }).start();
    const extend = () => one.send({ kind: 'extendTask', taskId: one.task('a').id, by: 'P1D' });
    extend();
    expect(extend).toThrow(expect.objectContaining({ code: 'EXTENSION_LIMIT' }) as Error);
  });

  it('NOT_SUPPORTED: an answer that is kept while the case stands still is no part of several acts', async () => {
    const one = play(await stepped())
      .start()
      .send({ kind: 'suspendCase' });
    const acts: readonly Act[] = [{ kind: 'serviceDone', instanceId: 'i1', result: {} }];
    expect(() => one.send({ kind: 'several', acts })).toThrow(
      expect.objectContaining({ code: 'NOT_SUPPORTED' }) as Error,
    );
  });

  it('MIGRATION_UNMAPPED and MIGRATION_FAILED', async () => {
    const one = play(await stepped()).start({ n: '文字' });
    const to = (model: ProcessModel) => () => one.send({ kind: 'migrate', to: 'P@2', model, mapping: {} });
    const other = await modelOf(start('s'), user('z'), end('e'), flows('s>z>e'));
    expect(to(other)).toThrow(expect.objectContaining({ code: 'MIGRATION_UNMAPPED' }) as Error);
    const failing = await modelOf(
      start('s'),
      user('a'),
      b.boundary('t', 'a', b.timer({ duration: '=n' })),
      end('e'),
      flows('s>a>e', 't>e'),
    );
    expect(to(failing)).toThrow(expect.objectContaining({ code: 'MIGRATION_FAILED' }) as Error);
  });

  it('CHILD_REFUSED is an incident at the call', async () => {
    const one = play(await modelOf(start('s'), b.call('c', 'Other', { 'ld:case': 'child' }), end('e'), flows('s>c>e')));
    one.start();
    const [{ instanceId, childId } = { instanceId: '', childId: '' }] = one.effectsOf('openChild');
    one.send({ kind: 'childRefused', instanceId, childId, message: '不能立案' }, { as: null });
    expect(codesOf(one.incidents())).toEqual(['CHILD_REFUSED']);
  });

  it('DECISION_AGGREGATION: texts have no sum', async () => {
    const source = table({
      inputs: ['x'],
      outputs: ['p'],
      rules: [['-', '"a"']],
      hitPolicy: 'COLLECT',
      aggregation: 'SUM',
    });
    const { decisions } = await compileDecisions(dmn('1.3', decision('D', source)));
    const [made] = decisions;
    if (!made) throw new Error('no decision');
    expect(() => decide(made, { x: 1 }, 0)).toThrow(expect.objectContaining({ code: 'DECISION_AGGREGATION' }) as Error);
  });

  it('NO_CALENDAR is one too', async () => {
    const rulebook = { version: 1, periods: {}, ladders: {}, calendars: {} };
    const one = play(await stepped({ 'ld:due': 'P3D', 'ld:counting': 'working' }), { rulebook }).start();
    expect(codesOf(one.incidents())).toEqual(['NO_CALENDAR']);
  });

  /** What publication never lets through, so that the engine meets it in a damaged model only. */
  it.each([
    ['NO_LINK', b.throws('x', b.link('L')), 'x', { event: { kind: 'link', name: 'other' } }],
    ['NO_MESSAGE', b.receive('x', ...b.forMessage('M')), 'x', { event: undefined }],
    ['NO_SERVICE', b.service('x', { 'ld:activity': 'http' }), 'x', { service: undefined }],
  ])('%s of a damaged model', async (code, part, id, damage) => {
    const more = code === 'NO_LINK' ? [b.catches('c', b.link('L')), flows('s>x', 'c>e')] : [flows('s>x>e')];
    const model = await modelOf(start('s'), part, end('e'), ...more);
    const elements = { ...model.elements, [id]: { ...model.elements[id], ...damage } };
    const one = play(JSON.parse(JSON.stringify({ ...model, elements })) as ProcessModel).start();
    expect(codesOf(one.incidents())).toEqual([code]);
  });
});

it('every code with which the engine refuses anything is named by a test', () => {
  const read = (pattern: string): readonly string[] => globSync(pattern).map((file) => readFileSync(file, 'utf8'));
  const tests = [...read('test/**/*.ts'), ...read('definitions/{scenarios,patterns}/**/*.yaml')].join('\n');
  const told = /(?:\.(?:defect|warning|refuse)|CaseError|new Stuck|refuse)\(\s*'([A-Z][A-Z_]+)'/g;
  const codes = new Set(
    read('engine/**/*.ts').flatMap((source) => [...source.matchAll(told)].map(([, code = '']) => code)),
  );
  expect(codes.size).toBeGreaterThan(150);
  const unseen = [...codes].filter((code) => !new RegExp(`\\b${code}\\b`).test(tests));
  expect(unseen.toSorted()).toEqual([]);
});
