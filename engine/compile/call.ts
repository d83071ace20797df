import type { Element, Mapping } from '../model.ts';
import { choiceOf, ld, wrongValue } from './attributes.ts';
import type { Compilation } from './compilation.ts';
import { hasOwnMappings, mappingsOf } from './mapping.ts';
import { extensionsOf, idOf, textOf, type Moddle } from './moddle.ts';
import { camundaPassed, passesAll, passing } from './passed.ts';
import { vendorAttribute, zeebeProperty } from './vendor.ts';

type Parts = Pick<Element, 'call' | 'input' | 'output'>;

/** A call activity: which procedure, as part of this case or as a child case, and what flows in and out. */
export function callOf(node: Moddle, compilation: Compilation): Parts | null {
  const { report, expressions, options } = compilation;
  const elementId = idOf(node);
  const called = textOf(node, 'calledElement') ?? zeebeProperty(node, 'calledElement', 'processId');
  const key = expressions.value(called, { elementId, path: 'calledElement' });
  if (!key) {
    report.defect('MISSING_REFERENCE', '调用活动没有 calledElement：要调用哪个程序', elementId, 'calledElement');
    return null;
  }
  if ('constant' in key && options.knownDefinitions && !options.knownDefinitions.has(key.constant)) {
    report.warning('UNKNOWN_DEFINITION', `尚未发布名为 “${key.constant}” 的程序`, elementId, 'calledElement');
  }
  const title = expressions.value(ld(node, 'title'), { elementId, path: 'ld:title' });
  const version = versionOf(node, compilation);
  const { input, output, allIn, allOut } = passedOf(node, compilation);
  return {
    call: {
      key,
      as: choiceOf(node, 'case', ['inline', 'child'], report) ?? 'inline',
      allIn,
      allOut,
      ...(version === undefined ? {} : { version }),
      ...(title ? { title } : {}),
    },
    ...(input.length > 0 ? { input } : {}),
    ...(output.length > 0 ? { output } : {}),
  };
}

function versionOf(node: Moddle, { report }: Compilation): number | undefined {
  const own = ld(node, 'version');
  const binding = vendorAttribute(node, 'calledElementBinding');
  const text = own ?? (binding === 'version' ? vendorAttribute(node, 'calledElementVersion') : undefined);
  if (binding && !['latest', 'version'].includes(binding)) {
    report.warning('NOT_IMPORTED', `calledElementBinding="${binding}" 未采用：调用时取最新生效版本`, idOf(node));
  }
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  if (own !== undefined) wrongValue(node, 'version', '应是正整数', report);
  else report.warning('NOT_IMPORTED', `calledElementVersion="${text}" 未采用：取最新生效版本`, idOf(node));
  return undefined;
}

function passedOf(node: Moddle, compilation: Compilation) {
  const input = passedBy(node, 'input', compilation);
  const output = passedBy(node, 'output', compilation);
  const zeebe = extensionsOf(node).find((one) => one.$type === 'zeebe:calledElement');
  const all = (way: 'in' | 'out', given: readonly Mapping[]): boolean => {
    const elements = passing(node, way);
    if (elements.length > 0) return passesAll(node, way);
    const asked = textOf(zeebe, way === 'in' ? 'propagateAllParentVariables' : 'propagateAllChildVariables');
    return asked === undefined ? given.length === 0 : asked === 'true';
  };
  return { input, output, allIn: all('in', input), allOut: all('out', output) };
}

/** Where we have mappings of our own, those hold. */
function passedBy(node: Moddle, way: 'input' | 'output', compilation: Compilation): readonly Mapping[] {
  const mapped = mappingsOf(node, way, compilation);
  if (hasOwnMappings(node, way)) return mapped;
  return [...mapped, ...camundaPassed(node, way === 'input' ? 'in' : 'out', compilation)];
}
