import { withDiagram } from './diagram.ts';

export const hasDiagram = (xml: string): boolean => /<(?:[\w.-]+:)?BPMNPlane\b/.test(xml);

/** The document as it can be shown: as it is when it brings a diagram of its own, else laid out. */
export async function drawn(xml: string): Promise<string> {
  return hasDiagram(xml) ? xml : withDiagram(xml);
}
