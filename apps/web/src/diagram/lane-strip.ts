import type { Canvas, EventBus, Registry, Shape } from './bpmn.ts';

/** Names beside the picture that stay in sight whatever part of it is shown. */
export interface LaneStrip {
  /** How much of the left side is covered at this scale. */
  readonly widthAt: (scale: number) => number;
}

interface Pinning {
  readonly container: HTMLElement;
  readonly canvas: Canvas;
  readonly registry: Registry;
  readonly events: EventBus;
  /** What stands left of the strip. */
  readonly left?: number;
}

const upright = 30;
const wide = 92;
const letter = 15;

const nameOf = ({ businessObject }: Shape): string => businessObject.name ?? '';

/**
 * Chinese does not lie on its side, and a name that scrolls away says nothing: lanes are named in a strip of their own,
 * upright where there is room and in lines where the picture is small.
 */
export function pinLanes({ container, canvas, registry, events, left = 0 }: Pinning): LaneStrip {
  const headed = registry.filter(({ type }) => /:(Lane|Participant)$/.test(type));
  for (const { id } of headed) canvas.addMarker(id, 'ld-lane');
  const strip = document.createElement('div');
  strip.className = 'lane-strip';
  strip.ariaHidden = 'true';
  strip.style.left = `${left}px`;
  container.append(strip);
  const ownWidth = (scale: number): number => {
    const named = bands(registry);
    if (named.length === 0) return 0;
    return named.every((one) => one.height * scale >= Array.from(nameOf(one)).length * letter + 4) ? upright : wide;
  };
  const draw = () => {
    const { y, scale, outer } = canvas.viewbox();
    const width = ownWidth(scale);
    strip.hidden = width === 0;
    strip.style.width = `${width}px`;
    strip.classList.toggle('upright', width === upright);
    strip.replaceChildren(
      ...bands(registry).flatMap((band) => {
        const top = Math.max(0, (band.y - y) * scale);
        const bottom = Math.min(outer.height, (band.y + band.height - y) * scale);
        if (bottom - top < letter) return [];
        const element = document.createElement('div');
        element.textContent = nameOf(band);
        element.style.top = `${top}px`;
        element.style.height = `${bottom - top}px`;
        return [element];
      }),
    );
  };
  events.on(['canvas.viewbox.changed', 'canvas.resized', 'elements.changed', 'shape.removed', 'root.set'], draw);
  return { widthAt: (scale) => left + ownWidth(scale) };
}

/** Innermost lanes, and pools that have none. */
function bands(registry: Registry): readonly Shape[] {
  const lanes = registry.filter(
    ({ type, businessObject }) => type === 'bpmn:Lane' && !businessObject.childLaneSet?.lanes?.length,
  );
  const pools = registry.filter(({ type }) => type === 'bpmn:Participant');
  const inside = (pool: Shape) => lanes.some(({ y }) => y >= pool.y && y < pool.y + pool.height);
  return [...lanes, ...pools.filter((pool) => !inside(pool))];
}
