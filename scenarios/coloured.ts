import type { Covered } from './coverage.ts';

const walked = 'bioc:stroke="#2e7d32" bioc:fill="#e8f5e9"';
const missed = 'bioc:stroke="#c62828" bioc:fill="#ffebee"';
const namespace = ' xmlns:bioc="http://bpmn.io/schema/bpmn/biocolor/1.0"';

/** A document with a diagram, what scenarios have walked in green and what they have not in red, for any modeler. */
export function coloured(xml: string, { elements, flows, missedElements, missedFlows }: Covered): string {
  const colours = new Map([
    ...[...elements, ...flows].map((id) => [id, walked] as const),
    ...[...missedElements, ...missedFlows].map((id) => [id, missed] as const),
  ]);
  return xml
    .replace(/<((?:[\w.-]+:)?definitions)\b(?![^>]*xmlns:bioc=)/, `<$1${namespace}`)
    .replace(
      /<((?:[\w.-]+:)?BPMN(?:Shape|Edge))\b([^>]*?\sbpmnElement="([^"]+)"[^>]*)/g,
      (tag, name: string, rest: string, id: string) => {
        const colour = colours.get(id);
        if (colour === undefined) return tag;
        return `<${name} ${colour}${rest.replace(/\s(?:bioc|color):[\w-]+="[^"]*"/g, '')}`;
      },
    );
}
