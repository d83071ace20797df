import { useCallback } from 'react';
import { useJudged } from '../use-judged.ts';
import { useSketch } from './use-sketch.ts';
import type { Sketch } from './sketch.ts';

/** What the compiler says of a drawing, as it changes. */
export function useCheck(sketch: Sketch): ReturnType<typeof useJudged> {
  useSketch(sketch);
  const read = useCallback(() => sketch.xml(), [sketch]);
  return useJudged(read, sketch.changes);
}
