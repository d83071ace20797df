import { eventSupport } from '../../../engine/compile/support.ts';

const [width, height] = [56, 40];
const line = 'fill="none" stroke="#333" stroke-width="1.5"';

const svg = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${content}</svg>\n`;

const mark = (text: string, x = 28, y = 25, size = 14): string =>
  text === ''
    ? ''
    : `<text x="${x}" y="${y}" font-family="sans-serif" font-size="${size}" text-anchor="middle" fill="#333">${text}</text>`;

const ring = (radius: number, strength = 1.5, dash = ''): string =>
  `<circle cx="28" cy="20" r="${radius}" fill="none" stroke="#333" stroke-width="${strength}"${dash}/>`;

const box = (extra = '', strength = 1.5): string =>
  `<rect x="3" y="3" width="50" height="34" rx="5" fill="none" stroke="#333" stroke-width="${strength}"/>${extra}`;

const diamond = (inner: string): string => `<path d="M28 3 L45 20 L28 37 L11 20 Z" ${line}/>${inner}`;

const plus = `<path d="M28 12 V28 M20 20 H36" fill="none" stroke="#333" stroke-width="3"/>`;

/** Marks inside events, by kind. */
const marks: Readonly<Record<string, string>> = {
  none: '',
  timer:
    '<circle cx="28" cy="20" r="7" fill="none" stroke="#333"/><path d="M28 15 V20 L31 22" fill="none" stroke="#333"/>',
  message: '<path d="M20 15 H36 V25 H20 Z M20 15 L28 21 L36 15" fill="none" stroke="#333"/>',
  signal: '<path d="M28 13 L35 25 H21 Z" fill="none" stroke="#333"/>',
  conditional: '<path d="M22 13 H34 V27 H22 Z M24 17 H32 M24 20 H32 M24 23 H32" fill="none" stroke="#333"/>',
  error: '<path d="M21 26 L25 15 L30 22 L35 13 L31 26 L26 19 Z" fill="none" stroke="#333"/>',
  escalation: '<path d="M28 12 L34 27 L28 21 L22 27 Z" fill="none" stroke="#333"/>',
  compensate: '<path d="M28 14 V26 L20 20 Z M36 14 V26 L28 20 Z" fill="none" stroke="#333"/>',
  link: '<path d="M20 17 H28 V13 L36 20 L28 27 V23 H20 Z" fill="none" stroke="#333"/>',
  cancel: '<path d="M22 14 L34 26 M34 14 L22 26" fill="none" stroke="#333" stroke-width="2.5"/>',
  terminate: '<circle cx="28" cy="20" r="8" fill="#333"/>',
};

const dashed = ' stroke-dasharray="3 2"';

const pictures: Readonly<Record<string, string>> = {
  StartEvent: ring(15),
  EndEvent: ring(15, 3.5),
  IntermediateCatchEvent: ring(15) + ring(12) + (marks['message'] ?? ''),
  IntermediateThrowEvent: ring(15) + ring(12) + (marks['signal'] ?? '').replace('fill="none"', 'fill="#333"'),
  BoundaryEvent: `<path d="M3 10 H53" ${line}/>${ring(15, 1.5, dashed)}${ring(12, 1.5, dashed)}${marks['timer'] ?? ''}`,
  Task: box(),
  UserTask: box(
    '<circle cx="12" cy="11" r="3.5" fill="none" stroke="#333"/><path d="M6 21 Q12 12 18 21 Z" fill="none" stroke="#333"/>',
  ),
  ManualTask: box(mark('✋', 12, 17, 10)),
  ServiceTask: box(mark('⚙', 12, 18, 12)),
  ScriptTask: box('<path d="M8 9 H17 M8 13 H17 M8 17 H17" fill="none" stroke="#333"/>'),
  SendTask: box('<path d="M7 8 H19 V17 H7 Z" fill="#333"/>'),
  ReceiveTask: box('<path d="M7 8 H19 V17 H7 Z M7 8 L13 13 L19 8" fill="none" stroke="#333"/>'),
  BusinessRuleTask: box('<path d="M7 8 H19 V18 H7 Z M7 11 H19 M11 11 V18" fill="none" stroke="#333"/>'),
  CallActivity: box('', 3.5),
  SubProcess: box(
    `<path d="M24 29 H32 M28 25 V33" ${line}/><rect x="23" y="24" width="10" height="10" fill="none" stroke="#333"/>`,
  ),
  Transaction: box('<rect x="6" y="6" width="44" height="28" rx="3" fill="none" stroke="#333"/>'),
  AdHocSubProcess: box(mark('~', 28, 34, 18)),
  ExclusiveGateway: diamond(mark('✕', 28, 25, 14)),
  ParallelGateway: diamond(plus),
  InclusiveGateway: diamond('<circle cx="28" cy="20" r="7" fill="none" stroke="#333" stroke-width="2.5"/>'),
  EventBasedGateway: diamond(
    '<circle cx="28" cy="20" r="8.5" fill="none" stroke="#333"/><path d="M28 14 L34 18.5 L31.5 25 H24.5 L22 18.5 Z" fill="none" stroke="#333"/>',
  ),
  ComplexGateway: diamond(mark('✱', 28, 26, 16)),
};

/** File name → SVG of every element and every kind of event. */
export function picturesByName(): Readonly<Record<string, string>> {
  const events = Object.keys(eventSupport).map((kind) => [`event-${kind}.svg`, svg(ring(15) + (marks[kind] ?? ''))]);
  const elements = Object.entries(pictures).map(([type, content]) => [`${type}.svg`, svg(content)]);
  return Object.fromEntries([...elements, ...events]) as Readonly<Record<string, string>>;
}
