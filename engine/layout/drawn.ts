import { withDiagram } from './diagram.ts';

/** The document as it can be shown: as it is when it brings a diagram of its own, else laid out. */
export async function drawn(xml: string): Promise<string> {
  return /<(?:[\w.-]+:)?BPMNPlane\b/.test(xml) ? xml : withDiagram(xml);
}
