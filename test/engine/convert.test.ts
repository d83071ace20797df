import { BpmnModdle } from 'bpmn-moddle';
import { describe, expect, it } from 'vitest';
import { compile, type Compiled } from '../../engine/compile/compile.ts';
import { convert } from '../../engine/compile/convert.ts';
import { importDocument } from '../../engine/compile/import.ts';
import { childrenOf, idOf, type Moddle } from '../../engine/compile/moddle.ts';
import { bpmn, end, flows, process, start } from '../support/bpmn.ts';
import { likeCamunda, likeZeebe } from '../support/foreign.ts';

const documents: readonly [string, string][] = [
  ['Camunda 7', likeCamunda('camunda', 'http://camunda.org/schema/1.0/bpmn')],
  ['Camunda 7 under another prefix', likeCamunda('cam', 'http://camunda.org/schema/1.0/bpmn')],
  ['Operaton', likeCamunda('operaton', 'http://operaton.org/schema/1.0/bpmn')],
  ['Flowable', likeCamunda('flowable', 'http://flowable.org/bpmn')],
  ['Activiti', likeCamunda('activiti', 'http://activiti.org/bpmn')],
  ['Camunda 8', likeZeebe()],
  ['Camunda 8 under another prefix', likeZeebe('z')],
];

async function compiled(xml: string): Promise<Compiled> {
  const result = await compile(xml);
  expect(result.defects).toEqual([]);
  return result;
}

const paths = (all: readonly { readonly path?: string }[]): readonly (string | undefined)[] =>
  all.map(({ path }) => path);

describe.each(documents)('a model of %s', (engine, xml) => {
  it('converted compiles to the same procedure, without the foreign names too', async () => {
    const { processes } = await compiled(xml);
    const converted = await convert(xml, processes);
    expect((await compiled(converted)).processes).toEqual(processes);
    const stripped = converted.replace(
      /xmlns:(camunda|cam|operaton|flowable|activiti|zeebe|z)="[^"]*"/,
      'xmlns:$1="urn:nobody"',
    );
    expect((await compiled(stripped)).processes).toEqual(processes);
    expect(converted).not.toMatch(/conditionExpression[^>]*>\$\{/);
  });

  it('keeps ids, coordinates and foreign extensions when it is converted', async () => {
    const { processes } = await compiled(xml);
    expect(await contentsOf(await convert(xml, processes))).toEqual(
      expect.arrayContaining([...(await contentsOf(xml))]),
    );
  });

  it('is told whole: what was taken with its equal, and what has none', async () => {
    const { imported, warnings } = await compiled(xml);
    const told = [...paths(imported), ...paths(warnings.filter(({ code }) => code === 'NOT_IMPORTED'))];
    const names = engine.startsWith('Camunda 8') ? zeebeNames : camundaNames;
    expect(told.map((name) => String(name).replace(/^\w+:/, '')).toSorted()).toEqual(names.toSorted());
    expect(imported.every(({ message }) => message.includes('相当于'))).toBe(true);
  });
});

it('a call and a script of Camunda 8 get their place in BPMN', async () => {
  const xml = bpmn(
    process(
      'P',
      start('s'),
      '<callActivity id="c"><extensionElements><zeebe:calledElement processId="Q"/></extensionElements></callActivity>',
      '<scriptTask id="x"><extensionElements><zeebe:script expression="=1 + 1" resultVariable="r"/></extensionElements></scriptTask>',
      end('e'),
      flows('s>c>x>e'),
    ),
  );
  const { processes } = await compiled(xml);
  const stripped = (await convert(xml, processes)).replace(/<zeebe:[^>]*>/g, '');
  expect((await compiled(stripped)).processes).toEqual(processes);
});

const camundaNames = [
  'versionTag',
  'assignee',
  'candidateGroups',
  'dueDate',
  'formKey',
  'priority',
  'inputOutput',
  'taskListener',
  'type',
  'topic',
  'asyncBefore',
  'decisionRef',
  'mapDecisionResult',
  'resultVariable',
];
const zeebeNames = [
  'versionTag',
  'userTask',
  'assignmentDefinition',
  'taskSchedule',
  'taskSchedule followUpDate',
  'formDefinition',
  'ioMapping',
  'taskDefinition',
  'taskHeaders',
  'calledDecision',
];

/** Every element with its id, every coordinate, every foreign attribute and extension, as lines. */
async function contentsOf(xml: string): Promise<readonly string[]> {
  const { rootElement } = (await new BpmnModdle().fromXML(xml)) as { readonly rootElement: Moddle };
  const lines: string[] = [];
  const visit = (element: Moddle): void => {
    lines.push(`${element.$type} ${idOf(element)}`);
    for (const [name, value] of Object.entries(element.$attrs ?? {})) lines.push(`${idOf(element)} ${name}=${value}`);
    for (const name of ['x', 'y', 'width', 'height']) {
      if (typeof element[name] === 'number') lines.push(`${idOf(element.$parent as Moddle)} ${name}=${element[name]}`);
    }
    if (element.$type === 'bpmn:ExtensionElements') {
      for (const one of childrenOf(element, 'values')) lines.push(JSON.stringify(one));
      return;
    }
    for (const one of Object.values(element).flat()) {
      if (typeof one === 'object' && one !== null && (one as Moddle).$parent === element) visit(one as Moddle);
    }
  };
  visit(rootElement);
  return lines;
}

it('what has no equal stays refused when it is converted, and is not made empty', async () => {
  const listener =
    '<camunda:inputOutput><camunda:inputParameter name="x">${dateTime().millis}</camunda:inputParameter></camunda:inputOutput>';
  const xml = bpmn(
    process(
      'P',
      start('s'),
      `<userTask id="a" camunda:dueDate="\${officeCalendar.daysFrom(3)}"><extensionElements>${listener}</extensionElements></userTask>`,
      end('e'),
      flows('s>a>e'),
    ),
  );
  const first = await importDocument(xml, {});
  const again = await importDocument(first.document ?? '', {});
  expect(first.defects.map(({ code }) => code)).toEqual(['UNTRANSLATABLE', 'UNTRANSLATABLE']);
  expect(again.defects).toEqual(first.defects);
  expect(first.document).not.toContain('ld:due');
});
