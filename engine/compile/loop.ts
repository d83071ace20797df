import type { Element, Expression } from '../model.ts';
import type { Compilation } from './compilation.ts';
import { bodyOf, childOf, childrenOf, flagOf, idOf, numberOf, textOf, typeOf, type Moddle } from './moddle.ts';
import { ends, variableOf } from './data.ts';
import { vendorAttribute, zeebeProperty } from './vendor.ts';

/** Multi-instance or standard loop of an activity. */
export function loopOf(node: Moddle, compilation: Compilation): Element['loop'] | undefined {
  const loop = childOf(node, 'loopCharacteristics');
  if (!loop) return undefined;
  return typeOf(loop) === 'StandardLoopCharacteristics'
    ? standardOf(node, loop, compilation)
    : multiOf(node, loop, compilation);
}

function standardOf(node: Moddle, loop: Moddle, { report, expressions }: Compilation): Element['loop'] {
  const source = bodyOf(childOf(loop, 'loopCondition'));
  const condition = expressions.expression(source, { elementId: idOf(node), path: 'loopCondition' });
  const maximum = numberOf(loop, 'loopMaximum');
  if (!condition && maximum === undefined) {
    report.defect('ENDLESS_LOOP', '循环既没有条件也没有次数上限', idOf(node), 'loopCondition');
  }
  return {
    kind: 'standard',
    testBefore: flagOf(loop, 'testBefore'),
    ...(condition ? { condition } : {}),
    ...(maximum === undefined ? {} : { maximum }),
  };
}

function multiOf(node: Moddle, loop: Moddle, compilation: Compilation): Element['loop'] {
  const { report, expressions, declared } = compilation;
  const elementId = idOf(node);
  const read = (path: string, source: string | undefined) => expressions.expression(source, { elementId, path });
  const cardinality = read('loopCardinality', bodyOf(childOf(loop, 'loopCardinality')));
  const collection = collectionOf(node, loop, compilation);
  if (!cardinality && !collection) {
    report.defect('NO_COLLECTION', '多实例要有集合（loopDataInputRef）或次数（loopCardinality）', elementId);
  }
  if (cardinality && collection) {
    report.warning(
      'IDLE_CARDINALITY',
      '集合和次数都给出了：按集合的条目开实例，次数不起作用',
      elementId,
      'loopCardinality',
    );
  }
  const elementVariable =
    itemName(loop, 'inputDataItem') ??
    vendorAttribute(loop, 'elementVariable') ??
    zeebeProperty(loop, 'loopCharacteristics', 'inputElement');
  const outputCollection =
    dataName(node, loop, 'loopDataOutputRef', compilation) ??
    zeebeProperty(loop, 'loopCharacteristics', 'outputCollection');
  const outputElement = read(
    'outputDataItem',
    itemName(loop, 'outputDataItem') ?? zeebeProperty(loop, 'loopCharacteristics', 'outputElement'),
  );
  const completionCondition = read(
    'completionCondition',
    bodyOf(childOf(loop, 'completionCondition')) ?? zeebeProperty(loop, 'loopCharacteristics', 'completionCondition'),
  );
  for (const name of [elementVariable, outputCollection]) if (name) declared.add(name);
  return {
    kind: 'multi',
    sequential: flagOf(loop, 'isSequential'),
    ...(cardinality ? { cardinality } : {}),
    ...(collection ? { collection } : {}),
    ...(elementVariable ? { elementVariable } : {}),
    ...(outputCollection ? { outputCollection } : {}),
    ...(outputElement ? { outputElement } : {}),
    ...(completionCondition ? { completionCondition } : {}),
  };
}

function collectionOf(node: Moddle, loop: Moddle, compilation: Compilation): Expression | undefined {
  const place = { elementId: idOf(node), path: 'loopDataInputRef' };
  const source =
    dataName(node, loop, 'loopDataInputRef', compilation) ??
    vendorAttribute(loop, 'collection') ??
    zeebeProperty(loop, 'loopCharacteristics', 'inputCollection');
  return compilation.expressions.expression(source, place);
}

const itemName = (loop: Moddle, property: string): string | undefined => {
  const item = childOf(loop, property);
  return textOf(item, 'name') ?? textOf(item, 'id');
};

/**
 * The variable that a data reference of the loop stands for: the name or id of a data object, also when the reference goes
 * through a data input of the activity; a reference that names no element is the variable's name itself, as in Operaton.
 */
function dataName(node: Moddle, loop: Moddle, property: string, compilation: Compilation): string | undefined {
  const loose = compilation.loose.get(loop)?.[property];
  if (loose !== undefined) return loose;
  const target = childOf(loop, property);
  if (!target) return undefined;
  const [list, near, far] =
    property === 'loopDataInputRef'
      ? (['dataInputAssociations', 'targetRef', 'sourceRef'] as const)
      : (['dataOutputAssociations', 'sourceRef', 'targetRef'] as const);
  const association = childrenOf(node, list).find((one) => ends(one, near).includes(target));
  const [data = target] = association ? ends(association, far) : [];
  return variableOf(data);
}
