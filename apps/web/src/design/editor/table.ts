import type { Connection, Drawn, Moddle } from './services.ts';
import type { Sketch } from './sketch.ts';

/** Kinds of steps that can be put after another one, and what they are in the model. */
export const addable = {
  UserTask: { type: 'bpmn:UserTask' },
  ServiceTask: { type: 'bpmn:ServiceTask' },
  ScriptTask: { type: 'bpmn:ScriptTask' },
  BusinessRuleTask: { type: 'bpmn:BusinessRuleTask' },
  CallActivity: { type: 'bpmn:CallActivity' },
  ExclusiveGateway: { type: 'bpmn:ExclusiveGateway' },
  ParallelGateway: { type: 'bpmn:ParallelGateway' },
  InclusiveGateway: { type: 'bpmn:InclusiveGateway' },
  EventBasedGateway: { type: 'bpmn:EventBasedGateway' },
  TimerEvent: { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' },
  MessageEvent: { type: 'bpmn:IntermediateCatchEvent', eventDefinitionType: 'bpmn:MessageEventDefinition' },
  SubProcess: { type: 'bpmn:SubProcess', isExpanded: true },
  EndEvent: { type: 'bpmn:EndEvent' },
} as const;
export type Addable = keyof typeof addable;

const isFlow = ({ type }: { readonly type: string }): boolean => type === 'bpmn:SequenceFlow';
const isStep = ({ type, labelTarget }: Drawn): boolean =>
  labelTarget === undefined && /Task$|Event$|Gateway$|:(SubProcess|Transaction|CallActivity)$/.test(type);

/** All steps as one reads them: along the flows from the start, what is not reached last. */
export function stepsInOrder(sketch: Sketch): readonly Drawn[] {
  const all = sketch.all(isStep);
  const ordered = new Set<Drawn>();
  const visit = (step: Drawn): void => {
    if (ordered.has(step) || !isStep(step)) return;
    ordered.add(step);
    for (const attached of all) if (attached.host === step) visit(attached);
    for (const child of step.children ?? []) if (child.type === 'bpmn:StartEvent') visit(child);
    for (const flow of flowsFrom(step)) visit(flow.target);
  };
  for (const step of all)
    if (step.type === 'bpmn:StartEvent' && !/SubProcess/.test(step.parent?.type ?? '')) visit(step);
  for (const step of all) visit(step);
  return [...ordered];
}

export const flowsFrom = ({ outgoing }: Drawn): readonly Connection[] => outgoing.filter(isFlow);

/** Between a step and its neighbours. */
const gap = 60;

/** Puts a new step behind another: into its only flow, where it makes room, or as another branch of a gateway. */
export function addAfter(sketch: Sketch, source: Drawn, kind: Addable, name: string): Drawn {
  const [flow, more] = flowsFrom(source);
  const isBetween = flow !== undefined && !more && !source.type.endsWith('Gateway') && kind !== 'EndEvent';
  return sketch.together(() => {
    const made = sketch.get('elementFactory').createShape({ ...addable[kind] });
    const step = isBetween ? putBetween(sketch, flow, made) : sketch.get('autoPlace').append(source, made);
    if (name) sketch.get('modeling').updateProperties(step, { name });
    return step;
  });
}

function putBetween(sketch: Sketch, flow: Connection, made: Drawn): Drawn {
  const { source, target } = flow;
  const right = source.x + source.width;
  const middle = source.y + source.height / 2;
  const missing = right + gap + made.width + gap - target.x;
  if (target.x >= right && missing > 0) {
    const behind = sketch.all((one) => isStep(one) && one.x >= right && one.parent === source.parent && !one.host);
    sketch.get('modeling').moveElements(behind, { x: missing, y: 0 });
  }
  const position = { x: right + gap + made.width / 2, y: middle };
  const step = sketch.get('modeling').appendShape(source, made, position, source.parent as Drawn);
  sketch.get('modeling').reconnectStart(flow, step, { x: position.x + made.width / 2, y: middle });
  return step;
}

/** What a step may be connected to. */
export const connectable = (sketch: Sketch, source: Drawn): readonly Drawn[] =>
  sketch.all(
    (target) =>
      isStep(target) &&
      target !== source &&
      target.parent === source.parent &&
      !flowsFrom(source).some((flow) => flow.target === target) &&
      !/StartEvent|BoundaryEvent/.test(target.type),
  );

export function connect(sketch: Sketch, source: Drawn, target: Drawn): void {
  sketch.get('modeling').connect(source, target);
}

/** Innermost lanes, top to bottom. */
export const lanesOf = (sketch: Sketch): readonly Drawn[] =>
  sketch
    .all(({ type, businessObject }) => {
      const inner = businessObject.get<Moddle>('childLaneSet')?.get<readonly Moddle[]>('lanes') ?? [];
      return type === 'bpmn:Lane' && inner.length === 0;
    })
    .toSorted((one, other) => one.y - other.y);

/** The lane that a step stands in. */
export const laneOf = (sketch: Sketch, step: Drawn): Drawn | undefined =>
  lanesOf(sketch).find(({ businessObject }) =>
    businessObject.get<readonly Moddle[]>('flowNodeRef')?.includes(step.businessObject),
  );

/** Moves a step straight up or down into the middle of a lane, aside where another one stands there. */
export function moveToLane(sketch: Sketch, step: Drawn, lane: Drawn): void {
  const y = Math.round(lane.y + lane.height / 2 - step.height / 2);
  const others = sketch.all((one) => isStep(one) && one !== step && !one.host && one.host !== step);
  const taken = (x: number) =>
    others.some(
      (one) =>
        one.x < x + step.width + 20 && one.x + one.width + 20 > x && one.y < y + step.height && one.y + one.height > y,
    );
  let { x } = step;
  while (taken(x)) x += 40;
  sketch.get('modeling').moveElements([step], { x: x - step.x, y: y - step.y }, step.parent);
}

/** A lane below the last one; a procedure without a pool gets one around it first. */
export function addLane(sketch: Sketch, name: string, agency: string): void {
  sketch.together(() => {
    const pool = sketch.all(({ type }) => type === 'bpmn:Participant')[0] ?? addPool(sketch);
    const before = lanesOf(sketch);
    const last = before.at(-1);
    const added = last
      ? sketch.get('modeling').addLane(last, 'bottom')
      : (splitInLanes(sketch, pool), lanesOf(sketch).at(-1) as Drawn);
    sketch.get('modeling').updateProperties(added, { name, 'ld:agency': agency || undefined });
  });
}

function splitInLanes(sketch: Sketch, pool: Drawn): void {
  sketch.get('modeling').splitLane(pool, 2);
}

function addPool(sketch: Sketch): Drawn {
  const root = sketch.get('canvas').getRootElement();
  const { inner } = sketch.get('canvas').viewbox();
  const [width, height] = [Math.max(600, inner.width + 120), Math.max(250, inner.height + 80)];
  const pool = sketch.get('elementFactory').createParticipantShape({ width, height });
  const middle = { x: inner.x + inner.width / 2 - 20, y: inner.y + inner.height / 2 };
  return sketch.get('modeling').createShape(pool, middle, root);
}
