import { attributeOf } from './attributes.ts';
import { extensionsOf, textOf, type Moddle } from './moddle.ts';
import { camundaFamily } from './namespaces.ts';

/** An attribute that Camunda 7, Operaton, Flowable and Activiti share. */
export function vendorAttribute(element: Moddle, name: string): string | undefined {
  for (const prefix of camundaFamily) {
    const value = attributeOf(element, prefix, name);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A property of an element of zeebe's inside extensionElements. */
export const zeebeProperty = (element: Moddle, type: string, name: string): string | undefined =>
  textOf(
    extensionsOf(element).find((one) => one.$type === `zeebe:${type}`),
    name,
  );
