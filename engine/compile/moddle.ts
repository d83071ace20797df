/** An element as bpmn-moddle reads it. Its properties are known by their BPMN names only, so they are read through the functions below. */
export interface Moddle {
  readonly $type: string;
  readonly $attrs?: Readonly<Record<string, string>>;
  readonly $parent?: Moddle;
  readonly $children?: readonly Moddle[];
  readonly [property: string]: unknown;
}

const isModdle = (value: unknown): value is Moddle =>
  typeof value === 'object' && value !== null && '$type' in value && typeof value.$type === 'string';

/** "bpmn:UserTask" → "UserTask". */
export const typeOf = (element: Moddle): string => element.$type.slice(element.$type.indexOf(':') + 1);

export const idOf = (element: Moddle): string => textOf(element, 'id') ?? '';

/** A text property, trimmed; undefined when it is absent or blank. */
export function textOf(element: Moddle | undefined, property: string): string | undefined {
  const value = element?.[property];
  if (typeof value !== 'string') return undefined;
  return value.trim() === '' ? undefined : value.trim();
}

export const numberOf = (element: Moddle, property: string): number | undefined => {
  const value = element[property];
  return typeof value === 'number' ? value : undefined;
};

export const flagOf = (element: Moddle, property: string, absent = false): boolean => {
  const value = element[property];
  return typeof value === 'boolean' ? value : absent;
};

/** A child element or a resolved reference. */
export function childOf(element: Moddle | undefined, property: string): Moddle | undefined {
  const value = element?.[property];
  return isModdle(value) ? value : undefined;
}

export function childrenOf(element: Moddle | undefined, property: string): readonly Moddle[] {
  const value = element?.[property];
  return Array.isArray(value) ? value.filter(isModdle) : [];
}

/** The text of an expression element. */
export const bodyOf = (expression: Moddle | undefined): string | undefined => textOf(expression, 'body');

/** The elements inside extensionElements, vendors' namespaces under the prefixes of namespaces.ts. */
export const extensionsOf = (element: Moddle | undefined): readonly Moddle[] =>
  childrenOf(childOf(element, 'extensionElements'), 'values');

export const documentationOf = (element: Moddle): string | undefined => {
  const texts = childrenOf(element, 'documentation').flatMap((one) => textOf(one, 'text') ?? []);
  return texts.length === 0 ? undefined : texts.join('\n');
};

/** Child elements of BPMN, without references and the contents of extensionElements. */
export function containedIn(element: Moddle): readonly Moddle[] {
  return Object.values(element)
    .flat()
    .filter(isModdle)
    .filter((one) => one.$parent === element && /^bpmn:(?!ExtensionElements)/.test(one.$type));
}
