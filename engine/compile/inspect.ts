import { checkAttributes } from './attributes.ts';
import { containedIn, extensionsOf, idOf, typeOf, type Moddle } from './moddle.ts';
import { equalOfElement, foreignAttributes, foreignElements, isForeign } from './foreign.ts';
import type { Report } from './report.ts';

/**
 * Looks at every element of the document once: ld: attributes and elements that do not exist are defects,
 * attributes and elements of other engines that are not read are warnings. Other foreign ones are nobody's business.
 */
export function inspect(element: Moddle, holder: string, report: Report): void {
  const id = idOf(element) || holder;
  const type = typeOf(element);
  checkAttributes(element, type, id, report);
  for (const name of Object.keys(element.$attrs ?? {}).filter(isForeign)) {
    const local = name.slice(name.indexOf(':') + 1);
    tell(name, name.startsWith('zeebe:') ? undefined : foreignAttributes[type]?.[local], id, report);
  }
  for (const one of extensionsOf(element)) inspectExtension(one, id, report);
  for (const child of containedIn(element)) inspect(child, id, report);
}

function inspectExtension(one: Moddle, id: string, report: Report): void {
  const type = one.$type;
  if (type.startsWith('ld:') && !/^ld:(?:in|out)put$/.test(type)) {
    report.defect('UNKNOWN_ELEMENT', `没有 ${type} 这个扩展元素`, id);
  }
  if (!isForeign(type)) return;
  const read = foreignElements[type];
  tell(type, read && equalOfElement(type), id, report);
  if (!read) return;
  const names = Object.keys(one).filter((name) => isAttribute(name) && typeof one[name] === 'string');
  for (const name of names) if (!Object.hasOwn(read, name)) tell(`${type} ${name}`, undefined, id, report);
}

const isAttribute = (name: string): boolean => /^[a-z]\w*$/i.test(name) && name !== 'xmlns';

function tell(name: string, equal: string | undefined, id: string, report: Report): void {
  if (equal === undefined) report.warning('NOT_IMPORTED', `${name} 没有对应的写法，未采用`, id, name);
  else report.imported(name, equal, id);
}
