/** bpmn-moddle ships types of the BPMN elements, none of itself. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages?: object, options?: { readonly nsMap?: Readonly<Record<string, string>> });
    /** Rejects for what is not XML; everything else that is wrong comes as warnings. */
    fromXML(xml: string): Promise<unknown>;
    toXML(element: unknown, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
    createAny(name: string, namespace: string, attributes: Readonly<Record<string, unknown>>): unknown;
    create(type: string, attributes: Readonly<Record<string, unknown>>): unknown;
  }
}
