import { describe, expect, it } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import type { Element } from '../../engine/model.ts';
import * as b from '../support/bpmn.ts';
import { modelOf, play } from '../support/run.ts';

const { bpmn, call, end, flows, process, script, service, start, user, xor } = b;
const feel = (source: string) => ({ feel: source });
const constant = (text: string) => ({ constant: text });
const inside = (...parts: readonly b.Content[]) => b.element('extensionElements', {}, ...parts);

async function imported(part: b.Content): Promise<{ element: Element; notImported: readonly (string | undefined)[] }> {
  const { processes, defects, warnings } = await compile(
    bpmn(process('P', start('s'), part, end('e'), flows('s>x>e'))),
  );
  expect(defects).toEqual([]);
  const notImported = warnings.filter(({ code }) => code === 'NOT_IMPORTED').map(({ path }) => path);
  return { element: processes[0]?.elements['x'] as Element, notImported };
}

describe.each(['camunda', 'operaton', 'flowable', 'activiti'])('of %s', (vendor) => {
  it('assignment, due date and form of a user task are read', async () => {
    const { element, notImported } = await imported(
      user('x', {
        [`${vendor}:assignee`]: '${initiator}',
        [`${vendor}:candidateGroups`]: 'cdi.head',
        [`${vendor}:candidateUsers`]: 'a,b',
        [`${vendor}:dueDate`]: 'P3D',
        [`${vendor}:formKey`]: 'clue',
        [`${vendor}:priority`]: '50',
      }),
    );
    expect(element.task).toMatchObject({
      assignee: feel('initiator'),
      role: constant('cdi.head'),
      candidateUsers: constant('a,b'),
      due: { amount: 3, unit: 'day' },
      form: 'clue',
      priority: constant('50'),
    });
    expect(notImported).toEqual([]);
  });

  it('collections, expressions and results are read', async () => {
    const many = await imported(
      user(
        'x',
        `<multiInstanceLoopCharacteristics ${vendor}:collection="\${units}" ${vendor}:elementVariable="unit"/>`,
      ),
    );
    expect(many.element.loop).toMatchObject({ collection: feel('units'), elementVariable: 'unit' });
    const computed = await imported(
      service('x', { [`${vendor}:expression`]: "${a == 'x'}", [`${vendor}:resultVariable`]: 'r' }),
    );
    expect(computed.element.script).toEqual({ expression: feel('a = "x"'), resultVariable: 'r' });
    const topic = await imported(service('x', { [`${vendor}:type`]: 'external', [`${vendor}:topic`]: 'mail' }));
    expect(topic.element.service).toMatchObject({ activity: 'mail' });
  });

  it('variables of a call flow as they did', async () => {
    const { element } = await imported(
      call(
        'x',
        'Other',
        inside(
          b.element(`${vendor}:in`, { source: 'a', target: 'b' }),
          b.element(`${vendor}:out`, { sourceExpression: '${c + 1}', target: 'd' }),
          b.element(`${vendor}:out`, { variables: 'all' }),
        ),
      ),
    );
    expect(element).toMatchObject({
      call: { allIn: false, allOut: true },
      input: [{ source: feel('a'), target: 'b' }],
      output: [{ source: feel('c + 1'), target: 'd' }],
    });
  });

  it('input and output parameters are mappings; what has no equal is named', async () => {
    const { element, notImported } = await imported(
      user(
        'x',
        { [`${vendor}:asyncBefore`]: true },
        inside(
          b.element(
            `${vendor}:inputOutput`,
            {},
            b.element(`${vendor}:inputParameter`, { name: 'a' }, '${b}'),
            b.element(`${vendor}:inputParameter`, { name: 'c' }, '文字'),
            b.element(`${vendor}:outputParameter`, { name: 'd' }, '${e.f}'),
          ),
          b.element(`${vendor}:taskListener`, { event: 'create', class: 'a.B' }),
          b.element(`${vendor}:formData`, {}),
        ),
      ),
    );
    expect(element.input).toEqual([
      { source: feel('b'), target: 'a' },
      { source: feel('"文字"'), target: 'c' },
    ]);
    expect(element.output).toEqual([{ source: feel('e.f'), target: 'd' }]);
    expect(notImported).toEqual([`${vendor}:asyncBefore`, `${vendor}:taskListener`, `${vendor}:formData`]);
  });
});

describe('of zeebe', () => {
  it('assignment, schedule, form and priority of a user task are read', async () => {
    const { element, notImported } = await imported(
      user(
        'x',
        inside(
          b.element('zeebe:userTask', {}),
          b.element('zeebe:assignmentDefinition', {
            assignee: '=boss',
            candidateGroups: 'cdi.head',
            candidateUsers: '=people',
          }),
          b.element('zeebe:taskSchedule', { dueDate: '=now() + duration("P1D")', followUpDate: '=x' }),
          b.element('zeebe:formDefinition', { formId: 'clue' }),
          b.element('zeebe:priorityDefinition', { priority: '70' }),
          b.element('zeebe:taskHeaders', {}),
        ),
      ),
    );
    expect(element.task).toMatchObject({
      assignee: feel('boss'),
      role: constant('cdi.head'),
      candidateUsers: feel('people'),
      due: { at: feel('now() + duration("P1D")') },
      form: 'clue',
      priority: constant('70'),
    });
    expect(notImported).toEqual(['zeebe:taskSchedule followUpDate', 'zeebe:taskHeaders']);
  });

  it('jobs, scripts, calls, mappings and collections are read', async () => {
    const job = await imported(
      service(
        'x',
        inside(
          b.element('zeebe:taskDefinition', { type: 'mail', retries: '5' }),
          b.element(
            'zeebe:ioMapping',
            {},
            b.element('zeebe:input', { source: '=a', target: 'b' }),
            b.element('zeebe:input', { source: 'static', target: 'c' }),
            b.element('zeebe:output', { source: '=d', target: 'e' }),
          ),
        ),
      ),
    );
    expect(job.element).toMatchObject({
      service: { activity: 'mail', retries: 5 },
      input: [
        { source: feel('a'), target: 'b' },
        { source: feel('"static"'), target: 'c' },
      ],
      output: [{ source: feel('d'), target: 'e' }],
    });
    const computed = await imported(
      b.element(
        'scriptTask',
        { id: 'x' },
        inside(b.element('zeebe:script', { expression: '=a + 1', resultVariable: 'r' })),
      ),
    );
    expect(computed.element.script).toEqual({ expression: feel('a + 1'), resultVariable: 'r' });
    const called = await imported(
      b.element(
        'callActivity',
        { id: 'x' },
        inside(b.element('zeebe:calledElement', { processId: '=key', propagateAllChildVariables: 'false' })),
      ),
    );
    expect(called.element.call).toMatchObject({ key: feel('key'), allIn: true, allOut: false });
    const many = await imported(
      user(
        'x',
        b.element(
          'multiInstanceLoopCharacteristics',
          {},
          inside(
            b.element('zeebe:loopCharacteristics', {
              inputCollection: '=units',
              inputElement: 'unit',
              outputCollection: 'results',
              outputElement: '=outcome',
            }),
          ),
        ),
      ),
    );
    expect(many.element.loop).toMatchObject({
      collection: feel('units'),
      elementVariable: 'unit',
      outputCollection: 'results',
      outputElement: feel('outcome'),
    });
  });

  it('the key of a message is read', async () => {
    const { processes } = await compile(
      bpmn(
        '<message id="m" name="Paid"><extensionElements><zeebe:subscription correlationKey="=orderId"/></extensionElements></message>',
        process('P', start('s'), b.receive('x', { messageRef: 'm' }), flows('s>x')),
      ),
    );
    expect(processes[0]?.elements['x']?.event).toMatchObject({ correlation: { orderId: feel('orderId') } });
  });
});

it('conditions in JUEL become FEEL', async () => {
  const { processes, defects } = await compile(
    bpmn(process('P', start('s'), xor('x'), end('e'), end('f'), flows('s>x>e[${ok == true && n gt 3}]', 'x>f*'))),
  );
  expect(defects).toEqual([]);
  expect(processes[0]?.flows['x_e']?.condition).toEqual(feel('(ok = true) and (n > 3)'));
});

it('performers of the standard are read', async () => {
  const { element } = await imported(
    user(
      'x',
      '<humanPerformer id="hp"><resourceAssignmentExpression id="r1"><formalExpression>zhang</formalExpression></resourceAssignmentExpression></humanPerformer>',
      '<potentialOwner id="po"><resourceAssignmentExpression id="r2"><formalExpression>user(li), group(cdi.head)</formalExpression></resourceAssignmentExpression></potentialOwner>',
    ),
  );
  expect(element.task).toMatchObject({
    assignee: constant('zhang'),
    candidateUsers: constant('li'),
    role: constant('cdi.head'),
  });
});

it('a script in JUEL is translated', async () => {
  const { element } = await imported(script('x', '${a != null ? a : 1}', 'r', { scriptFormat: 'juel' }));
  expect(element.script?.expression).toEqual(feel('if a != null then a else 1'));
});

it.each([
  ['3', '3'],
  ['-1.5', '-1.5'],
  ['true', 'true'],
  ['open', '"open"'],
])('a data object of Flowable begins with %s', async (text, feel) => {
  const value = `<extensionElements><flowable:value>${text}</flowable:value></extensionElements>`;
  const { processes, warnings } = await compile(
    bpmn(process('P', `<dataObject id="days">${value}</dataObject>`, start('s'), end('e'), flows('s>e'))),
  );
  expect(processes[0]?.dataObjects).toEqual({ days: { feel } });
  expect(warnings.filter(({ code }) => code === 'NOT_IMPORTED')).toEqual([]);
});

it.each([
  ['PT30M', '2026-03-02T10:30:00+08:00'],
  ['P1DT2H', '2026-03-03T12:00:00+08:00'],
  ['P2D', '2026-03-05T00:00:00+08:00'],
])('a task of Camunda due in %s is due then', async (dueDate, dueAt) => {
  const one = play(await modelOf(start('s'), user('x', { 'camunda:dueDate': dueDate }), end('e'), flows('s>x>e')));
  expect(one.start().row('x').dueAt).toBe(Date.parse(dueAt));
});
