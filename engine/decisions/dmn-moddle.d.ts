/** dmn-moddle ships no types. */
declare module 'dmn-moddle' {
  export class DmnModdle {
    constructor(packages?: object, options?: { readonly nsMap?: Readonly<Record<string, string>> });
    /** Rejects for what is not XML; everything else that is wrong comes as warnings. */
    fromXML(xml: string): Promise<unknown>;
  }
}
