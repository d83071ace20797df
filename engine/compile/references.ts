import type { Moddle } from './moddle.ts';
import { camundaFamily, prefixOf } from './namespaces.ts';

/** A warning of the reader about a reference that leads nowhere. */
export interface OpenReference {
  readonly element?: Moddle;
  readonly property?: string;
  readonly value?: string;
}

/** References that are type names, web services or text: left open they change nothing and are no news. */
const idle = new Set(
  ['itemSubjectRef', 'structureRef', 'categoryValueRef', 'itemRef', 'operationRef', 'inMessageRef', 'outMessageRef',
   'evaluatesToTypeRef', 'resourceRef', 'definition', 'supportedInterfaceRef', 'dataInputRefs', 'dataOutputRefs'].map((name) => `bpmn:${name}`),
); // prettier-ignore

/** References of the picture, and lists that repeat what the flows say themselves. */
const isDrawn = (property: string): boolean =>
  property.startsWith('bpmndi:') || /^bpmn:(?:incoming|outgoing|dataStoreRef|source|target)$/.test(property);

/** What an open reference means: nothing, a gap in the picture, a name that is meant as such, or a defect. */
export function meaningOf(
  { property = '' }: OpenReference,
  isForeign: boolean,
): 'idle' | 'drawn' | 'loose' | 'dangling' {
  if (idle.has(property)) return 'idle';
  if (isDrawn(property)) return 'drawn';
  if (/^bpmn:loopData(?:In|Out)putRef$/.test(property)) return 'loose';
  // Camunda, Operaton, Flowable and Activiti take an error that is declared nowhere for its code.
  return isForeign && property === 'bpmn:errorRef' ? 'loose' : 'dangling';
}

/** Whether the document is one of Camunda's family and has nothing of ours yet: then the manners of those engines hold. */
export function isOfFamily(definitions: Moddle): boolean {
  const vendors = Object.values(definitions.$attrs ?? {}).map((uri) => prefixOf[uri]);
  return !vendors.includes('ld') && camundaFamily.some((one) => vendors.includes(one));
}

/**
 * The text as the reader understands it: an expression's type may lack its prefix where BPMN is not the default
 * namespace; a reference is a qualified name, and the reader knows plain ones only.
 */
export const readable = (text: string): string => withPlainReferences(withTypePrefix(text));

function withTypePrefix(text: string): string {
  const [, prefix] =
    /xmlns:([\w.-]+)\s*=\s*["']http:\/\/www\.omg\.org\/spec\/BPMN\/20100524\/MODEL["']/.exec(text) ?? [];
  if (prefix === undefined || /\sxmlns\s*=\s*["']/.test(text)) return text;
  return text.replace(/(:type\s*=\s*["'])(t(?:Formal)?Expression["'])/g, `$1${prefix}:$2`);
}

/** `messageRef="tns:m"` where tns is the document's own namespace. */
function withPlainReferences(text: string): string {
  const [, target] = /\stargetNamespace\s*=\s*["']([^"'<]{1,500})["']/.exec(text) ?? [];
  const declared = [...text.slice(0, 10_000).matchAll(/xmlns:([\w.-]+)\s*=\s*["']([^"'<]{1,500})["']/g)];
  const own = declared.filter(([, , uri]) => uri === target).map(([, prefix = '']) => prefix.replace(/\./g, '\\.'));
  if (own.length === 0) return text;
  const prefix = `(?:${own.join('|')}):`;
  const attribute = `(\\s(?:\\w+Ref|bpmnElement|sourceElement|targetElement|calledElement|default)\\s*=\\s*["'])${prefix}`;
  const content = `(<(?:[\\w.-]+:)?(?:\\w+Ref|incoming|outgoing)>\\s*)${prefix}`;
  return text.replace(new RegExp(attribute, 'g'), '$1').replace(new RegExp(content, 'g'), '$1');
}
