import { textSize, type Bounds, type Point } from './drawing.ts';

/**
 * A flow's name stands beside its first stretch. Where a level one is shared with others, those that turn upwards write above
 * the line, those that turn downwards below it, and the straight one where there is room.
 */
export function labelOf(name: string, points: readonly Point[], upwardsToo = false): Bounds {
  const size = textSize(name, 120);
  const [start, next, turn] = points;
  if (!start || !next) return { ...size, x: 0, y: 0 };
  if (start.x === next.x) {
    return { ...size, x: start.x + 5, y: next.y > start.y ? start.y + 4 : start.y - size.height - 4 };
  }
  const isBelow = turn ? turn.y > start.y : upwardsToo;
  return { ...size, x: start.x + 4, y: isBelow ? start.y + 4 : start.y - size.height - 3 };
}
