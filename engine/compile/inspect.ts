import { checkAttributes } from './attributes.ts';
import { extensionsOf, idOf, typeOf, type Moddle } from './moddle.ts';
import { camundaFamily } from './namespaces.ts';
import type { Report } from './report.ts';

/** What is read of other engines; everything else of theirs is named in the report. */
const readAttributes = new Set(
  [
    'assignee candidateUsers candidateGroups dueDate priority formKey formRef collection elementVariable type topic',
    'resultVariable resultVariableName expression calledElementBinding calledElementVersion class delegateExpression',
    'decisionRef decisionRefBinding mapDecisionResult',
  ].flatMap((names) => names.split(' ')),
);
const zeebeElements =
  'ioMapping taskDefinition assignmentDefinition taskSchedule priorityDefinition formDefinition calledElement script subscription loopCharacteristics userTask calledDecision';
const readElements = new Set([
  ...camundaFamily.flatMap((prefix) => ['inputOutput', 'in', 'out'].map((name) => `${prefix}:${name}`)),
  ...zeebeElements.split(' ').map((name) => `zeebe:${name}`),
]);
const vendorPrefix = new RegExp(`^(?:${[...camundaFamily, 'zeebe'].join('|')}):`);

/**
 * Looks at every element of the document once: ld: attributes and elements that do not exist are defects,
 * attributes and elements of other engines that are not read are warnings. Other foreign ones are nobody's business.
 */
export function inspect(element: Moddle, holder: string, report: Report): void {
  const id = idOf(element) || holder;
  checkAttributes(element, typeOf(element), id, report);
  for (const name of Object.keys(element.$attrs ?? {})) {
    const local = name.slice(name.indexOf(':') + 1);
    if (vendorPrefix.test(name) && !(readAttributes.has(local) && !name.startsWith('zeebe:'))) {
      report.warning('NOT_IMPORTED', `${name} 没有对应的写法，未采用`, id, name);
    }
  }
  for (const one of extensionsOf(element)) {
    if (one.$type.startsWith('ld:') && !/^ld:(?:in|out)put$/.test(one.$type)) {
      report.defect('UNKNOWN_ELEMENT', `没有 ${one.$type} 这个扩展元素`, id);
    } else if (vendorPrefix.test(one.$type) && !readElements.has(one.$type)) {
      report.warning('NOT_IMPORTED', `${one.$type} 没有对应的写法，未采用`, id, one.$type);
    }
  }
  for (const child of containedIn(element)) inspect(child, id, report);
}

/** Child elements, without references and the contents of extensionElements. */
function containedIn(element: Moddle): readonly Moddle[] {
  return Object.values(element)
    .flat()
    .filter((one): one is Moddle => typeof one === 'object' && one !== null && '$type' in one)
    .filter((one) => one.$parent === element && /^bpmn:(?!ExtensionElements)/.test(one.$type));
}
