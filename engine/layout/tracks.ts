import type { Corner, Route } from './route.ts';

/** Which track of its channel each stretch of a flow runs on, and how many tracks each channel needs. */
export interface Tracks {
  /** By link id and index of the corner before the stretch. */
  readonly trackOf: ReadonlyMap<string, number>;
  readonly vertical: ReadonlyMap<number, number>;
  readonly horizontal: ReadonlyMap<number, number>;
}

interface Stretch {
  readonly key: string;
  readonly channel: number;
  readonly from: number;
  readonly to: number;
  readonly target: string;
}

/** Flows to the same box share a track, others never lie on one another. */
export function tracksOf(routes: readonly Route[]): Tracks {
  const trackOf = new Map<string, number>();
  const place = (axis: 'x' | 'y'): Map<number, number> => {
    const counts = new Map<number, number>();
    for (const [channel, stretches] of Map.groupBy(stretchesOf(routes, axis), (one) => one.channel)) {
      const tracks: Stretch[][] = [];
      const long = stretches.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
      for (const stretch of long) {
        const free = tracks.findIndex((others) => others.every((other) => apart(other, stretch)));
        const track = free === -1 ? tracks.length : free;
        (tracks[track] ??= []).push(stretch);
        trackOf.set(stretch.key, track);
      }
      counts.set(channel, tracks.length);
    }
    return counts;
  };
  return { vertical: place('x'), horizontal: place('y'), trackOf };
}

const apart = (a: Stretch, b: Stretch): boolean => a.to < b.from || b.to < a.from || a.target === b.target;

function stretchesOf(routes: readonly Route[], axis: 'x' | 'y'): readonly Stretch[] {
  const along = axis === 'x' ? 'y' : 'x';
  return routes.flatMap(({ link, corners }) =>
    corners.slice(1).flatMap((corner, index) => {
      const before = corners[index] as Corner;
      if (before[axis] !== corner[axis] || corner[axis] % 2 === 1) return [];
      const [from, to] = [Math.min(before[along], corner[along]), Math.max(before[along], corner[along])];
      return [{ key: `${link.id}/${index}`, channel: corner[axis], from, to, target: link.to }];
    }),
  );
}
