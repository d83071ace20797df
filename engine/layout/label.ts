import { textSize, type Bounds, type Point } from './drawing.ts';
import type { Route } from './route.ts';

/** Line of a name beside a stretch that others share: -1 right above it, 0 right below, 1 under that. */
type Slot = number;

/** Flows that leave a box to the right: those that turn downwards write below the line, one after the other, the others above it. */
export function slotsOf(routes: readonly Route[]): ReadonlyMap<string, Slot> {
  const slots = new Map<string, Slot>();
  for (const side of Map.groupBy(
    routes.filter(({ exit, link }) => exit === 'right' && link.name !== ''),
    ({ link }) => link.from,
  ).values()) {
    const down = side.filter(turnsDown);
    const rest = side
      .filter((route) => !turnsDown(route))
      .toSorted((a, b) => Number(b.link.main) - Number(a.link.main));
    for (const [index, { link }] of down.entries()) slots.set(link.id, index);
    for (const [index, { link }] of rest.entries()) slots.set(link.id, -1 - index);
  }
  return slots;
}

function turnsDown({ corners: [first, second] }: Route): boolean {
  return first !== undefined && second !== undefined && second.y > first.y;
}

/** A flow's name stands beside its first stretch. */
export function labelOf(name: string, points: readonly Point[], slot: Slot): Bounds {
  const size = textSize(name, 120);
  const [start, next] = points;
  if (!start || !next) return { ...size, x: 0, y: 0 };
  if (start.x === next.x) {
    return { ...size, x: start.x + 5, y: next.y > start.y ? start.y + 8 : start.y - size.height - 4 };
  }
  return { ...size, x: start.x + 4, y: slot < 0 ? start.y - 3 + slot * size.height : start.y + 4 + slot * size.height };
}
