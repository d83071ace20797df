import type { Box, Canvas, Registry, Shape } from './bpmn.ts';
import type { LaneStrip } from './lane-strip.ts';
import { isStep } from './steps.ts';

/** Below this scale the names of steps cannot be read. */
const readable = 0.75;
const edge = 16;

export interface Fitting {
  readonly showWhole: () => void;
  /** As much of the whole as can be read, with these steps in the middle. */
  readonly showPlace: (ids: readonly string[]) => void;
}

/** What part of a picture its place shows; the strip of lanes covers nothing of it. */
export function fittingOf(container: HTMLElement, canvas: Canvas, registry: Registry, strip: LaneStrip): Fitting {
  /** A folded or not yet laid out place has no size to fit into. */
  const hasSize = () => container.clientWidth > 0 && container.clientHeight > 0;

  const wholeScale = (): number => {
    const whole = wholeOf(canvas, registry);
    const { outer } = canvas.viewbox();
    const at = (inset: number) =>
      Math.min(1, (outer.width - inset - 2 * edge) / whole.width, (outer.height - 2 * edge) / whole.height);
    const scale = at(strip.widthAt(1));
    return at(strip.widthAt(scale));
  };

  const show = (middle: Box, scale: number) => {
    const { outer } = canvas.viewbox();
    const whole = wholeOf(canvas, registry);
    const inset = strip.widthAt(scale);
    const [width, height] = [outer.width / scale, outer.height / scale];
    const margin = edge / scale;
    const free = width - inset / scale;
    const x = placed(middle.x + middle.width / 2 - free / 2, free, whole.x - margin, whole.width + 2 * margin);
    const y = placed(middle.y + middle.height / 2 - height / 2, height, whole.y - margin, whole.height + 2 * margin);
    canvas.viewbox({ x: x - inset / scale, y, width, height });
  };

  const showWhole = () => {
    if (hasSize()) show(wholeOf(canvas, registry), wholeScale());
  };
  return {
    showWhole,
    showPlace(ids) {
      if (!hasSize()) return;
      const shapes = ids.flatMap((id) => registry.get(id) ?? []).map(boxOf);
      const [first] = shapes;
      if (!first || wholeScale() >= readable) return showWhole();
      const { outer } = canvas.viewbox();
      const together = around(shapes);
      const fits = together.width < (outer.width - 120) / readable && together.height < outer.height / readable;
      show(fits ? together : first, readable);
    },
  };
}

/** Where a window of this size begins so that nothing beyond the whole is shown; the whole is centred where it is smaller. */
function placed(wanted: number, size: number, from: number, whole: number): number {
  if (whole <= size) return from - (size - whole) / 2;
  return Math.min(Math.max(wanted, from), from + whole - size);
}

/** A flow takes the place of its bends. */
function boxOf(shape: Shape): Box {
  const { waypoints } = shape;
  return waypoints ? around(waypoints.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))) : shape;
}

function around(shapes: readonly Box[]): Box {
  const x = Math.min(...shapes.map((one) => one.x));
  const y = Math.min(...shapes.map((one) => one.y));
  const right = Math.max(...shapes.map((one) => one.x + one.width));
  const bottom = Math.max(...shapes.map((one) => one.y + one.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** All that is drawn but for the heads of pools and lanes, which the strip stands for. */
function wholeOf(canvas: Canvas, registry: Registry): Box {
  const { inner } = canvas.viewbox();
  const headed = registry.filter(({ type }) => type === 'bpmn:Participant').length > 0;
  const steps: readonly Shape[] = headed ? registry.filter(isStep) : [];
  const left = Math.max(inner.x, Math.min(...steps.map(({ x }) => x)) - 30);
  return Number.isFinite(left) ? { ...inner, x: left, width: inner.x + inner.width - left } : inner;
}
